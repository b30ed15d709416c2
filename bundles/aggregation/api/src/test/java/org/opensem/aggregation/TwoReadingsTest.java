package org.opensem.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opensem.aggregation.TwoReadings.Fault.METER_BELOW;
import static org.opensem.aggregation.TwoReadings.Fault.METER_EQUAL;
import static org.opensem.aggregation.TwoReadings.Fault.OUT_OF_RANGE;
import static org.opensem.aggregation.TwoReadings.Fault.SHOWN_BELOW;
import static org.opensem.aggregation.TwoReadings.Fault.SHOWN_EQUAL;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The wizard of two readings (E4). */
class TwoReadingsTest {
    private static TwoReadings readings(String meterOld, String meterNew, String shownOld, String shownNew) {
        return new TwoReadings(
                new BigDecimal(meterOld), new BigDecimal(meterNew), new BigDecimal(shownOld), new BigDecimal(shownNew));
    }

    @Test
    void theManualsExample() {
        assertThat(readings("140", "198.2", "20.5", "80.5").factor(BigDecimal.ONE)).isEqualTo(new BigDecimal("0.9700"));
    }

    @Test
    void aRecalibrationMultiplies() {
        // Shown were 60 kWh, corrected by 0.97 already; the house's meter says 61.2: 1.02 times as much.
        TwoReadings again = readings("1000", "1061.2", "100", "160");
        assertThat(again.factor(new BigDecimal("0.97"))).isEqualTo(new BigDecimal("0.9894"));
    }

    @Test
    void isRoundedToFourPlaces() {
        assertThat(readings("0", "1", "0", "3").faults(new BigDecimal("1.5"))).isEmpty();
        assertThat(readings("0", "2", "0", "3").factor(BigDecimal.ONE)).isEqualTo(new BigDecimal("0.6667"));
        assertThat(readings("0", "0.49996", "0", "1").factor(BigDecimal.ONE)).as("rounded first").isEqualByComparingTo("0.5");
    }

    @Test
    void tellsEverythingThatIsWrong() {
        assertThat(readings("5", "5", "3", "2").faults(BigDecimal.ONE)).containsExactlyInAnyOrder(METER_EQUAL, SHOWN_BELOW);
        assertThat(readings("5", "4", "2", "2.0").faults(BigDecimal.ONE)).containsExactlyInAnyOrder(METER_BELOW, SHOWN_EQUAL);
        assertThat(readings("0", "10", "0", "6").faults(BigDecimal.ONE)).containsExactly(OUT_OF_RANGE);
        assertThat(readings("0", "4", "0", "10").faults(BigDecimal.ONE)).containsExactly(OUT_OF_RANGE);
        assertThatThrownBy(() -> readings("0", "4", "0", "10").factor(BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("OUT_OF_RANGE");
    }
}
