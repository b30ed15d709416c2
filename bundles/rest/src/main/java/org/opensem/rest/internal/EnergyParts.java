package org.opensem.rest.internal;

import java.util.Arrays;
import java.util.List;
import org.opensem.aggregation.Energy;

/**
 * A span's energies in millionths of a kWh, as they are shown: the parts of every division add up exactly to the total.
 *
 * @param phases l1, l2, l3; null where the meter tells none
 */
record EnergyParts(long total, long base, long switched, long export, long[] phases) {
    /** Milliwatt-seconds of a millionth of a kWh. */
    static final long UNIT = 3600;

    static final EnergyParts NONE = new EnergyParts(0, 0, 0, 0, new long[3]);

    static boolean hasPhases(Energy energy) {
        return energy.phased() > 0 || energy.l1() + energy.l2() + energy.l3() > 0 || energy.imported() == 0;
    }

    /**
     * The buckets' figures: totals and exports add up to the rounded sum of all, and within a bucket base and switched, and
     * the phases where they make up the import, add up to its total.
     */
    static List<EnergyParts> of(List<Energy> buckets) {
        long[] imported = buckets.stream().mapToLong(Energy::imported).toArray();
        long[] exported = buckets.stream().mapToLong(Energy::exported).toArray();
        long[] totals = Shares.split(Shares.units(sum(imported), UNIT), imported);
        long[] exports = Shares.split(Shares.units(sum(exported), UNIT), exported);
        EnergyParts[] parts = new EnergyParts[buckets.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = of(buckets.get(i), totals[i], exports[i]);
        }
        return List.of(parts);
    }

    private static EnergyParts of(Energy energy, long total, long export) {
        long[] load = Shares.split(total, new long[] {energy.base(), energy.switched()});
        long[] phases = null;
        if (hasPhases(energy)) {
            phases = new long[] {energy.l1(), energy.l2(), energy.l3()};
            if (sum(phases) == energy.imported()) {
                phases = Shares.split(total, phases);
            } else {
                // With feed-in on a phase the phases' imports are more than the house's.
                phases = Arrays.stream(phases).map(phase -> Shares.units(phase, UNIT)).toArray();
            }
        }
        return new EnergyParts(total, load[0], load[1], export, phases);
    }

    /** Both together. A span without phases leaves the other's as they are. */
    EnergyParts plus(EnergyParts o) {
        long[] both = phases == null ? o.phases : phases;
        if (phases != null && o.phases != null) {
            both = new long[] {phases[0] + o.phases[0], phases[1] + o.phases[1], phases[2] + o.phases[2]};
        }
        return new EnergyParts(total + o.total, base + o.base, switched + o.switched, export + o.export, both);
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }
}
