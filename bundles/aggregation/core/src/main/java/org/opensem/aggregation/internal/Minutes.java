package org.opensem.aggregation.internal;

import java.util.Arrays;

/**
 * The valid one-minute medians of a stretch of time, in no order (D1).
 *
 * <p>A minute is valid if at least 30 of its seconds are covered and the median of its total is not negative (a minute of
 * feed-in says nothing about the base load). Its phases are valid if besides at least 30 of its seconds have phases. The median
 * of an even number of values is the mean of the two in the middle, rounded down to a whole milliwatt.
 *
 * @param total medians of the total
 * @param l1 medians of L1; likewise l2, l3, of the same length
 */
record Minutes(int[] total, int[] l1, int[] l2, int[] l3) {
    static final int LEAST_SECONDS = 30;

    /** 12 hours. */
    static final int LEAST_MINUTES = 720;

    static final Minutes NONE = new Minutes(new int[0], new int[0], new int[0], new int[0]);

    /** The medians of all the parts. */
    static Minutes join(Iterable<Minutes> parts) {
        int totals = 0;
        int phases = 0;
        for (Minutes part : parts) {
            totals += part.total.length;
            phases += part.l1.length;
        }
        Minutes joined = new Minutes(new int[totals], new int[phases], new int[phases], new int[phases]);
        totals = 0;
        phases = 0;
        for (Minutes part : parts) {
            System.arraycopy(part.total, 0, joined.total, totals, part.total.length);
            System.arraycopy(part.l1, 0, joined.l1, phases, part.l1.length);
            System.arraycopy(part.l2, 0, joined.l2, phases, part.l2.length);
            System.arraycopy(part.l3, 0, joined.l3, phases, part.l3.length);
            totals += part.total.length;
            phases += part.l1.length;
        }
        return joined;
    }

    /** The 1 % quantiles of what there is. */
    BaseLevels quantiles() {
        return new BaseLevels(quantile(l1), quantile(l2), quantile(l3), quantile(total));
    }

    /**
     * The 1 % quantile by nearest rank, not below 0: of n values the ⌈n/100⌉-th smallest, which is a value that was there; of
     * 1,440 minutes it is the 15th. 0 if there are none.
     */
    static int quantile(int[] values) {
        if (values.length == 0) {
            return 0;
        }
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        return Math.max(0, sorted[(sorted.length + 99) / 100 - 1]);
    }

    /** The median of the first {@code count} values, which are sorted by this. */
    static int median(int[] values, int count) {
        Arrays.sort(values, 0, count);
        int upper = values[count / 2];
        return count % 2 == 1 ? upper : (int) Math.floorDiv((long) values[count / 2 - 1] + upper, 2L);
    }
}
