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
    private final VectorWriter vectors = new VectorWriter();
    private final VectorReader reader = new VectorReader();
    private final int[] column = new int[HourImage.MINUTES];
    private final int[] sorted = new int[HourImage.MINUTES];
    private final int[] unphased = new int[HourImage.MINUTES];

    public byte[] encode(Pyramid pyramid, long hour) {
        BitWriter out = new BitWriter(new byte[0], Envelope.LENGTH, 1500);
        for (int m = 0; m < HourImage.MINUTES; m++) {
            column[m] = 60 - pyramid.seconds[m];
            unphased[m] = pyramid.seconds[m] - pyramid.phased[m];
        }
        vectors.write(out, column, HourImage.MINUTES, 0);
        vectors.write(out, unphased, HourImage.MINUTES, 0);
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
        n = 0;
        for (int m = 0; m < HourImage.MINUTES; m++) {
            if (counts[m] > 0) {
                long sum = series == 0 ? pyramid.sumWithoutPhases(m) : pyramid.sum[series][m];
                column[n++] = (int) (sum - (long) pyramid.levels[series][m] * counts[m]);
            }
        }
        vectors.write(out, column, n, 0);
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

    /** A column's level is where the window begins that packs it best; what lies outside becomes an exception. */
    private void column(BitWriter out, int n) {
        if (n > 0) {
            System.arraycopy(column, 0, sorted, 0, n);
            Arrays.sort(sorted, 0, n);
            int level = VectorWriter.bestLevel(sorted, n);
            out.write(level & 0xFFFFFFFFL, 32);
            vectors.write(out, column, n, level);
        }
    }

    /** Fills a pyramid from bytes. */
    public void decode(byte[] bytes, long hour, Pyramid into) throws CorruptBlockException {
        Envelope.check(bytes, bytes.length, hour);
        try {
            reader.open(bytes, Envelope.LENGTH);
            reader.read(HourImage.MINUTES, 0, into.seconds, 0);
            reader.read(HourImage.MINUTES, 0, unphased, 0);
            for (int m = 0; m < HourImage.MINUTES; m++) {
                into.seconds[m] = 60 - into.seconds[m];
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
        int n = count(counts);
        readColumn(levels, counts, n);
        reader.read(n, 0, column, 0);
        spread(column, counts, n);
        for (int m = 0; m < HourImage.MINUTES; m++) {
            sums[m] = counts[m] == 0 ? 0 : (long) levels[m] * counts[m] + column[m];
        }
    }

    private void readDistances(int[] means, int[] min, int[] max, int[] counts) {
        int n = count(counts);
        readColumn(min, counts, n);
        readColumn(max, counts, n);
        for (int m = 0; m < HourImage.MINUTES; m++) {
            min[m] = means[m] - min[m];
            max[m] = means[m] + max[m];
        }
    }

    private static int count(int[] counts) {
        int n = 0;
        for (int count : counts) {
            n += count > 0 ? 1 : 0;
        }
        return n;
    }

    /** Reads a column to the minutes that have a count; the others get nothing in particular. */
    private void readColumn(int[] into, int[] counts, int n) {
        if (n > 0) {
            reader.read(n, reader.number(), into, 0);
            spread(into, counts, n);
        }
    }

    /** Moves n figures to the minutes that have a count; from the end, so that none is overwritten before it has moved. */
    private static void spread(int[] column, int[] counts, int n) {
        int left = n == HourImage.MINUTES ? 0 : n;
        for (int m = HourImage.MINUTES - 1; left > 0; m--) {
            if (counts[m] > 0) {
                column[m] = column[--left];
            }
        }
    }
}
