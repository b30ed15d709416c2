package org.opensem.aggregation.internal;

import java.util.Arrays;
import org.opensem.aggregation.Interval;
import org.opensem.metering.Sample;
import org.opensem.store.MarkedSeconds;

/** The seconds that the store has of one quarter-hour, and everything that is computed from them. */
final class SlotSeconds {
    private static final int SECONDS = Interval.SECONDS;
    private static final int MINUTE = 60;

    private final long start;
    private int count;
    /** Seconds of the slot, ascending. The arrays appear with the first second: many slots of a range have none. */
    private short[] offsets;
    private int[] total;
    private int[] l1;
    private int[] l2;
    private int[] l3;

    SlotSeconds(long start) {
        this.start = start;
    }

    void add(long second, int power, int p1, int p2, int p3) {
        if (offsets == null) {
            offsets = new short[SECONDS];
            total = new int[SECONDS];
            l1 = new int[SECONDS];
            l2 = new int[SECONDS];
            l3 = new int[SECONDS];
        }
        offsets[count] = (short) (second - start);
        total[count] = power;
        l1[count] = p1;
        l2[count] = p2;
        l3[count] = p3;
        count++;
    }

    /** Those that no mark covers. */
    SlotSeconds without(MarkedSeconds marked) {
        if (!marked.touches(start, start + SECONDS)) {
            return this;
        }
        SlotSeconds rest = new SlotSeconds(start);
        for (int i = 0; i < count; i++) {
            if (!marked.contains(start + offsets[i])) {
                rest.add(start + offsets[i], total[i], l1[i], l2[i], l3[i]);
            }
        }
        return rest;
    }

    int count() {
        return count;
    }

    /** The last covered second; only where there is one. */
    long last() {
        return start + offsets[count - 1];
    }

    Interval interval(BaseLevels levels) {
        Sum sum = new Sum();
        for (int i = 0; i < count; i++) {
            sum.second(start + offsets[i], total[i], l1[i], l2[i], l3[i], levels);
        }
        return new Interval(start, sum.figures());
    }

    Minutes minutes() {
        int minutes = SECONDS / MINUTE;
        int[][] medians = new int[4][minutes];
        int totals = 0;
        int phases = 0;
        int[] values = new int[MINUTE];
        for (int from = 0; from < count; ) {
            int to = from;
            while (to < count && offsets[to] / MINUTE == offsets[from] / MINUTE) {
                to++;
            }
            if (to - from >= Minutes.LEAST_SECONDS && (medians[0][totals] = median(total, from, to, values)) >= 0) {
                totals++;
                if (phased(from, to) >= Minutes.LEAST_SECONDS) {
                    medians[1][phases] = median(l1, from, to, values);
                    medians[2][phases] = median(l2, from, to, values);
                    medians[3][phases] = median(l3, from, to, values);
                    phases++;
                }
            }
            from = to;
        }
        return new Minutes(
                Arrays.copyOf(medians[0], totals),
                Arrays.copyOf(medians[1], phases),
                Arrays.copyOf(medians[2], phases),
                Arrays.copyOf(medians[3], phases));
    }

    private int phased(int from, int to) {
        int phased = 0;
        for (int i = from; i < to; i++) {
            phased += l1[i] == Sample.ABSENT ? 0 : 1;
        }
        return phased;
    }

    /** Of the values that are present. */
    private static int median(int[] series, int from, int to, int[] values) {
        int n = 0;
        for (int i = from; i < to; i++) {
            if (series[i] != Sample.ABSENT) {
                values[n++] = series[i];
            }
        }
        return Minutes.median(values, n);
    }
}
