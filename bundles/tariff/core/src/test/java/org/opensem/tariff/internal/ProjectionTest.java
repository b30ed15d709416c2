package org.opensem.tariff.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.tariff.internal.Documents.example;
import static org.opensem.tariff.internal.Documents.nightRate;
import static org.opensem.tariff.internal.Documents.of;
import static org.opensem.tariff.internal.Documents.oneRate;
import static org.opensem.tariff.internal.Documents.with;
import static org.opensem.tariff.internal.House.day;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensem.tariff.Budget;
import org.opensem.testkit.TestClock;

/**
 * Where month and billing year lead to (H6), worked by hand with the tariff of {@link BudgetTest}: a kWh costs 0.32 in the mean.
 */
class ProjectionTest {
    private final House house = new House();
    private final TestClock clock = new TestClock(House.instant("2026-11-23T00:00"));

    private Budget.Projection projection(Map<String, Object> document) {
        return new MoneyComponent(FixedTariff.of(document), house, clock).budget(day("2026-11-22")).orElseThrow().projection();
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }

    @Test
    void eachDayToComeIsTheMeanOfItsWeekday() {
        // Days 1 to 21: 2.64 and 0.36; Sunday the 22nd: 3.456 and 0.36. In all 66.816.
        house.draws(343.75, "2026-11-01T00:00", "2026-11-22T00:00").draws(450, "2026-11-22T00:00", "2026-11-23T00:00");
        Budget.Projection projection = projection(example());

        // A Sunday is (3 × 2.64 + 3.456) / 4 = 2.844. Eight days from Monday the 23rd, one Sunday among them:
        // 66.816 + 7 × 2.64 + 2.844 + 8 × 0.36
        assertThat(projection.monthEnd()).isEqualTo(money("91.020000"));
        // To 31 December 39 days, five Sundays: 66.816 + 34 × 2.64 + 5 × 2.844 + 8 × 0.36 + 10.80
        assertThat(projection.billingYearEnd()).isEqualTo(money("184.476000"));
        // 12 × 90 − 184.476, of a year of which ten months were not measured.
        assertThat(projection.refund()).isEqualTo(money("895.524000"));
        assertThat(projection.partial()).isTrue();
    }

    @Test
    void whatIsLeftOfTodayCountsByItsTime() {
        house.draws(343.75, "2026-11-01T00:00", "2026-11-22T00:00").draws(450, "2026-11-22T00:00", "2026-11-22T12:00");
        clock.set(House.instant("2026-11-22T12:00"));
        // So far 63 + 6 × 0.108 + 6 × 0.162 + 0.18 = 64.80; of a Sunday's 2.64 + 0.36 a half: 1.50; eight days at 3.00.
        assertThat(projection(example()).monthEnd()).isEqualTo(money("90.300000"));
    }

    @Test
    void aDayOfTwentyFiveHoursRunsOutByItsOwnHours_T2() {
        // Tariff of one rate: 1 kW is 0.30 an hour. Sundays before have 24 h: 7.20.
        house.draws(1000, "2026-10-01T00:00", "2026-10-25T12:00");
        clock.set(House.instant("2026-10-25T12:00"));
        // 24 × 7.20 + 13 × 0.30 + 7.20 × 12 / 25 + 6 × 7.20, and the base price of all of October.
        assertThat(projection(of(oneRate("2026-01-01", "90", "0.30"))).monthEnd()).isEqualTo(money("234.156000"));
    }

    @Test
    void onlyTheLastFourOfAWeekdayCount() {
        // Six Mondays: the first two at 1 kW, the others at 0.5 kW, nothing else measured. One rate: 0.30.
        for (String monday : new String[] {"2026-10-12", "2026-10-19"}) {
            house.draws(1000, monday + "T00:00", monday + "T23:59");
        }
        for (String monday : new String[] {"2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"}) {
            house.draws(500, monday + "T00:00", monday + "T23:59");
        }
        // So far in November 3 × 3.60 + 22 × 0.36; to come 8 days, all like Mondays: 8 × 3.60 + 8 × 0.36
        assertThat(projection(of(oneRate("2026-01-01", "90", "0.30"))).monthEnd()).isEqualTo(money("50.400000"));
    }

    @Test
    void aWeekdayThatWasNeverMeasuredIsTheMeanOfAllOthers() {
        // Since Friday: 2.40, 3.20 and 4.00 at 0.32 a kWh; base price 3 × 0.36.
        house.draws(312.5, "2026-11-20T00:00", "2026-11-21T00:00").draws(1250 / 3.0, "2026-11-21T00:00", "2026-11-22T00:00")
                .draws(6250 / 12.0, "2026-11-22T00:00", "2026-11-23T00:00");
        // Monday to Thursday and Monday again 3.20 each, then 2.40, 3.20, 4.00: 9.60 + 5 × 3.20 + 9.60 + 11 × 0.36
        assertThat(projection(example()).monthEnd()).isEqualTo(money("39.160000"));
    }

    @Test
    void aDayCountsIfItIsAtLeastHalfCovered() {
        Map<String, Object> tariff = of(oneRate("2026-01-01", "90", "0.30"));
        house.draws(1000, "2026-11-21T12:15", "2026-11-22T00:00");
        // Saturday has 11.75 h: that is no measured day.
        assertThat(projection(tariff)).isNull();
        house.draws(1000, "2026-11-21T12:00", "2026-11-21T12:15");
        // 12 h at 0.30 and two days' base price; then eight days at 3.60 and 0.36.
        assertThat(projection(tariff).monthEnd()).isEqualTo(money("36.000000"));
    }

    @Test
    void todayDoesNotCountForItself() {
        house.draws(1000, "2026-11-23T00:00", "2026-11-23T20:00");
        clock.set(House.instant("2026-11-23T20:00"));
        assertThat(projection(example())).isNull();
    }

    @Test
    void theBillingYearMayBeginOnAnyDay() {
        // One rate, 0.30: 1 kW is 7.20 a day; base price 9.30 a month. The billing year runs from 15 October: 39 days are
        // measured, one of them with 25 h, and 326 are to come. The two parts of an October together have one base price.
        house.draws(1000, "2026-10-01T00:00", "2026-11-23T00:00");
        Map<String, Object> document = with(of(version("2026-01-01", "90"), version("2026-12-01", "100")), "billingYearStart",
                "10-15");
        Budget.Projection projection = projection(document);
        // 365 × 7.20 + 0.30 + 12 × 9.30
        assertThat(projection.billingYearEnd()).isEqualTo(money("2739.900000"));
        // The twelve months that begin in it: November at 90, eleven at 100.
        assertThat(projection.refund()).isEqualTo(money("-1549.900000"));
        assertThat(projection.partial()).isFalse();
    }

    private static Map<String, Object> version(String validFrom, String instalment) {
        return Documents.version(validFrom, instalment, 1, List.of(Documents.tier(0, "9.30", "0.30", null)), null);
    }

    @Test
    void aRiseThatIsKnownChangesTheBasePriceAndInstalmentsToCome() {
        house.draws(343.75, "2026-11-01T00:00", "2026-11-23T00:00");
        Map<String, Object> document = of(nightRate("2026-01-01", "90", "0.36", "0.24"),
                with(nightRate("2026-12-01", "130", "0.36", "0.24"), "basePricePer", "year"));
        // 30 × 3.00 to November's end; December 31 × 2.64 and 31 × 10.80 / 365.
        assertThat(projection(document).billingYearEnd()).isEqualTo(money("172.757260"));
        // 11 × 90 + 130
        assertThat(projection(document).refund()).isEqualTo(money("947.242740"));
    }

    @ParameterizedTest
    @CsvSource({"01-01, 2026-11-22, 2026-01-01", "11-22, 2026-11-22, 2026-11-22", "11-23, 2026-11-22, 2025-11-23",
        "02-29, 2028-02-28, 2027-03-01", "02-29, 2028-02-29, 2028-02-29", "02-29, 2029-02-28, 2028-02-29",
        "02-29, 2029-03-01, 2029-03-01"})
    void aBillingYearBeginsOnItsDayOrTheFirstOfMarch(String start, String today, String begins) {
        assertThat(Projector.yearStart(MonthDay.parse("--" + start), LocalDate.parse(today))).isEqualTo(LocalDate.parse(begins));
    }
}
