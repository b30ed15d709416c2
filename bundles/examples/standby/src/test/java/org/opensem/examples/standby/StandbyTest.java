package org.opensem.examples.standby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.opensem.metering.Phase;
import org.opensem.metering.Sample;
import org.opensem.language.Translations;

class StandbyTest {

    @Test
    void theEarliestOfTheLowestCounts() {
        Standby.Result result = Standby.of(List.of(
                Sample.ofPhases(10, 100_000, 50_000, 60_000),
                Sample.ofPhases(11, 90_000, 40_000, 50_000),
                Sample.ofPhases(12, 80_000, 50_000, 50_000))).orElseThrow();
        assertThat(result.lowest().epochSecond()).isEqualTo(11);
        assertThat(result.watts()).isEqualTo(180);
        assertThat(result.watts(Phase.L3)).isEqualTo(50);
        assertThat(result.meanWatts()).isCloseTo(190, within(1e-9));
        assertThat(result.yearKilowattHours()).isCloseTo(1576.8, within(1e-9));
        assertThat(result.seconds()).isEqualTo(3);
    }

    @Test
    void aMeterWithoutPhasesAndNoSamplesAreNoFault() {
        assertThat(Standby.of(List.of(Sample.ofTotal(1, -5000))).orElseThrow().watts(Phase.L1)).isZero();
        assertThat(Standby.of(List.of())).isEmpty();
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        assertThat(Translations.of(StandbyView.class, Locale.GERMANY).keys())
                .isNotEmpty().isEqualTo(Translations.of(StandbyView.class, Locale.US).keys());
    }
}
