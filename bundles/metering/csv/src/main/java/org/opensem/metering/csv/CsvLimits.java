package org.opensem.metering.csv;

/**
 * How much a file may ask of us.
 *
 * @param batch most samples handed over at once, 1 or more
 * @param mostBytes most bytes after decompression; reading stops there
 * @param mostRatio most decompressed bytes per byte read, looked at beyond {@code ratioFreeBytes}: what is above it is no
 *     measurement but a zip bomb (F1 data packs about 10 to 30 times)
 * @param ratioFreeBytes decompressed bytes for which the ratio does not matter
 */
public record CsvLimits(int batch, long mostBytes, int mostRatio, long ratioFreeBytes) {

    /** An hour a batch, 8 GiB, 200 times beyond 10 MB. */
    public static final CsvLimits DEFAULT = new CsvLimits(3600, 8L << 30, 200, 10_000_000);

    public CsvLimits {
        if (batch < 1 || mostBytes < 1 || mostRatio < 1 || ratioFreeBytes < 0) {
            throw new IllegalArgumentException("Limits are positive numbers");
        }
    }

    /** The same limits with another size of the batches. */
    public CsvLimits withBatch(int samples) {
        return new CsvLimits(samples, mostBytes, mostRatio, ratioFreeBytes);
    }
}
