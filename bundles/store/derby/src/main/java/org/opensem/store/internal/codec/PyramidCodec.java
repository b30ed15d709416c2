package org.opensem.store.internal.codec;

import java.util.Arrays;

/**
 * The minute pyramid as bytes. Each figure of the 60 minutes is a column; a sum is its mean and what the division left over,
 * a minimum or maximum its distance from the mean. Not thread-safe.
 *
 * <p>Layout after the envelope: seconds and phased seconds per minute; for the phases mean, rest, distances; for the seconds
 * without phases mean and rest; for the total distances. A minute without the seconds in question has no place in a column.
 */
public final class PyramidCodec {
    private static final int REST_BITS = 6;
    private final VectorWriter vectors = new VectorWriter();
    private final VectorReader reader = new VectorReader();
    private final int[] column = new int[HourImage.MINUTES];
    private final int[] sorted = new int[HourImage.MINUTES];
    private final int[] unphased = new int[HourImage.MINUTES];

    public byte[] encode(Pyramid pyramid, long hour) {
        BitWriter out = new BitWriter(new byte[0], Envelope.LENGTH, 1500);
        for (int m = 0; m < HourImage.MINUTES; m++) {
            unphased[m] = pyramid.seconds[m] - pyramid.phased[m];
        }
        vectors.write(out, pyramid.seconds, 0, HourImage.MINUTES, 60);
        vectors.write(out, unphased, 0, HourImage.MINUTES, 0);
        for (int s = 1; s < Figures.SERIES; s++) {
            means(out, pyramid, s, pyramid.phased);
            distances(out, pyramid, s, pyramid.phased);
        }
        means(out, pyramid, 0, unphased);
        distances(out, pyramid, 0, pyramid.seconds);
        return Envelope.seal(out.finish(VectorReader.PADDING), hour);
    }

    private void means(BitWriter out, Pyramid pyramid, int series, int[] counts) {
        int n = 0;
        for (int m = 0; m < HourImage.MINUTES; m++) {
            if (counts[m] > 0) {
                column[n++] = pyramid.levels[series][m];
            }
        }
        column(out, n);
        for (int m = 0; m < HourImage.MINUTES; m++) {
            if (counts[m] > 0) {
                long sum = series == 0 ? pyramid.sumWithoutPhases(m) : pyramid.sum[series][m];
                out.write(sum - (long) pyramid.levels[series][m] * counts[m], REST_BITS);
            }
        }
    }

    private void distances(BitWriter out, Pyramid pyramid, int series, int[] counts) {
        for (int side = 0; side < 2; side++) {
            int n = 0;
            for (int m = 0; m < HourImage.MINUTES; m++) {
                if (counts[m] > 0) {
                    int mean = Pyramid.mean(pyramid.sum[series][m], counts[m]);
                    column[n++] = side == 0 ? mean - pyramid.min[series][m] : pyramid.max[series][m] - mean;
                }
            }
            column(out, n);
        }
    }

    /** A column's level is its median, which one odd minute does not move. */
    private void column(BitWriter out, int n) {
        if (n > 0) {
            System.arraycopy(column, 0, sorted, 0, n);
            Arrays.sort(sorted, 0, n);
            int level = sorted[n / 2];
            out.write(level & 0xFFFFFFFFL, 32);
            vectors.write(out, column, 0, n, level);
        }
    }

    /** Fills a pyramid from bytes. */
    public void decode(byte[] bytes, long hour, Pyramid into) throws CorruptBlockException {
        Envelope.check(bytes, hour);
        try {
            reader.open(bytes, Envelope.LENGTH);
            reader.read(HourImage.MINUTES, 60, into.seconds, 0);
            reader.read(HourImage.MINUTES, 0, unphased, 0);
            for (int m = 0; m < HourImage.MINUTES; m++) {
                into.phased[m] = into.seconds[m] - unphased[m];
            }
            for (int s = 1; s < Figures.SERIES; s++) {
                readMeans(into.levels[s], into.sum[s], into.phased);
                readDistances(into.levels[s], into.min[s], into.max[s], into.phased);
            }
            readMeans(into.levels[0], into.sum[0], unphased);
            for (int m = 0; m < HourImage.MINUTES; m++) {
                into.sum[0][m] += into.sum[1][m] + into.sum[2][m] + into.sum[3][m];
                sorted[m] = Pyramid.mean(into.sum[0][m], into.seconds[m]);
            }
            readDistances(sorted, into.min[0], into.max[0], into.seconds);
        } catch (IndexOutOfBoundsException e) {
            throw new CorruptBlockException("content does not fit its counts", e);
        }
        into.addUp();
    }

    private void readMeans(int[] levels, long[] sums, int[] counts) {
        readColumn(levels, counts);
        for (int m = 0; m < HourImage.MINUTES; m++) {
            sums[m] = counts[m] == 0 ? 0 : (long) levels[m] * counts[m] + reader.bits(REST_BITS);
        }
    }

    private void readDistances(int[] means, int[] min, int[] max, int[] counts) {
        readColumn(min, counts);
        readColumn(max, counts);
        for (int m = 0; m < HourImage.MINUTES; m++) {
            min[m] = means[m] - min[m];
            max[m] = means[m] + max[m];
        }
    }

    /** Reads a column to the minutes that have a count; the others get nothing in particular. */
    private void readColumn(int[] into, int[] counts) {
        int n = 0;
        for (int count : counts) {
            n += count > 0 ? 1 : 0;
        }
        if (n > 0) {
            int level = (int) reader.bits(32);
            reader.read(n, level, into, 0);
        }
        if (n > 0 && n < HourImage.MINUTES) {
            // From the end, so that nothing is overwritten before it has moved to its minute.
            for (int m = HourImage.MINUTES - 1; n > 0; m--) {
                if (counts[m] > 0) {
                    into[m] = into[--n];
                }
            }
        }
    }
}
