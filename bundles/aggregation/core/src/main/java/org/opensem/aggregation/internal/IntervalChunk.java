package org.opensem.aggregation.internal;

import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;

/** The quarter-hours of one UTC day in arrays. Written only before it is published. */
final class IntervalChunk {
    static final int SLOTS = 96;
    private static final int ENERGIES = 7;

    private final short[] covered = new short[SLOTS];
    private final long[] energies = new long[SLOTS * ENERGIES];
    private final int[] min = new int[SLOTS];
    private final int[] max = new int[SLOTS];
    private final short[] minAt = new short[SLOTS];
    private final short[] maxAt = new short[SLOTS];

    IntervalChunk copy() {
        IntervalChunk copy = new IntervalChunk();
        System.arraycopy(covered, 0, copy.covered, 0, SLOTS);
        System.arraycopy(energies, 0, copy.energies, 0, energies.length);
        System.arraycopy(min, 0, copy.min, 0, SLOTS);
        System.arraycopy(max, 0, copy.max, 0, SLOTS);
        System.arraycopy(minAt, 0, copy.minAt, 0, SLOTS);
        System.arraycopy(maxAt, 0, copy.maxAt, 0, SLOTS);
        return copy;
    }

    /** @param interval one without coverage is a gap */
    void put(int place, Interval interval) {
        Figures f = interval.figures();
        Energy e = f.energy();
        covered[place] = (short) f.coveredSeconds();
        if (covered[place] == 0) {
            return;
        }
        int i = place * ENERGIES;
        energies[i] = e.imported();
        energies[i + 1] = e.exported();
        energies[i + 2] = e.l1();
        energies[i + 3] = e.l2();
        energies[i + 4] = e.l3();
        energies[i + 5] = e.phased();
        energies[i + 6] = e.base();
        min[place] = f.min().milliwatts();
        max[place] = f.max().milliwatts();
        minAt[place] = (short) (f.min().epochSecond() - interval.start());
        maxAt[place] = (short) (f.max().epochSecond() - interval.start());
    }

    int covered(int place) {
        return covered[place];
    }

    /** @param start first second of the chunk */
    Interval interval(long start, int place) {
        long slot = start + (long) place * Interval.SECONDS;
        int i = place * ENERGIES;
        Energy energy = new Energy(
                energies[i], energies[i + 1], energies[i + 2], energies[i + 3], energies[i + 4], energies[i + 5],
                energies[i + 6]);
        Extreme low = new Extreme(min[place], slot + minAt[place]);
        return new Interval(slot, new Figures(covered[place], energy, low, new Extreme(max[place], slot + maxAt[place])));
    }

    /** Adds them one by one corrected, as {@link CorrectionFactors#figures} does. @param start first second of the chunk */
    void addTo(Sum sum, long start, int first, int end, CorrectionFactors factors) {
        for (int place = first; place < end; place++) {
            if (covered[place] == 0) {
                continue;
            }
            long slot = start + (long) place * Interval.SECONDS;
            long factor = factors.millionths(slot);
            int i = place * ENERGIES;
            sum.covered += covered[place];
            sum.imported += CorrectionFactors.times(energies[i], factor);
            sum.exported += CorrectionFactors.times(energies[i + 1], factor);
            long one = CorrectionFactors.times(energies[i + 2], factor);
            long two = CorrectionFactors.times(energies[i + 2] + energies[i + 3], factor);
            sum.l1 += one;
            sum.l2 += two - one;
            sum.l3 += CorrectionFactors.times(energies[i + 2] + energies[i + 3] + energies[i + 4], factor) - two;
            sum.phased += CorrectionFactors.times(energies[i + 5], factor);
            sum.base += CorrectionFactors.times(energies[i + 6], factor);
            sum.extremes(CorrectionFactors.power(min[place], factor), slot + minAt[place],
                    CorrectionFactors.power(max[place], factor), slot + maxAt[place]);
        }
    }

    /** @param start first second of the chunk */
    void addTo(Sum sum, long start, int first, int end) {
        for (int place = first; place < end; place++) {
            if (covered[place] == 0) {
                continue;
            }
            int i = place * ENERGIES;
            sum.covered += covered[place];
            sum.imported += energies[i];
            sum.exported += energies[i + 1];
            sum.l1 += energies[i + 2];
            sum.l2 += energies[i + 3];
            sum.l3 += energies[i + 4];
            sum.phased += energies[i + 5];
            sum.base += energies[i + 6];
            long slot = start + (long) place * Interval.SECONDS;
            sum.extremes(min[place], slot + minAt[place], max[place], slot + maxAt[place]);
        }
    }
}
