package org.opensem.web.home.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyReport.Bucket;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.tariff.Budget;
import org.opensem.tariff.BudgetService;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;
import org.opensem.tariff.CostService;

/**
 * A tariff that can be worked out by heart: 30 ct a kWh, 20 ct from 22 to 6, 1 ct base price an hour, 400 g CO2 a kWh; and the
 * budgets that a test lays in. Each of them may be missing, or fail.
 */
final class Prices implements CostService, BudgetService {
    private static final int PLACES = 6;

    final Map<Period, Budget> budgets = new HashMap<>();
    String currency = "EUR";
    boolean none;
    boolean failing;
    boolean partial;
    BigDecimal co2KgPerKwh = new BigDecimal("0.4");
    BigDecimal factor = BigDecimal.ONE;

    Currency currency() {
        return none ? null : Currency.getInstance(currency);
    }

    @Override
    public Optional<CostReport> cost(EnergyReport report) {
        if (failing) {
            throw new IllegalStateException("The tariff is being updated");
        }
        if (none) {
            return Optional.empty();
        }
        List<Cost> buckets = new ArrayList<>();
        Cost totals = Cost.UNKNOWN;
        for (Bucket bucket : report.buckets()) {
            Cost cost = cost(bucket);
            buckets.add(cost);
            totals = !cost.known() ? totals : !totals.known() ? cost : plus(totals, cost);
        }
        return Optional.of(new CostReport(currency(), buckets, totals, partial));
    }

    private Cost cost(Bucket bucket) {
        if (bucket.figures().coveredSeconds() == 0) {
            return Cost.UNKNOWN;
        }
        Energy energy = bucket.figures().energy();
        int hour = bucket.span().start().getHour();
        boolean low = hour < 6 || hour >= 22;
        BigDecimal price = new BigDecimal(low ? "0.20" : "0.30").multiply(factor);
        BigDecimal amount = price.multiply(kilowattHours(energy.imported())).setScale(PLACES, RoundingMode.HALF_UP);
        BigDecimal basePrice = BigDecimal.valueOf(bucket.figures().coveredSeconds())
                .divide(BigDecimal.valueOf(360_000), PLACES, RoundingMode.HALF_UP);
        Cost.Lines lines = new Cost.Lines(low ? BigDecimal.ZERO : amount, low ? amount : BigDecimal.ZERO, basePrice);
        BigDecimal half = amount.divide(BigDecimal.TWO, PLACES, RoundingMode.HALF_UP);
        BigDecimal quarter = amount.subtract(half).divide(BigDecimal.TWO, PLACES, RoundingMode.DOWN);
        List<BigDecimal> phases = energy.phased() == 0 ? null : List.of(half, quarter, amount.subtract(half).subtract(quarter));
        return new Cost(lines, phases, amount.movePointLeft(1).setScale(PLACES, RoundingMode.HALF_UP),
                co2KgPerKwh == null ? null : kilowattHours(energy.imported()).multiply(co2KgPerKwh).setScale(PLACES, RoundingMode.HALF_UP));
    }

    private static BigDecimal kilowattHours(long milliwattSeconds) {
        return BigDecimal.valueOf(milliwattSeconds).divide(BigDecimal.valueOf(3_600_000_000L), 12, RoundingMode.HALF_UP);
    }

    private static Cost plus(Cost a, Cost b) {
        Cost.Lines lines = new Cost.Lines(a.lines().high().add(b.lines().high()), a.lines().low().add(b.lines().low()),
                a.lines().basePrice().add(b.lines().basePrice()));
        List<BigDecimal> phases = a.phases() == null ? b.phases() : new ArrayList<>(a.phases());
        for (int i = 0; a.phases() != null && b.phases() != null && i < phases.size(); i++) {
            phases.set(i, a.phases().get(i).add(b.phases().get(i)));
        }
        return new Cost(lines, phases, a.base().add(b.base()), a.co2Kg() == null ? null : a.co2Kg().add(b.co2Kg()));
    }

    @Override
    public Optional<Budget> budget(Period period) {
        if (failing) {
            throw new IllegalStateException("The tariff is being updated");
        }
        return Optional.ofNullable(budgets.get(period));
    }

    /** Takes a budget in. */
    Prices with(Budget budget) {
        budgets.put(budget.period(), budget);
        return this;
    }

    /** 19 November 2026 of the design: 98 € a month, 37.69 € left at its start, 3.05 € spent by 20:47. */
    static Budget designDay(ZonedDateTime now) {
        Period day = Period.of(PeriodKind.DAY, now);
        List<Budget.Point> series = new ArrayList<>();
        BigDecimal spent = BigDecimal.ZERO;
        for (var hour : day.parts()) {
            boolean ahead = hour.start().isAfter(now);
            spent = hour.end().isAfter(now) ? money("3.05") : spent.add(money("0.14"));
            series.add(new Budget.Point(ahead || !hour.end().isAfter(now) ? hour.end() : now, money("37.69"), ahead ? null : spent));
        }
        return new Budget(day, Currency.getInstance("EUR"), new Budget.Prepaid(money("98"), money("0.317267"), money("429")),
                new Budget.Amount(money("3.14"), money("9.90")), new Budget.Amount(money("3.05"), money("8.29")), series,
                new Budget.Projection(money("98.99"), money("1108.54"), money("-28.54")));
    }

    static BigDecimal money(String amount) {
        return new BigDecimal(amount).setScale(PLACES);
    }
}
