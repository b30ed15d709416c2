package org.opensem.store.internal.codec;

import org.opensem.metering.Sample;

/**
 * Count, sum, minimum and maximum of the four series over some seconds; grows as seconds or other figures are added.
 * Milliwatts. Series 0 is the total, 1 to 3 are the phases.
 */
public final class Figures {
    public static final int SERIES = 4;

    int seconds;
    int phased;
    final long[] sum = new long[SERIES];
    final int[] min = new int[SERIES];
    final int[] max = new int[SERIES];

    public Figures() {
        clear();
    }

    /** Stored seconds. */
    public int seconds() {
        return seconds;
    }

    /** The stored seconds that series s is known for. */
    public int seconds(int series) {
        return series == 0 ? seconds : phased;
    }

    public long sum(int series) {
        return sum[series];
    }

    public int min(int series) {
        return min[series];
    }

    public int max(int series) {
        return max[series];
    }

    /** Back to nothing. */
    public void clear() {
        seconds = 0;
        phased = 0;
        for (int s = 0; s < SERIES; s++) {
            sum[s] = 0;
            min[s] = Integer.MAX_VALUE;
            max[s] = Integer.MIN_VALUE;
        }
    }

    /** Adds one second. */
    void add(int total, int l1, int l2, int l3) {
        seconds++;
        add(0, total);
        if (l1 != Sample.ABSENT) {
            phased++;
            add(1, l1);
            add(2, l2);
            add(3, l3);
        }
    }

    private void add(int series, int value) {
        sum[series] += value;
        min[series] = Math.min(min[series], value);
        max[series] = Math.max(max[series], value);
    }

    /** Adds a minute of a pyramid. */
    public void add(Pyramid pyramid, int m) {
        seconds += pyramid.seconds[m];
        phased += pyramid.phased[m];
        for (int s = 0; s < SERIES; s++) {
            if ((s == 0 ? pyramid.seconds[m] : pyramid.phased[m]) > 0) {
                sum[s] += pyramid.sum[s][m];
                min[s] = Math.min(min[s], pyramid.min[s][m]);
                max[s] = Math.max(max[s], pyramid.max[s][m]);
            }
        }
    }

    /** Adds other figures. */
    public void add(Figures other) {
        seconds += other.seconds;
        phased += other.phased;
        for (int s = 0; s < SERIES; s++) {
            sum[s] += other.sum[s];
            min[s] = Math.min(min[s], other.min[s]);
            max[s] = Math.max(max[s], other.max[s]);
        }
    }

    /** Adds the seconds [from, to) of an hour. */
    public void add(HourImage image, int from, int to) {
        if (image.allPhased(from, to)) {
            seconds += to - from;
            phased += to - from;
            addRun(0, image.total, from, to);
            addRun(1, image.l1, from, to);
            addRun(2, image.l2, from, to);
            addRun(3, image.l3, from, to);
        } else {
            for (int s = image.next(from); s >= 0 && s < to; s = image.next(s + 1)) {
                add(image.total(s), image.l1(s), image.l2(s), image.l3(s));
            }
        }
    }

    private void addRun(int series, int[] values, int from, int to) {
        long runSum = 0;
        int runMin = min[series];
        int runMax = max[series];
        for (int i = from; i < to; i++) {
            int value = values[i];
            runSum += value;
            runMin = Math.min(runMin, value);
            runMax = Math.max(runMax, value);
        }
        sum[series] += runSum;
        min[series] = runMin;
        max[series] = runMax;
    }
}
