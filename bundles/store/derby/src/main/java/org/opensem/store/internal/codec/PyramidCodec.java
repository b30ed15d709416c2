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
    private final int[] seconds = new int[HourImage.MINUTES];
    private final int[] unphased = new int[HourImage.MINUTES];

    public byte[] encode(Pyramid pyramid, long hour) {
        BitWriter out = new BitWriter(new byte[0], Envelope.LENGTH, 1500);
        for (int m = 0; m < HourImage.MINUTES; m++) {
            seconds[m] = pyramid.minute(m).seconds;
            unphased[m] = pyramid.minute(m).seconds - pyramid.minute(m).phased;
        }
        vectors.write(out, seconds, 0, HourImage.MINUTES, 60);
        vectors.write(out, unphased, 0, HourImage.MINUTES, 0);
        for (int s = 1; s < Figures.SERIES; s++) {
            means(out, pyramid, s);
            distances(out, pyramid, s);
        }
        means(out, pyramid, 0);
        distances(out, pyramid, 0);
        return Envelope.seal(out.finish(VectorReader.PADDING), hour);
    }

    private void means(BitWriter out, Pyramid pyramid, int series) {
        int n = 0;
        for (int m = 0; m < HourImage.MINUTES; m++) {
            if (vectorLength(m, series) > 0) {
                column[n++] = pyramid.levels[m][series];
            }
        }
        column(out, n);
        for (int m = 0; m < HourImage.MINUTES; m++) {
            int count = vectorLength(m, series);
            if (count > 0) {
                Figures minute = pyramid.minute(m);
                long sum = series == 0 ? Pyramid.sumWithoutPhases(minute) : minute.sum[series];
                out.write(sum - (long) pyramid.levels[m][series] * count, REST_BITS);
            }
        }
    }

    private void distances(BitWriter out, Pyramid pyramid, int series) {
        for (int side = 0; side < 2; side++) {
            int n = 0;
            for (int m = 0; m < HourImage.MINUTES; m++) {
                Figures minute = pyramid.minute(m);
                int count = minute.seconds(series);
                if (count > 0) {
                    int mean = Pyramid.mean(minute.sum[series], count);
                    column[n++] = side == 0 ? mean - minute.min[series] : minute.max[series] - mean;
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

    private int vectorLength(int minute, int series) {
        return series == 0 ? unphased[minute] : seconds[minute] - unphased[minute];
    }

    /** Fills a pyramid from bytes. */
    public void decode(byte[] bytes, long hour, Pyramid into) throws CorruptBlockException {
        Envelope.check(bytes, hour);
        try {
            reader.open(bytes, Envelope.LENGTH);
            reader.read(HourImage.MINUTES, 60, seconds, 0);
            reader.read(HourImage.MINUTES, 0, unphased, 0);
            for (int m = 0; m < HourImage.MINUTES; m++) {
                Figures minute = into.minute(m);
                minute.clear();
                minute.seconds = seconds[m];
                minute.phased = seconds[m] - unphased[m];
            }
            for (int s = 1; s < Figures.SERIES; s++) {
                readMeans(into, s);
                readDistances(into, s);
            }
            readMeans(into, 0);
            readDistances(into, 0);
        } catch (IndexOutOfBoundsException e) {
            throw new CorruptBlockException("content does not fit its counts", e);
        }
        into.addUp();
    }

    private void readMeans(Pyramid into, int series) {
        int n = 0;
        for (int m = 0; m < HourImage.MINUTES; m++) {
            n += vectorLength(m, series) > 0 ? 1 : 0;
        }
        readColumn(n);
        int i = 0;
        for (int m = 0; m < HourImage.MINUTES; m++) {
            int count = vectorLength(m, series);
            long sum = 0;
            if (count > 0) {
                into.levels[m][series] = column[i];
                sum = (long) column[i++] * count + reader.bits(REST_BITS);
            }
            long[] sums = into.minute(m).sum;
            sums[series] = series == 0 ? sum + sums[1] + sums[2] + sums[3] : sum;
        }
    }

    private void readDistances(Pyramid into, int series) {
        for (int side = 0; side < 2; side++) {
            int n = 0;
            for (int m = 0; m < HourImage.MINUTES; m++) {
                n += into.minute(m).seconds(series) > 0 ? 1 : 0;
            }
            readColumn(n);
            int i = 0;
            for (int m = 0; m < HourImage.MINUTES; m++) {
                Figures minute = into.minute(m);
                int count = minute.seconds(series);
                if (count > 0) {
                    int mean = series == 0 ? Pyramid.mean(minute.sum[0], count) : into.levels[m][series];
                    if (side == 0) {
                        minute.min[series] = mean - column[i++];
                    } else {
                        minute.max[series] = mean + column[i++];
                    }
                }
            }
        }
    }

    private void readColumn(int n) {
        if (n > 0) {
            int level = (int) reader.bits(32);
            reader.read(n, level, column, 0);
        }
    }
}
