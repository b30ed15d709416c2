package org.opensem.report.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.report.Amounts;
import org.opensem.report.Pricing;
import org.opensem.tariff.Budget;
import org.opensem.tariff.BudgetService;
import org.opensem.tariff.CostReport;
import org.opensem.tariff.CostService;
import org.opensem.tariff.Rate;
import org.opensem.tariff.Tariff;

/** What is known of money and CO2 at a moment. Any of its services may be away. */
final class Prices {
    private static final int PLACES = 6;
    private static final BigDecimal GRAMS_PER_KILOGRAM = BigDecimal.valueOf(1000);

    private final CostService costs;
    private final BudgetService budgets;
    private final Tariff tariff;
    private final Shares shares;

    /** Each service may be null. @param shares of the instalments that are known already */
    Prices(CostService costs, BudgetService budgets, Tariff tariff, Shares shares) {
        this.costs = costs;
        this.budgets = budgets;
        this.tariff = tariff;
        this.shares = shares;
    }

    /**
     * Shares of the instalments by period; they change only with the tariff, and a year's takes a while. Another tariff may come
     * here before the budgets are made anew by it: what the old ones told then is forgotten with them.
     */
    static final class Shares {
        private static final int KEPT = 64;

        private long revision = Long.MIN_VALUE;
        private BudgetService source;
        private final Map<Period, Amounts> known = new LinkedHashMap<>(KEPT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Period, Amounts> eldest) {
                return size() > KEPT;
            }
        };

        private synchronized Amounts get(Period period, long current, BudgetService budgets) {
            if (current != revision || budgets != source) {
                known.clear();
                revision = current;
                source = budgets;
            }
            return known.get(period);
        }

        private synchronized void put(Period period, long current, BudgetService budgets, Amounts share) {
            if (current == revision && budgets == source) {
                known.put(period, share);
            }
        }
    }

    /** @return null where no price is known */
    CostReport cost(EnergyReport report) {
        return costs == null ? null : costs.cost(report).orElse(null);
    }

    Pricing pricing(Optional<CostReport> any) {
        if (costs == null) {
            return Pricing.AWAY;
        }
        return any.map(cost -> Pricing.in(cost.currency())).orElse(Pricing.NONE);
    }

    /**
     * A period's share of the instalments, a day's being the month's divided by its days (U1).
     *
     * @return null where there is none, or nobody can tell
     */
    Amounts budget(Period period) {
        if (budgets == null || tariff == null) {
            return null;
        }
        long revision = tariff.revision().number();
        Amounts share = shares.get(period, revision, budgets);
        if (share == null) {
            share = period.kind() == PeriodKind.DAY ? ofDay(period) : ofPeriod(period);
            if (share != null) {
                shares.put(period, revision, budgets, share);
            }
        }
        return share;
    }

    private Amounts ofDay(Period day) {
        Amounts month = budget(Period.of(PeriodKind.MONTH, day.start()));
        if (month == null) {
            return null;
        }
        BigDecimal days = BigDecimal.valueOf(day.start().toLocalDate().lengthOfMonth());
        return new Amounts(divided(month.kilowattHours(), days), divided(month.cost(), days),
                divided(month.co2Kilograms(), days));
    }

    private static BigDecimal divided(BigDecimal amount, BigDecimal days) {
        return amount == null ? null : amount.divide(days, PLACES, RoundingMode.HALF_UP);
    }

    /** Of a week, a month or a year what is left of the instalment is its whole share (H6). */
    private Amounts ofPeriod(Period period) {
        Optional<Budget> budget = budgets.budget(period);
        if (budget.isEmpty()) {
            return null;
        }
        Budget.Amount share = budget.get().remaining();
        return new Amounts(share.kilowattHours(), share.money(), co2(share.kilowattHours(), period));
    }

    /** At the mean emission of the period's hours; null where it is not known for any. */
    private BigDecimal co2(BigDecimal kilowattHours, Period period) {
        BigDecimal gramSeconds = BigDecimal.ZERO;
        long seconds = 0;
        for (Rate rate : tariff.rates(period.span().startSecond(), period.span().endSecond())) {
            if (rate.co2GramsPerKwh() != null) {
                gramSeconds = gramSeconds.add(rate.co2GramsPerKwh().multiply(BigDecimal.valueOf(rate.to() - rate.from())));
                seconds += rate.to() - rate.from();
            }
        }
        return seconds == 0 || kilowattHours == null ? null : kilowattHours.multiply(gramSeconds)
                .divide(GRAMS_PER_KILOGRAM.multiply(BigDecimal.valueOf(seconds)), PLACES, RoundingMode.HALF_UP);
    }
}
