package org.opensem.web.home.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.opensem.aggregation.Energy;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;
import org.opensem.web.Unit;
import org.opensem.web.home.HomeFigures;

/**
 * A period's amounts and their parts in the unit that is shown. They are whole, so that parts add up (T5): milliwatt-seconds,
 * millionths of the currency, milligrams of CO2.
 */
final class Amounts {
    private static final int PLACES = 6;

    private final HomeFigures figures;
    private final Unit unit;

    Amounts(HomeFigures figures) {
        this.figures = figures;
        unit = figures.shownUnit();
    }

    /**
     * An amount in parts. Base and switched load and the base price make up the total, so do the rates and the base price, and so
     * do the phases, what no phase is known of, and the base price; only energies of phases may be more, where one feeds in (T7).
     *
     * @param high the energy's part at the high rate, in a cost
     * @param low at the low rate
     * @param basePrice in a cost
     * @param phases L1, L2, L3; empty where the meter tells the total only
     * @param untold of the time without phases, where there are phases at other times
     */
    record Amount(long total, long base, long switched, long high, long low, long basePrice, List<Long> phases, long untold) {
        private static Amount of(long total, long base, List<Long> phases, long untold) {
            return new Amount(total, base, total - base, 0, 0, 0, phases, untold);
        }
    }

    Unit unit() {
        return unit;
    }

    /** A bucket's; empty where nothing is known, which is never 0. */
    Optional<Amount> bucket(int index) {
        if (unit == Unit.ENERGY) {
            var bucket = figures.energy().buckets().get(index).figures();
            return bucket.coveredSeconds() == 0 ? Optional.empty() : Optional.of(energy(bucket.energy()));
        }
        Cost cost = report().buckets().get(index);
        return unit == Unit.COST ? cost(cost) : co2(cost, figures.energy().buckets().get(index).figures().energy());
    }

    /** The whole period's, the sum of its buckets. */
    Optional<Amount> total() {
        return switch (unit) {
            case ENERGY -> figures.totals().coveredSeconds() == 0 ? Optional.empty()
                    : Optional.of(energy(figures.totals().energy()));
            case COST -> cost(report().totals());
            case CO2 -> sum();
        };
    }

    /** The largest bucket's size, by which places are chosen. */
    long largest() {
        long largest = 0;
        for (int i = 0; i < figures.energy().buckets().size(); i++) {
            largest = Math.max(largest, bucket(i).map(amount -> Math.abs(amount.total())).orElse(0L));
        }
        return largest;
    }

    private CostReport report() {
        return figures.money().cost().orElseThrow();
    }

    private static Amount energy(Energy energy) {
        List<Long> phases = List.of(energy.l1(), energy.l2(), energy.l3());
        boolean told = energy.phased() > 0 || phases.stream().anyMatch(phase -> phase > 0);
        return Amount.of(energy.imported(), energy.base(), told ? phases : List.of(),
                told ? energy.imported() - energy.phased() : 0);
    }

    private static Optional<Amount> cost(Cost cost) {
        if (!cost.known()) {
            return Optional.empty();
        }
        long high = whole(cost.lines().high());
        long low = whole(cost.lines().low());
        long basePrice = whole(cost.lines().basePrice());
        long base = whole(cost.base());
        List<Long> phases = cost.phases() == null ? List.of() : cost.phases().stream().map(Amounts::whole).toList();
        return Optional.of(new Amount(high + low + basePrice, base, high + low - base, high, low, basePrice, phases, 0));
    }

    /** Emission is told for all of a bucket: its parts are in proportion to their energy. */
    private static Optional<Amount> co2(Cost cost, Energy energy) {
        if (cost.co2Kg() == null) {
            return Optional.empty();
        }
        long total = whole(cost.co2Kg());
        Amount parts = energy(energy);
        long base = Portions.divide(total, energy.base(), energy.switched())[0];
        if (parts.phases().isEmpty()) {
            return Optional.of(Amount.of(total, base, List.of(), 0));
        }
        long untold = Portions.divide(total, parts.untold(), energy.phased())[0];
        long[] phases = Portions.divide(total - untold, energy.l1(), energy.l2(), energy.l3());
        return Optional.of(Amount.of(total, base, LongStream.of(phases).boxed().toList(), untold));
    }

    private Optional<Amount> sum() {
        Amount sum = null;
        for (int i = 0; i < figures.energy().buckets().size(); i++) {
            Optional<Amount> bucket = bucket(i);
            if (bucket.isPresent()) {
                sum = sum == null ? bucket.get() : plus(sum, bucket.get());
            }
        }
        return Optional.ofNullable(sum);
    }

    private static Amount plus(Amount a, Amount b) {
        // A bucket of the time without phases is, where others have them, untold as a whole.
        boolean told = !a.phases().isEmpty() || !b.phases().isEmpty();
        List<Long> phases = new ArrayList<>();
        for (int i = 0; told && i < 3; i++) {
            phases.add(phase(a, i) + phase(b, i));
        }
        return Amount.of(a.total() + b.total(), a.base() + b.base(), phases, told ? untold(a) + untold(b) : 0);
    }

    private static long phase(Amount amount, int index) {
        return amount.phases().isEmpty() ? 0 : amount.phases().get(index);
    }

    private static long untold(Amount amount) {
        return amount.phases().isEmpty() ? amount.total() : amount.untold();
    }

    private static long whole(BigDecimal amount) {
        return amount.setScale(PLACES, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }
}
