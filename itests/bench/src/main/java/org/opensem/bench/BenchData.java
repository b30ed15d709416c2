package org.opensem.bench;

import java.util.Random;

/**
 * 31 days of 1 Hz three-phase power at 0.001 W, fixed seed: devices that switch, and noise of σ = 0.25 W + 0.1 % of the
 * load, so that the noise floor of any codec can be computed (spec: performance.md).
 */
final class BenchData {
    static final int DAY = 86_400;
    /** 2026-10-01T00:00:00Z. */
    static final long START = 1_790_812_800L;

    final int days;
    final int seconds;
    /** Milliwatts, per phase and second. */
    final int[][] phase;
    /** Least bytes per row that a lossless code of this noise can have. */
    final double floorBytesPerRow;

    private BenchData(int days, int[][] phase, double floor) {
        this.days = days;
        this.seconds = days * DAY;
        this.phase = phase;
        this.floorBytesPerRow = floor;
    }

    static BenchData make(int days) {
        Random random = new Random(20261123);
        int n = days * DAY;
        int[][] phase = new int[3][n];
        double bits = 0;
        for (int p = 0; p < 3; p++) {
            double base = 40_000 + random.nextInt(60_000);
            double device = 0;
            int left = 0;
            for (int s = 0; s < n; s++) {
                if (left-- == 0) {
                    device = random.nextInt(3) == 0 ? Math.pow(10, 4.3 + 2 * random.nextDouble()) : 0;
                    left = 30 + (int) (-Math.log(1 - random.nextDouble()) * 1500);
                }
                double load = base + device;
                double sigma = 250 + load * 0.001;
                bits += 0.5 * Math.log(2 * Math.PI * Math.E * sigma * sigma) / Math.log(2);
                phase[p][s] = (int) Math.round(load + sigma * random.nextGaussian());
            }
        }
        return new BenchData(days, phase, bits / 8 / n);
    }

    int total(int second) {
        return phase[0][second] + phase[1][second] + phase[2][second];
    }

    /** The value of series 0 (total), 1, 2, 3 (phases). */
    int value(int series, int second) {
        return series == 0 ? total(second) : phase[series - 1][second];
    }

    /** Minimum, mean and maximum of four series in buckets, by brute force. */
    double[] chart(int from, int to, int bucketSeconds) {
        ChartSink sink = new ChartSink(from, to, bucketSeconds);
        for (int s = from; s < to; s++) {
            sink.add(s, total(s), phase[0][s], phase[1][s], phase[2][s]);
        }
        return sink.result();
    }
}
