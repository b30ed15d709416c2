package org.opensem.web.settings.internal.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.aggregation.BaseLoad;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.Period;
import org.opensem.web.settings.Draft;

/** Last month with the tariff that is being edited (E3). */
class WorkedExampleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** October 2026 has 31 days and one hour more. */
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 19, 20, 47, 0, 0, BERLIN);
    private final Draft draft = new Draft(Map.of("currency", "EUR", "versions", List.of(Map.of(
            "validFrom", "2026-01-01", "instalment", "298.00", "rates", 2, "basePricePer", "month",
            "tiers", List.of(Map.of("fromKwh", 0, "basePrice", "10.90", "highPrice", "0.3420", "lowPrice", "0.2680")),
            "lowRateWindows", List.of(Map.of(
                    "days", List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU"), "from", "22:00", "to", "06:00"))))));
    private final TariffDraft tariff = new TariffDraft(draft);

    /** 1 kW throughout. */
    record House(ZonedDateTime from) implements EnergyService {
        @Override
        public List<Interval> intervals(long start, long end) {
            List<Interval> intervals = new ArrayList<>();
            for (long at = Math.max(start, from.toEpochSecond()); at < end; at += Interval.SECONDS) {
                long energy = 1_000_000L * Interval.SECONDS;
                intervals.add(new Interval(at, new Figures(Interval.SECONDS, new Energy(energy, 0, 0, 0, 0, 0, 0), null, null)));
            }
            return intervals;
        }

        @Override
        public EnergyReport energy(Period period) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<BaseLoad> baseLoad(LocalDate day) {
            throw new UnsupportedOperationException();
        }

        @Override
        public EnergyService raw() {
            throw new UnsupportedOperationException();
        }

        @Override
        public AggregationStatus status() {
            throw new UnsupportedOperationException();
        }
    }

    private static MonthUse october() {
        return MonthUse.before(NOW, new House(ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, BERLIN)));
    }

    @Test
    void theMonthIsDividedByTheWallClock() {
        MonthUse use = october();

        assertThat(use.coverage()).isEqualTo(1);
        assertThat(use.total()).isEqualByComparingTo("745");
        assertThat(use.low(tariff.windows(0))).as("8 h a day, and the hour that came twice").isEqualByComparingTo("249");
    }

    @Test
    void everyLineAddsUp() {
        WorkedExample example = WorkedExample.of(october(), tariff, 0);

        assertThat(example.highKwh()).isEqualByComparingTo("496");
        assertThat(example.high()).isEqualByComparingTo("169.632");
        assertThat(example.low()).isEqualByComparingTo("66.732");
        assertThat(example.basePrice()).isEqualByComparingTo("10.90");
        assertThat(example.sum()).isEqualByComparingTo("247.264");
        assertThat(example.difference()).isEqualByComparingTo("50.736");
    }

    @Test
    void aWindowThatBeginsWithinAQuarterGetsItsMinutes() {
        draft.put("versions[0].lowRateWindows[0].from", "22:05");
        assertThat(october().low(tariff.windows(0)).doubleValue()).isCloseTo(249 - 31 * 5 / 60.0, within(1e-9));
    }

    @Test
    void onePriceHasOneLine() {
        draft.put("versions[0].rates", 1);
        draft.put("versions[0].basePricePer", "year");
        draft.put("versions[0].tiers[0].basePrice", "365");
        WorkedExample example = WorkedExample.of(october(), tariff, 0);

        assertThat(example.lowKwh()).isNull();
        assertThat(example.high()).isEqualByComparingTo("254.79");
        assertThat(example.basePrice()).as("31 of 365 days").isEqualByComparingTo("31");
        assertThat(example.sum()).isEqualByComparingTo("285.79");
    }

    @Test
    void whatIsMissingIsNotZero() {
        draft.put("versions[0].tiers[0].lowPrice", null);
        draft.put("versions[0].instalment", null);
        WorkedExample example = WorkedExample.of(october(), tariff, 0);

        assertThat(example.low()).isNull();
        assertThat(example.sum()).isNull();
        assertThat(example.difference()).isNull();
        assertThat(MonthUse.before(NOW, new House(NOW.withMonth(10).withDayOfMonth(16).withHour(0).withMinute(0))).coverage())
                .as("from the 16th on").isCloseTo(385 / 745.0, within(1e-6));
    }

    @Test
    void tellsNoPriceWithoutAMonth() {
        assertThat(MonthUse.before(NOW, new House(NOW)).coverage()).isZero();
        assertThat(MonthUse.before(NOW, new House(NOW)).total()).isEqualByComparingTo(BigDecimal.ZERO);
    }
}
