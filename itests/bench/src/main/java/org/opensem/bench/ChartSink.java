package org.opensem.bench;

/** Collects seconds into buckets of minimum, mean and maximum of four series; the same for every store that is compared. */
final class ChartSink {
    private final int from;
    private final int width;
    private final int count;
    private final int[] seen;
    private final int[] min;
    private final int[] max;
    private final long[] sum;

    ChartSink(int from, int to, int bucketSeconds) {
        this.from = from;
        this.width = bucketSeconds;
        this.count = (to - from + bucketSeconds - 1) / bucketSeconds;
        seen = new int[count];
        min = new int[count * 4];
        max = new int[count * 4];
        sum = new long[count * 4];
        java.util.Arrays.fill(min, Integer.MAX_VALUE);
        java.util.Arrays.fill(max, Integer.MIN_VALUE);
    }

    void add(int second, int total, int l1, int l2, int l3) {
        int b = (second - from) / width;
        seen[b]++;
        put(b * 4, total);
        put(b * 4 + 1, l1);
        put(b * 4 + 2, l2);
        put(b * 4 + 3, l3);
    }

    private void put(int i, int value) {
        sum[i] += value;
        if (value < min[i]) {
            min[i] = value;
        }
        if (value > max[i]) {
            max[i] = value;
        }
    }

    /** Min, mean, max of each series, bucket after bucket. */
    double[] result() {
        double[] out = new double[count * 12];
        for (int i = 0; i < count * 4; i++) {
            out[i * 3] = min[i];
            out[i * 3 + 1] = (double) sum[i] / seen[i / 4];
            out[i * 3 + 2] = max[i];
        }
        return out;
    }
}
