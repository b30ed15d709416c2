package org.opensem.tariff.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opensem.tariff.internal.Documents.example;
import static org.opensem.tariff.internal.Documents.nightRate;
import static org.opensem.tariff.internal.Documents.of;
import static org.opensem.tariff.internal.Documents.oneRate;
import static org.opensem.tariff.internal.House.day;
import static org.opensem.tariff.internal.House.local;
import static org.opensem.tariff.internal.House.period;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.tariff.Budget;
import org.opensem.testkit.TestClock;

/**
 * Target, actual and what is left (H5, H6), worked by hand. The tariff is that of the REST description: 0.36 by day, 0.24 from 22
 * to 6, 10.80 a month, instalment 90. A day at P kW costs 24 × P × 0.32 and a month's part of 10.80.
 */
class BudgetTest {
    private final House house = new House();
    private final TestClock clock = new TestClock(House.instant("2026-11-23T00:00"));

    private Budget budget(Map<String, Object> document, Period period) {
        return new MoneyComponent(FixedTariff.of(document), house, clock).budget(period).orElseThrow();
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }

    /** 343.75 W cost 2.64 a day, 3.00 with the base price; on the 22nd 450 W cost 3.456, in all 3.816. */
    private void november() {
        house.draws(343.75, "2026-11-01T00:00", "2026-11-22T00:00").draws(450, "2026-11-22T00:00", "2026-11-23T00:00");
    }

    @Test
    void theDayOfTheRestDescription() {
        november();
        Budget budget = budget(example(), day("2026-11-22"));

        // 90 / (30 × 24 h × 0.32) = 390.625 W
        assertThat(budget.now()).isEqualTo(new Budget.Prepaid(money("90.000000"), money("0.320000"), money("390.625000")));
        // 90 − 21 × 3.00 = 27; / 9 days = 3; / 0.32 = 9.375 kWh
        assertThat(budget.remaining()).isEqualTo(new Budget.Amount(money("3.000000"), money("9.375000")));
        assertThat(budget.consumed()).isEqualTo(new Budget.Amount(money("3.816000"), money("10.800000")));
        assertThat(budget.series()).hasSize(24).extracting(Budget.Point::target).containsOnly(money("27.000000"));
        // To 8:00: 6 × 0.45 × 0.24 + 2 × 0.45 × 0.36 + 8 × 0.015
        assertThat(budget.series().get(7))
                .isEqualTo(new Budget.Point(local("2026-11-22T08:00"), money("27.000000"), money("1.092000")));
        assertThat(budget.series().getLast().difference()).isEqualTo(money("23.184000"));
        assertThat(budget.currency().getCurrencyCode()).isEqualTo("EUR");
    }

    @Test
    void aDayThatIsRunningIsToldAsOfNow() {
        house.draws(343.75, "2026-11-01T00:00", "2026-11-22T00:00").draws(450, "2026-11-22T00:00", "2026-11-22T12:30");
        clock.set(House.instant("2026-11-22T12:30"));
        Budget budget = budget(example(), day("2026-11-22"));

        // 6 × 0.108 + 6.5 × 0.162 + 12.5 × 0.015
        assertThat(budget.consumed()).isEqualTo(new Budget.Amount(money("1.888500"), money("5.625000")));
        assertThat(budget.series().get(12))
                .isEqualTo(new Budget.Point(local("2026-11-22T12:30"), money("27.000000"), money("1.888500")));
        assertThat(budget.series().get(13)).isEqualTo(new Budget.Point(local("2026-11-22T14:00"), money("27.000000"), null));
        assertThat(budget.series().get(13).difference()).isNull();
    }

    @Test
    void aMonthAndAWeekHaveAPointADay() {
        november();
        Budget month = budget(example(), period(PeriodKind.MONTH, "2026-11-01"));
        assertThat(month.series()).hasSize(30);
        assertThat(month.series().getFirst())
                .isEqualTo(new Budget.Point(local("2026-11-02T00:00"), money("90.000000"), money("3.000000")));
        assertThat(month.series().get(21))
                .isEqualTo(new Budget.Point(local("2026-11-23T00:00"), money("27.000000"), money("3.816000")));
        // Yet to come: what is left by now.
        assertThat(month.series().get(22)).isEqualTo(new Budget.Point(local("2026-11-24T00:00"), money("23.184000"), null));
        assertThat(month.remaining()).isEqualTo(new Budget.Amount(money("90.000000"), money("281.250000")));
        assertThat(month.consumed()).isEqualTo(new Budget.Amount(money("66.816000"), money("184.050000")));

        Budget week = budget(example(), period(PeriodKind.WEEK, "2026-11-16"));
        assertThat(week.series()).hasSize(7);
        assertThat(week.series().getFirst().target()).isEqualTo(money("45.000000"));
        // 7 × 90 / 30; / 0.32
        assertThat(week.remaining()).isEqualTo(new Budget.Amount(money("21.000000"), money("65.625000")));
    }

    @Test
    void aYearHasAPointAMonthFromTheFirstThatHasATariff() {
        november();
        Budget year = budget(of(nightRate("2026-03-11", "80", "0.36", "0.24"), nightRate("2026-07-02", "90", "0.36", "0.24")),
                period(PeriodKind.YEAR, "2026-01-01"));
        // March has the first version's; July that of its first day; 90 from August on.
        assertThat(year.series()).hasSize(10);
        assertThat(year.series().getFirst()).isEqualTo(new Budget.Point(local("2026-04-01T00:00"), money("80.000000"), null));
        assertThat(year.series().get(4).target()).isEqualTo(money("80.000000"));
        assertThat(year.series().get(5).target()).isEqualTo(money("90.000000"));
        // As of now.
        assertThat(year.series().get(8))
                .isEqualTo(new Budget.Point(local("2026-11-23T00:00"), money("90.000000"), money("66.816000")));
        assertThat(year.series().get(9).actual()).isNull();
        // 5 × 80 + 5 × 90
        assertThat(year.remaining().money()).isEqualTo(money("850.000000"));
    }

    @ParameterizedTest
    @CsvSource({
        // Of 28, 29, 30 and 31 days: 90 / (days × 24 × 0.32)
        "2026-02-10, 0.320000, 418.526786",
        "2028-02-10, 0.320000, 404.094828",
        "2026-04-10, 0.320000, 390.625000",
        "2026-12-10, 0.320000, 378.024194",
        // March: 743 h, 247 of them low: (496 × 0.36 + 247 × 0.24) / 743; and 31 × 24 h all the same.
        "2026-03-10, 0.320108, 377.897041",
        // October: 745 h, 249 low.
        "2026-10-10, 0.319893, 378.151090"
    })
    void prepaidPowerIsOfTheMonthsHoursLiterally(String now, String price, String watts) {
        clock.set(House.instant(now + "T12:00"));
        house.draws(100, "2026-01-10T00:00", "2026-01-11T00:00");
        assertThat(budget(example(), day("2026-01-10")).now())
                .isEqualTo(new Budget.Prepaid(money("90.000000"), money(price), money(watts)));
    }

    @Test
    void prepaidPowerIsOfNowWhateverThePeriod() {
        november();
        for (PeriodKind kind : List.of(PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.YEAR)) {
            assertThat(budget(example(), period(kind, "2026-03-02")).now().watts()).isEqualTo(money("390.625000"));
        }
    }

    @Test
    void twoTariffsWithinAMonth() {
        november();
        Map<String, Object> document = of(nightRate("2026-01-01", "90", "0.36", "0.24"),
                nightRate("2026-11-11", "120", "0.45", "0.30"));
        // Ten days at 0.32 and twenty at 0.40: 0.373333; the instalment is that of the first day: 90 / (720 × 0.373333).
        assertThat(budget(document, day("2026-11-05")).now())
                .isEqualTo(new Budget.Prepaid(money("90.000000"), money("0.373333"), money("334.821429")));
        // Days 1 to 10 cost 3.00, days 11 to 21 8.25 × 0.40 + 0.36 = 3.66: 90 − 30 − 40.26 = 19.74; / 9
        Budget budget = budget(document, day("2026-11-22"));
        assertThat(budget.series().getFirst().target()).isEqualTo(money("19.740000"));
        // 2.193333 / 0.373333
        assertThat(budget.remaining()).isEqualTo(new Budget.Amount(money("2.193333"), money("5.875000")));
    }

    @Test
    void theFirstTariffBeginsWithinTheMonth() {
        november();
        Map<String, Object> document = of(nightRate("2026-11-11", "120", "0.45", "0.30"));
        assertThat(budget(document, day("2026-11-22")).now().instalment()).isEqualTo(money("120.000000"));
        assertThat(budget(document, day("2026-11-22")).now().pricePerKwh()).isEqualTo(money("0.400000"));
        // Before it nothing has a cost: 120 − 11 × 3.66
        assertThat(budget(document, day("2026-11-22")).series().getFirst().target()).isEqualTo(money("79.740000"));
        assertThat(budget(document, day("2026-11-05")).series()).hasSize(24).extracting(Budget.Point::actual).containsOnlyNulls();
    }

    @Test
    void theRemainderMayBeNegative() {
        // 1 kW: 7.68 and 0.36 a day; 90 − 21 × 8.04 = −78.84; / 9; / 0.32
        house.draws(1000, "2026-11-01T00:00", "2026-11-23T00:00");
        Budget budget = budget(example(), day("2026-11-22"));
        assertThat(budget.series().getLast().target()).isEqualTo(money("-78.840000"));
        assertThat(budget.series().getLast().difference()).isEqualTo(money("-86.880000"));
        assertThat(budget.remaining()).isEqualTo(new Budget.Amount(money("-8.760000"), money("-27.375000")));
    }

    @Test
    void theLastDayOfAMonthHasAllThatIsLeft() {
        // 30 days at 3.00 in December: 343.75 W cost 2.64, the base price 10.80 / 31.
        house.draws(343.75, "2026-12-01T00:00", "2026-12-31T00:00");
        clock.set(House.instant("2026-12-31T00:00"));
        // 90 − 30 × 2.64 − 10.80 × 30 / 31 = 0.348387
        assertThat(budget(example(), day("2026-12-31")).remaining().money()).isEqualTo(money("0.348387"));
    }

    @Test
    void aWeekAcrossTheYearsEnd() {
        house.draws(343.75, "2026-12-28T00:00", "2027-01-04T00:00");
        clock.set(House.instant("2027-01-04T00:00"));
        Budget week = budget(of(nightRate("2026-01-01", "90", "0.36", "0.24"), nightRate("2027-01-01", "100", "0.45", "0.30")),
                period(PeriodKind.WEEK, "2026-12-28"));
        // 4 × 90 / 31 + 3 × 100 / 31; 11.612903 / 0.32 + 9.677419 / 0.40
        assertThat(week.remaining()).isEqualTo(new Budget.Amount(money("21.290323"), money("60.483871")));
        // On 1 January the month's whole instalment; the day before 90 − 3 × (2.64 + 10.80 / 31).
        assertThat(week.series().get(4).target()).isEqualTo(money("100.000000"));
        assertThat(week.series().get(3).target()).isEqualTo(money("81.034839"));
    }

    @Test
    void daysOfClockChangesHaveTheirHours() {
        clock.set(House.instant("2026-10-26T00:00"));
        house.draws(1000, "2026-10-01T00:00", "2026-10-26T00:00");
        Budget autumn = budget(example(), day("2026-10-25"));
        assertThat(autumn.series()).hasSize(25);
        // 16 × 0.36 + 9 × 0.24 + 10.80 / 31
        assertThat(autumn.consumed().money()).isEqualTo(money("8.268387"));
        assertThat(autumn.consumed().kilowattHours()).isEqualTo(money("25.000000"));
        // 90 − 24 × (7.68 + 10.80 / 31); 7 days left
        assertThat(autumn.series().getFirst().target()).isEqualTo(money("-102.681290"));
        assertThat(autumn.remaining().money()).isEqualTo(money("-14.668756"));
    }

    @Test
    void whatIsYetToComeOrWasNeverMeasuredIsNotKnown_T4() {
        november();
        Budget tomorrow = budget(example(), day("2026-11-24"));
        assertThat(tomorrow.consumed()).isEqualTo(new Budget.Amount(null, null));
        assertThat(tomorrow.series()).hasSize(24).extracting(Budget.Point::actual).containsOnlyNulls();
        assertThat(tomorrow.series()).extracting(Budget.Point::target).containsOnly(money("23.184000"));
        Budget september = budget(example(), period(PeriodKind.MONTH, "2026-09-01"));
        assertThat(september.consumed()).isEqualTo(new Budget.Amount(null, null));
        assertThat(september.series()).hasSize(30).extracting(Budget.Point::actual).containsOnlyNulls();
    }

    @Test
    void aDayWithoutMeasurementCostsItsBasePrice_T4() {
        house.draws(343.75, "2026-11-01T00:00", "2026-11-21T00:00");
        assertThat(budget(example(), day("2026-11-21")).consumed()).isEqualTo(new Budget.Amount(money("0.360000"), null));
    }

    @Test
    void withoutInstalmentThereIsNoBudget() {
        november();
        assertThat(new MoneyComponent(FixedTariff.of(Map.of()), house, clock).budget(day("2026-11-22"))).isEmpty();
        assertThat(new MoneyComponent(FixedTariff.of(of(oneRate("2026-01-01", null, "0.3"))), house, clock)
                .budget(day("2026-11-22")))
                .isEmpty();
        assertThat(new MoneyComponent(FixedTariff.of(example()), house, clock).budget(day("2025-11-22"))).isEmpty();
        // Last year had one, now there is none.
        Budget past = budget(of(oneRate("2026-01-01", "90", "0.3"), oneRate("2026-11-01", null, "0.3")), day("2026-10-22"));
        assertThat(past.now()).isNull();
        assertThat(past.remaining().money()).isNotNull();
    }

    @Test
    void energyThatCostsNothingHasNoPrepaidPower() {
        november();
        Budget free = budget(of(oneRate("2026-01-01", "90", "0")), day("2026-11-22"));
        assertThat(free.now().watts()).isNull();
        assertThat(free.remaining().kilowattHours()).isNull();
    }

    @Test
    void anHourHasNoBudget() {
        assertThatThrownBy(() -> budget(example(), Period.of(PeriodKind.HOUR, local("2026-11-22T12:00"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
