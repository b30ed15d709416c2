package org.opensem.store.internal.codec;

import java.util.Arrays;

/**
 * Writes up to 64 figures as Rice codes of what a prediction leaves over. The prediction is either a level known to both
 * sides (steady load: only the noise is left) or the figure before (a load that switches); whichever is shorter.
 *
 * <p>Layout: header byte, number of exceptions where the header tells of any, all low parts, all high parts in unary, the
 * exceptions. Low parts of one width side by side and high parts side by side decode several times faster than codes one
 * after another. All arithmetic is modulo 2^32, so any int can follow any other.
 */
final class VectorWriter {
    /** Header: bits 0-4 width of the low part. */
    static final int WIDTH = 31;
    /** Header: predicted by the figure before. */
    static final int DELTA = 32;
    /** Header: there are exceptions. */
    static final int EXCEPTIONS = 64;
    /** Header: every figure is the level, and nothing follows. */
    static final int LEVEL_ONLY = 128;
    /** A high part this large stands for an exception, which follows in full: a spike must not cost its height in bits. */
    static final int ESCAPE = 18;

    private static final int MOST = 64;
    private final int[] fromLevel = new int[MOST];
    private final int[] fromBefore = new int[MOST];
    private final int[] lengths = new int[33];

    /** @param level what the reader will know without being told */
    void write(BitWriter out, int[] figures, int offset, int n, int level) {
        if (n == 0) {
            return;
        }
        int before = level;
        int any = 0;
        for (int i = 0; i < n; i++) {
            int figure = figures[offset + i];
            fromLevel[i] = zigzag(figure - level);
            fromBefore[i] = zigzag(figure - before);
            any |= fromLevel[i];
            before = figure;
        }
        if (any == 0) {
            out.write(LEVEL_ONLY, 8);
            return;
        }
        long byLevel = best(fromLevel, n);
        long byBefore = best(fromBefore, n);
        if (byLevel <= byBefore) {
            codes(out, fromLevel, n, (int) (byLevel & WIDTH), 0);
        } else {
            codes(out, fromBefore, n, (int) (byBefore & WIDTH), DELTA);
        }
    }

    private static void codes(BitWriter out, int[] codes, int n, int width, int header) {
        int exceptions = 0;
        for (int i = 0; i < n; i++) {
            exceptions += high(codes[i], width) == ESCAPE ? 1 : 0;
        }
        out.write(header | width | (exceptions > 0 ? EXCEPTIONS : 0), 8);
        if (exceptions > 0) {
            out.write(exceptions, 7);
        }
        long mask = (1L << width) - 1;
        for (int i = 0; i < n; i++) {
            out.write(codes[i] & mask, width);
        }
        for (int i = 0; i < n; i++) {
            out.unary(high(codes[i], width));
        }
        for (int i = 0; exceptions > 0 && i < n; i++) {
            if (high(codes[i], width) == ESCAPE) {
                out.write(codes[i] & 0xFFFFFFFFL, 32);
            }
        }
    }

    /** The cheapest width, in the low five bits, below what it costs. */
    private long best(int[] codes, int n) {
        Arrays.fill(lengths, 0);
        for (int i = 0; i < n; i++) {
            lengths[32 - Integer.numberOfLeadingZeros(codes[i])]++;
        }
        int median = 0;
        for (int seen = lengths[0]; seen * 2 < n; seen += lengths[median]) {
            median++;
        }
        long best = Long.MAX_VALUE;
        for (int width = Math.max(0, median - 2); width <= Math.min(31, median + 2); width++) {
            best = Math.min(best, cost(codes, n, width) << 5 | width);
        }
        return best;
    }

    private static long cost(int[] codes, int n, int width) {
        int cost = n * (width + 1);
        int exceptions = 0;
        for (int i = 0; i < n; i++) {
            int high = high(codes[i], width);
            cost += high == ESCAPE ? ESCAPE + 32 : high;
            exceptions += high == ESCAPE ? 1 : 0;
        }
        return cost + (exceptions > 0 ? 7 : 0);
    }

    private static int high(int code, int width) {
        int high = code >>> width;
        // A code of 32 bits is negative as an int where the width is 0.
        return high < 0 || high > ESCAPE ? ESCAPE : high;
    }

    private static int zigzag(int value) {
        return value << 1 ^ value >> 31;
    }
}
