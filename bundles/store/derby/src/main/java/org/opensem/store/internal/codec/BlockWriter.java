package org.opensem.store.internal.codec;

import java.io.ByteArrayOutputStream;

/**
 * An hour's seconds as bytes; not thread-safe. After the envelope the two masks, then minute by minute a vector each of L1, L2
 * and L3, and one of the totals of the seconds that have no phases (where there are phases, the total is their sum and costs
 * nothing). The vectors' levels are the minima that the pyramid holds anyway.
 */
public final class BlockWriter {
    private static final long[] EMPTY = new long[HourImage.WORDS];
    private final VectorWriter vectors = new VectorWriter();
    private final int[][] values = new int[Figures.SERIES][60];

    /** @param pyramid of the same seconds */
    public byte[] encode(HourImage image, Pyramid pyramid) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(new byte[Envelope.LENGTH]);
        MaskCodec.write(head, image.present, EMPTY);
        MaskCodec.write(head, image.phased, image.present);
        BitWriter out = new BitWriter(head.toByteArray(), head.size(), 18_000);
        for (int m = 0; m < HourImage.MINUTES; m++) {
            int phased = 0;
            int unphased = 0;
            for (int s = m * 60; s < m * 60 + 60; s++) {
                if (image.hasPhases(s)) {
                    values[1][phased] = image.l1[s];
                    values[2][phased] = image.l2[s];
                    values[3][phased++] = image.l3[s];
                } else if (image.has(s)) {
                    values[0][unphased++] = image.total[s];
                }
            }
            for (int series = 1; series < Figures.SERIES; series++) {
                vectors.write(out, values[series], phased, pyramid.min[series][m]);
            }
            vectors.write(out, values[0], unphased, pyramid.min[0][m]);
        }
        return Envelope.seal(out.finish(VectorReader.PADDING), image.hour());
    }
}
