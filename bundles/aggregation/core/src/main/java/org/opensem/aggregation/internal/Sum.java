package org.opensem.aggregation.internal;

import org.opensem.aggregation.Energy;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.metering.Sample;

/** Adds up seconds or quarter-hours in ascending order, so that the earliest second wins a tie (T8). Whole numbers only. */
final class Sum {
    long covered;
    long imported;
    long exported;
    long l1;
    long l2;
    long l3;
    long phased;
    long base;
    int min = Integer.MAX_VALUE;
    int max = Integer.MIN_VALUE;
    long minAt;
    long maxAt;

    /** Adds one second; milliwatts over one second are milliwatt-seconds. */
    void second(long second, int total, int p1, int p2, int p3, BaseLevels levels) {
        covered++;
        long drawn = Math.max(total, 0);
        imported += drawn;
        exported += drawn - total;
        if (p1 != Sample.ABSENT) {
            l1 += Math.max(p1, 0);
            l2 += Math.max(p2, 0);
            l3 += Math.max(p3, 0);
            phased += drawn;
        }
        base += levels.base(total, p1, p2, p3);
        extremes(total, second, total, second);
    }

    /** Adds what is known of a span. */
    void add(Figures more) {
        if (more.coveredSeconds() == 0) {
            return;
        }
        Energy energy = more.energy();
        covered += more.coveredSeconds();
        imported += energy.imported();
        exported += energy.exported();
        l1 += energy.l1();
        l2 += energy.l2();
        l3 += energy.l3();
        phased += energy.phased();
        base += energy.base();
        extremes(more.min().milliwatts(), more.min().epochSecond(), more.max().milliwatts(), more.max().epochSecond());
    }

    void extremes(int low, long lowAt, int high, long highAt) {
        if (low < min) {
            min = low;
            minAt = lowAt;
        }
        if (high > max) {
            max = high;
            maxAt = highAt;
        }
    }

    Figures figures() {
        if (covered == 0) {
            return Figures.NONE;
        }
        return new Figures(
                covered,
                new Energy(imported, exported, l1, l2, l3, phased, base),
                new Extreme(min, minAt),
                new Extreme(max, maxAt));
    }
}
