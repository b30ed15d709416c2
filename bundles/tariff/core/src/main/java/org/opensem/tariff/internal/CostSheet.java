package org.opensem.tariff.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.EnergyReport;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;

/** Rounds a report's amounts line by line, such that the buckets add up to the totals and the divisions to what they divide. */
final class CostSheet {
    private final EnergyReport report;
    private final List<Amounts> buckets;

    /** @param buckets null where nothing is known */
    CostSheet(EnergyReport report, List<Amounts> buckets) {
        this.report = report;
        this.buckets = buckets;
    }

    CostReport report(Currency currency, boolean partial) {
        List<BigDecimal> high = column(Amounts::high);
        List<BigDecimal> low = column(Amounts::low);
        List<BigDecimal> basePrice = column(Amounts::basePrice);
        List<BigDecimal> co2 = co2();
        List<Cost> costs = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            Amounts amounts = buckets.get(i);
            if (amounts == null) {
                costs.add(Cost.UNKNOWN);
                continue;
            }
            Cost.Lines lines = new Cost.Lines(high.get(i), low.get(i), basePrice.get(i));
            costs.add(new Cost(lines, amounts.phases(lines.energy()), amounts.base(lines.energy()), co2.get(i)));
        }
        return new CostReport(currency, costs, totals(costs), partial);
    }

    /** A rounded figure of every bucket; nothing where nothing is known. */
    private List<BigDecimal> column(Function<Amounts, BigDecimal> figure) {
        return Rounding.column(
                buckets.stream().map(amounts -> amounts == null ? BigDecimal.ZERO : figure.apply(amounts)).toList());
    }

    private List<BigDecimal> co2() {
        List<BigDecimal> exact = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            boolean covered = report.buckets().get(i).figures().coveredSeconds() > 0;
            exact.add(covered && buckets.get(i) != null ? buckets.get(i).co2() : null);
        }
        List<BigDecimal> rounded = new ArrayList<>(
                Rounding.column(exact.stream().map(part -> part == null ? BigDecimal.ZERO : part).toList()));
        for (int i = 0; i < exact.size(); i++) {
            if (exact.get(i) == null) {
                rounded.set(i, null);
            }
        }
        return rounded;
    }

    private Cost totals(List<Cost> costs) {
        List<Cost> known = costs.stream().filter(Cost::known).toList();
        if (known.isEmpty()) {
            return Cost.UNKNOWN;
        }
        Cost.Lines lines = new Cost.Lines(sum(known, cost -> cost.lines().high()), sum(known, cost -> cost.lines().low()),
                sum(known, cost -> cost.lines().basePrice()));
        return new Cost(lines, phases(known, lines.energy()), sum(known, Cost::base), sum(known, Cost::co2Kg));
    }

    /** The sum of the buckets' phases; where some have none, the whole in proportion to what the phases drew. */
    private List<BigDecimal> phases(List<Cost> known, BigDecimal energy) {
        if (known.stream().allMatch(cost -> cost.phases() != null)) {
            return List.of(sum(known, cost -> cost.phases().get(0)), sum(known, cost -> cost.phases().get(1)),
                    sum(known, cost -> cost.phases().get(2)));
        }
        Energy drawn = report.totals().energy();
        return drawn.l1() + drawn.l2() + drawn.l3() == 0 ? null : Rounding.shares(energy, drawn.l1(), drawn.l2(), drawn.l3());
    }

    private static BigDecimal sum(List<Cost> costs, Function<Cost, BigDecimal> figure) {
        return costs.stream().map(figure).filter(Objects::nonNull).reduce(BigDecimal::add).orElse(null);
    }
}
