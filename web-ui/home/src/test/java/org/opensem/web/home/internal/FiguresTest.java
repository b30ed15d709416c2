package org.opensem.web.home.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.FirstMeasurement;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.Sample;

/** Path (H3), first measurement, scales, a silent meter. */
class FiguresTest {
    private final Words german = new Words(Locale.GERMANY);

    @Test
    void thePathLeadsUpToTheYear() {
        var now = House.at("2026-11-19T20:47:12");
        var path = Crumbs.of(Period.of(PeriodKind.HOUR, House.at("2026-11-18T13:00:00")), german);

        assertThat(path).extracting(Crumbs.Crumb::text).containsExactly("2026", "November", "Mi 18.", "13:00");
        assertThat(path.get(2).period()).isEqualTo(Period.of(PeriodKind.DAY, House.at("2026-11-18T00:00:00")));
        assertThat(Crumbs.of(Period.of(PeriodKind.WEEK, now), german)).extracting(Crumbs.Crumb::text)
                .containsExactly("2026", "16.–22. Nov.");
    }

    @Test
    void theFirstMeasurementIsFoundFromYearsDownToTheSecond() {
        House house = new House("2026-11-19T20:47:12").measured("2025-03-04T14:20:31", "2025-03-05T00:00:00")
                .measured("2026-11-01T00:00:00", "2026-11-19T20:47:12");

        assertThat(new FirstMeasurement().find(house, house.now))
                .hasValue(House.at("2025-03-04T14:20:31").toEpochSecond());
        assertThat(new FirstMeasurement().find(new House("2026-11-19T20:47:12"), house.now)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void theMetersScaleChangesOnlyWhenItIsLeft() {
        assertThat(Scale.grown(0, 301)).isEqualTo(500);
        assertThat(Scale.grown(500, 499)).isEqualTo(500);
        assertThat(Scale.grown(500, 20)).isEqualTo(500);
        assertThat(Scale.grown(500, 2000)).isEqualTo(5000);
    }

    @Test
    void aSilentMeterIsNamedWithItsLastValue() {
        House house = new House("2026-11-19T20:47:12");
        long last = House.at("2026-11-19T20:31:10").toEpochSecond();
        house.newest = Optional.of(Sample.ofTotal(last, 497_000));
        Silence silence = Silence.of(house, house.now);

        assertThat(silence.quiet()).isTrue();
        assertThat(silence.last()).isEqualTo(house.newest);
        house.driver = Optional.of(new DriverStatus(DriverStatus.State.FINISHED, "", true));
        assertThat(Silence.of(house, house.now).quiet()).as("a replay at its end is not silent").isFalse();
    }

    @Test
    void aShortPauseOfTheMeterIsNothingToTell() {
        House house = new House("2026-11-19T20:47:12");
        house.newest = Optional.of(Sample.ofTotal(house.now.toEpochSecond() - 20, 497_000));

        assertThat(Silence.of(house, house.now).quiet()).isFalse();
    }

    @Test
    void theChoiceOfPanelsIsReadAsItWasWritten() {
        assertThat(PanelChoice.read("use,history")).containsExactly("use", "history");
        assertThat(PanelChoice.read(PanelChoice.write(Set.of("of-a-plug-in-that-is-away")))).hasSize(1);
        assertThat(PanelChoice.write(Set.of())).as("a preference is never empty").isNotEmpty();
        assertThat(PanelChoice.read(PanelChoice.write(Set.of()))).isEmpty();
    }
}
