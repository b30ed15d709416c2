package org.opensem.tariff.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.tariff.internal.Documents.ALL_DAYS;
import static org.opensem.tariff.internal.Documents.tier;
import static org.opensem.tariff.internal.Documents.version;
import static org.opensem.tariff.internal.Documents.window;
import static org.opensem.tariff.internal.Documents.with;
import static org.opensem.tariff.internal.House.period;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.tariff.Budget;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;
import org.opensem.testkit.TestClock;

/** The bill of docs/bill.md, number for number (E3, H6, T2, T5). */
class YearlyBillTest {
    private static final Period YEAR = period(PeriodKind.YEAR, "2026-01-01");

    private final House house = new House().draws(400, "2026-01-01T00:00", "2026-07-01T00:00")
            .draws(600, "2026-07-01T00:00", "2027-01-01T00:00");
    private final TestClock clock = new TestClock(House.instant("2027-01-01T00:00"));
    private final MoneyComponent money = new MoneyComponent(FixedTariff.of(contract()), house, clock);

    private static Map<String, Object> contract() {
        List<Object> night = List.of(window(ALL_DAYS, "22:00", "06:00"));
        Map<String, Object> january = version("2026-01-01", "120", 2, List.of(tier(0, "10.80", "0.36", "0.24")), night);
        Map<String, Object> july = version("2026-07-01", "140", 2, List.of(tier(0, "129.90", "0.3849", "0.2551")), night);
        return Documents.of(january, with(with(july, "basePricePer", "year"), "co2GramsPerKwh", 363));
    }

    private CostReport cost(Period period) {
        return money.cost(house.energy(period)).orElseThrow();
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    @Test
    void theYear() {
        Cost year = cost(YEAR).totals();
        assertThat(year.lines()).isEqualTo(new Cost.Lines(amount("1096.911360"), amount("364.369380"), amount("130.283836")));
        assertThat(year.total()).isEqualTo(amount("1591.564576"));
        assertThat(Stream.of(year.lines().high(), year.lines().low(), year.lines().basePrice(), year.total())
                .map(YearlyBillTest::cents)).containsExactly(
                amount("1096.91"), amount("364.37"), amount("130.28"), amount("1591.56"));
        assertThat(year.co2Kg()).isEqualTo(amount("1622.158600"));
        assertThat(house.energy(YEAR).totals().energy().imported()).isEqualTo(43_874L * 360_000_000);
    }

    @Test
    void theInstalmentsAndWhatIsStillToBePaid() {
        Budget budget = money.budget(YEAR).orElseThrow();
        assertThat(budget.remaining().money()).isEqualTo(amount("1560.000000"));
        assertThat(budget.consumed()).isEqualTo(new Budget.Amount(amount("1591.564576"), amount("4387.400000")));
        assertThat(cents(budget.consumed().money().subtract(budget.remaining().money()))).isEqualTo(amount("31.56"));
        // A second before the year's end the projection has arrived at the bill.
        clock.set(House.instant("2026-12-31T23:59:59"));
        Budget.Projection projection = money.budget(YEAR).orElseThrow().projection();
        assertThat(cents(projection.billingYearEnd())).isEqualTo(amount("1591.56"));
        assertThat(cents(projection.refund())).isEqualTo(amount("-31.56"));
    }

    @Test
    void theTwelveBarsAddUp() {
        List<BigDecimal> basePrices = cost(YEAR).buckets().stream().map(bar -> bar.lines().basePrice()).toList();
        assertThat(basePrices).containsExactly(amount("10.800000"), amount("10.800000"), amount("10.800000"), amount("10.800000"),
                amount("10.800000"), amount("10.800000"), amount("11.032603"), amount("11.032603"), amount("10.676712"),
                amount("11.032603"), amount("10.676712"), amount("11.032603"));
        assertThat(cost(YEAR).buckets().get(2).total()).isEqualTo(amount("105.936000"));
        assertThat(cost(YEAR).buckets().get(9).lines())
                .isEqualTo(new Cost.Lines(amount("114.546240"), amount("38.111940"), amount("11.032603")));
    }

    @Test
    void monthsAndDaysComeToTheSameBillToTheCent() {
        BigDecimal months = IntStream.rangeClosed(1, 12).mapToObj(month -> LocalDate.of(2026, month, 1))
                .map(day -> cost(period(PeriodKind.MONTH, day.toString())).totals().total())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal days = LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 1, 1))
                .map(day -> cost(House.day(day.toString())).totals().total()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(cents(months)).isEqualTo(amount("1591.56"));
        assertThat(cents(days)).isEqualTo(amount("1591.56"));
    }
}
