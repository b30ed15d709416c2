package org.opensem.store.internal.codec;

/** An hour's figures minute by minute, and all together; what most questions can be answered from without the seconds. */
public final class Pyramid {
    private final Figures[] minutes = new Figures[HourImage.MINUTES];
    private final Figures hour = new Figures();
    /** Per minute the mean of L1, L2, L3 and of the seconds without phases, rounded down: the levels of the block's vectors. */
    final int[][] levels = new int[HourImage.MINUTES][Figures.SERIES];

    public Pyramid() {
        for (int m = 0; m < minutes.length; m++) {
            minutes[m] = new Figures();
        }
    }

    /** The figures of a minute, 0 to 59; valid until this pyramid is filled again. */
    public Figures minute(int m) {
        return minutes[m];
    }

    /** The figures of the whole hour; valid until this pyramid is filled again. */
    public Figures hour() {
        return hour;
    }

    /** Computes it from the seconds. */
    public Pyramid of(HourImage image) {
        for (int m = 0; m < HourImage.MINUTES; m++) {
            Figures figures = minutes[m];
            figures.clear();
            for (int s = m * 60; s < m * 60 + 60; s++) {
                if (image.has(s)) {
                    figures.add(image.total(s), image.l1(s), image.l2(s), image.l3(s));
                }
            }
            for (int s = 1; s < Figures.SERIES; s++) {
                levels[m][s] = mean(figures.sum[s], figures.phased);
            }
            levels[m][0] = mean(sumWithoutPhases(figures), figures.seconds - figures.phased);
        }
        addUp();
        return this;
    }

    void addUp() {
        hour.clear();
        for (Figures minute : minutes) {
            hour.add(minute);
        }
    }

    static long sumWithoutPhases(Figures figures) {
        return figures.sum[0] - figures.sum[1] - figures.sum[2] - figures.sum[3];
    }

    static int mean(long sum, int count) {
        return count == 0 ? 0 : (int) Math.floorDiv(sum, count);
    }
}
