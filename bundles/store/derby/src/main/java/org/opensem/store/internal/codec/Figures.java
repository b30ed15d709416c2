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

    /** Adds a whole pyramid if no second is missing and all have phases, the usual case; answers whether it did. */
    boolean addComplete(Pyramid pyramid) {
        int least = 60;
        for (int count : pyramid.phased) {
            least = Math.min(least, count);
        }
        if (least < 60) {
            return false;
        }
        seconds += HourImage.SECONDS;
        phased += HourImage.SECONDS;
        for (int s = 0; s < SERIES; s++) {
            for (int m = 0; m < HourImage.MINUTES; m++) {
                sum[s] += pyramid.sum[s][m];
                min[s] = Math.min(min[s], pyramid.min[s][m]);
                max[s] = Math.max(max[s], pyramid.max[s][m]);
            }
        }
        return true;
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
            addPhased(image, from, to);
        } else {
            for (int s = image.next(from); s >= 0 && s < to; s = image.next(s + 1)) {
                add(image.total(s), image.l1(s), image.l2(s), image.l3(s));
            }
        }
    }

    /** The inner loop of every chart: all four series in one pass, everything in registers. */
    private void addPhased(HourImage image, int from, int to) {
        int[] l1 = image.l1;
        int[] l2 = image.l2;
        int[] l3 = image.l3;
        long sum1 = 0;
        long sum2 = 0;
        long sum3 = 0;
        int min0 = min[0];
        int min1 = min[1];
        int min2 = min[2];
        int min3 = min[3];
        int max0 = max[0];
        int max1 = max[1];
        int max2 = max[2];
        int max3 = max[3];
        for (int i = from; i < to; i++) {
            int a = l1[i];
            int b = l2[i];
            int c = l3[i];
            int t = a + b + c;
            sum1 += a;
            sum2 += b;
            sum3 += c;
            min0 = Math.min(min0, t);
            min1 = Math.min(min1, a);
            min2 = Math.min(min2, b);
            min3 = Math.min(min3, c);
            max0 = Math.max(max0, t);
            max1 = Math.max(max1, a);
            max2 = Math.max(max2, b);
            max3 = Math.max(max3, c);
        }
        seconds += to - from;
        phased += to - from;
        sum[0] += sum1 + sum2 + sum3;
        sum[1] += sum1;
        sum[2] += sum2;
        sum[3] += sum3;
        put(0, min0, max0);
        put(1, min1, max1);
        put(2, min2, max2);
        put(3, min3, max3);
    }

    private void put(int series, int least, int most) {
        min[series] = least;
        max[series] = most;
    }
}
