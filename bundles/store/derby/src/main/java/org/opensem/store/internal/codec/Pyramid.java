package org.opensem.store.internal.codec;

/**
 * An hour's figures minute by minute, and all together; what most questions can be answered from without the seconds. Plain
 * columns of 60 minutes, so that decoding and adding up run over arrays. Series 0 is the total, 1 to 3 are the phases.
 */
public final class Pyramid {
    final int[] seconds = new int[HourImage.MINUTES];
    final int[] phased = new int[HourImage.MINUTES];
    final long[][] sum = new long[Figures.SERIES][HourImage.MINUTES];
    final int[][] min = new int[Figures.SERIES][HourImage.MINUTES];
    final int[][] max = new int[Figures.SERIES][HourImage.MINUTES];
    /** Means, rounded down, of L1, L2, L3, and at 0 of the seconds without phases. */
    final int[][] levels = new int[Figures.SERIES][HourImage.MINUTES];

    private final Figures hour = new Figures();

    /** The figures of a minute, 0 to 59. */
    public Figures minute(int m) {
        Figures figures = new Figures();
        figures.add(this, m);
        return figures;
    }

    /** The figures of the whole hour; valid until this pyramid is filled again. */
    public Figures hour() {
        return hour;
    }

    /** Computes it from the seconds. */
    public Pyramid of(HourImage image) {
        Figures figures = new Figures();
        for (int m = 0; m < HourImage.MINUTES; m++) {
            figures.clear();
            figures.add(image, m * 60, m * 60 + 60);
            seconds[m] = figures.seconds;
            phased[m] = figures.phased;
            for (int s = 0; s < Figures.SERIES; s++) {
                sum[s][m] = figures.sum[s];
                min[s][m] = figures.min[s];
                max[s][m] = figures.max[s];
                levels[s][m] = mean(figures.sum[s], figures.phased);
            }
            levels[0][m] = mean(sumWithoutPhases(m), figures.seconds - figures.phased);
        }
        addUp();
        return this;
    }

    void addUp() {
        hour.clear();
        if (hour.addComplete(this)) {
            return;
        }
        for (int m = 0; m < HourImage.MINUTES; m++) {
            hour.add(this, m);
        }
    }

    long sumWithoutPhases(int m) {
        return sum[0][m] - sum[1][m] - sum[2][m] - sum[3][m];
    }

    static int mean(long sum, int count) {
        // The constant is the usual case, and a division by it costs next to nothing.
        return count == 60 ? (int) Math.floorDiv(sum, 60L) : count == 0 ? 0 : (int) Math.floorDiv(sum, (long) count);
    }
}
