package org.opensem.report.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyReport.Bucket;
import org.opensem.aggregation.Gaps;
import org.opensem.report.Amounts;
import org.opensem.report.OverviewRow;
import org.opensem.report.Portions;
import org.opensem.report.Stretch;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;

/**
 * A period's amounts by row, whole and in parts. Energies are rounded to millionths of a kWh as REST's are: the buckets to the
 * rounded total, base and switched load within each bucket. CO2 is divided within each bucket in proportion to the energy.
 */
final class Stretches {
    /** Milliwatt-seconds of a millionth of a kWh. */
    private static final long UNIT = 3600;
    private static final int PLACES = 6;
    /** As long as nobody finds patterns, nothing is in a category. */
    private static final List<OverviewRow> CATEGORIES =
            List.of(OverviewRow.HEAT, OverviewRow.COLD, OverviewRow.WASHING, OverviewRow.MEDIA_AND_LIGHT);

    private final EnergyReport report;
    private final CostReport costs;
    private final long first;
    private final long now;
    private final long[] energy;
    private final long[] base;
    private final BigDecimal[] baseCo2;

    /**
     * @param costs null where no price is known
     * @param first the first measured second, or {@link Long#MAX_VALUE}
     * @param now epoch second
     */
    Stretches(EnergyReport report, CostReport costs, long first, long now) {
        this.report = report;
        this.costs = costs;
        this.first = first;
        this.now = now;
        long[] imported = report.buckets().stream().mapToLong(bucket -> energy(bucket).imported()).toArray();
        energy = Portions.split(Portions.units(LongStream.of(imported).sum(), UNIT), imported);
        base = new long[energy.length];
        baseCo2 = new BigDecimal[energy.length];
        for (int i = 0; i < energy.length; i++) {
            Energy measured = energy(report.buckets().get(i));
            base[i] = Portions.split(energy[i], measured.base(), measured.switched())[0];
            baseCo2[i] = share(cost(i).co2Kg(), measured);
        }
    }

    private static Energy energy(Bucket bucket) {
        return bucket.figures().energy();
    }

    private Cost cost(int bucket) {
        return costs == null ? Cost.UNKNOWN : costs.buckets().get(bucket);
    }

    private static BigDecimal share(BigDecimal co2, Energy measured) {
        if (co2 == null) {
            return null;
        }
        long units = co2.setScale(PLACES).unscaledValue().longValueExact();
        long[] parts = Portions.split(units, measured.base(), measured.switched());
        return BigDecimal.valueOf(parts[0], PLACES);
    }

    /** The whole period. */
    Stretch whole(Amounts budget) {
        Cost cost = costs == null ? Cost.UNKNOWN : costs.totals();
        BigDecimal co2 = null;
        for (BigDecimal part : baseCo2) {
            co2 = part == null ? co2 : co2 == null ? part : co2.add(part);
        }
        long covered = report.totals().coveredSeconds();
        Loads loads = new Loads(LongStream.of(energy).sum(), LongStream.of(base).sum(), co2);
        Map<OverviewRow, Amounts> amounts = amounts(covered, loads, cost);
        if (budget != null) {
            amounts.put(OverviewRow.BUDGET, budget);
        }
        long missing = report.buckets().stream().mapToLong(bucket -> Gaps.missing(bucket, first, now)).sum();
        return new Stretch(report.period().span(), covered, missing, running(report.period().span().startSecond(),
                report.period().span().endSecond()), amounts);
    }

    /** Its parts, without a budget. */
    List<Stretch> parts() {
        List<Stretch> parts = new ArrayList<>();
        for (int i = 0; i < energy.length; i++) {
            Bucket bucket = report.buckets().get(i);
            long covered = bucket.figures().coveredSeconds();
            parts.add(new Stretch(bucket.span(), covered, Gaps.missing(bucket, first, now),
                    running(bucket.span().startSecond(), bucket.span().endSecond()),
                    amounts(covered, new Loads(energy[i], base[i], baseCo2[i]), cost(i))));
        }
        return parts;
    }

    private boolean running(long from, long to) {
        return from <= now && now < to;
    }

    /** In millionths of a kWh, and the base load's CO2. */
    private record Loads(long total, long base, BigDecimal baseCo2) {}

    private static Map<OverviewRow, Amounts> amounts(long covered, Loads loads, Cost cost) {
        Map<OverviewRow, Amounts> amounts = new EnumMap<>(OverviewRow.class);
        if (cost.known()) {
            amounts.put(OverviewRow.BASE_PRICE, new Amounts(null, cost.lines().basePrice(), null));
        }
        if (covered == 0) {
            // The base price runs through gaps.
            amounts.put(OverviewRow.TOTAL, new Amounts(null, cost.total(), null));
            return amounts;
        }
        BigDecimal total = kilowattHours(loads.total());
        Amounts whole = new Amounts(total, cost.total(), cost.co2Kg());
        Amounts base = new Amounts(kilowattHours(loads.base()), cost.base(), loads.baseCo2());
        Amounts energy = new Amounts(total, cost.known() ? cost.lines().energy() : null, cost.co2Kg());
        amounts.put(OverviewRow.TOTAL, whole);
        amounts.put(OverviewRow.BASE, base);
        amounts.put(OverviewRow.SWITCHED, energy.minus(base));
        Amounts none = new Amounts(kilowattHours(0), cost.known() ? kilowattHours(0) : null,
                cost.co2Kg() == null ? null : kilowattHours(0));
        for (OverviewRow category : CATEGORIES) {
            amounts.put(category, none);
        }
        amounts.put(OverviewRow.NOT_ASSIGNED, energy);
        return amounts;
    }

    private static BigDecimal kilowattHours(long millionths) {
        return BigDecimal.valueOf(millionths, PLACES);
    }
}
