package org.opensem.store.internal.codec;

import java.util.Arrays;

/**
 * Writes up to 64 figures, bit-packed: each as its distance above a level that both sides know (steady load), or as its
 * distance from the figure before (a load that switches); whichever is shorter. All have the same width, and the few that
 * need more bits follow as exceptions, so that a spike or a step does not widen the others.
 *
 * <p>Layout: header byte, number of exceptions where the header tells of any, the packed codes, the exceptions (place in a
 * byte, code in four). Vectors begin at whole bytes and tell their length by their head, so that a reader passes over one in
 * no time and decodes with a load for four figures and no branches. All arithmetic is modulo 2^32, so any int can follow any
 * other.
 */
final class VectorWriter {
    /** Header: bits 0-5 width, 0 to 32. */
    static final int WIDTH = 63;
    /** Header: predicted by the figure before. */
    static final int DELTA = 64;
    /** Header: there are exceptions. */
    static final int EXCEPTIONS = 128;
    static final int EXCEPTION_BYTES = 5;

    private static final int MOST = 64;
    /** Prediction by the figure before decodes more slowly, so it has to save some bits. */
    private static final int WORTH_A_DELTA = 24;
    private static final int COST_SHIFT = 6;

    private final int[] fromLevel = new int[MOST];
    private final int[] fromBefore = new int[MOST];
    private final int[] lengths = new int[33];

    /** @param level what the reader will know without being told; best a little below most figures, or equal to them */
    void write(BitWriter out, int[] figures, int n, int level) {
        if (n == 0) {
            return;
        }
        int before = level;
        for (int i = 0; i < n; i++) {
            int figure = figures[i];
            fromLevel[i] = figure - level;
            fromBefore[i] = zigzag(figure - before);
            before = figure;
        }
        int byLevel = best(fromLevel, n);
        int byBefore = best(fromBefore, n);
        if (byLevel >> COST_SHIFT <= (byBefore >> COST_SHIFT) + WORTH_A_DELTA) {
            codes(out, fromLevel, n, byLevel & WIDTH, 0);
        } else {
            codes(out, fromBefore, n, byBefore & WIDTH, DELTA);
        }
    }

    private static void codes(BitWriter out, int[] codes, int n, int width, int header) {
        int exceptions = 0;
        for (int i = 0; i < n; i++) {
            exceptions += length(codes[i]) > width ? 1 : 0;
        }
        out.write(header | width | (exceptions > 0 ? EXCEPTIONS : 0), 8);
        if (exceptions > 0) {
            out.write(exceptions, 8);
        }
        long mask = (1L << width) - 1;
        for (int i = 0; i < n; i++) {
            out.write(codes[i] & mask, width);
        }
        out.align();
        for (int i = 0; exceptions > 0 && i < n; i++) {
            if (length(codes[i]) > width) {
                out.write(i, 8);
                out.write(codes[i] & 0xFFFFFFFFL, 32);
            }
        }
    }

    /** The cheapest width, in the low bits, below what it costs. */
    private int best(int[] codes, int n) {
        Arrays.fill(lengths, 0);
        for (int i = 0; i < n; i++) {
            lengths[length(codes[i])]++;
        }
        int best = Integer.MAX_VALUE;
        int exceptions = 0;
        for (int width = 32; width >= 0; width--) {
            int cost = n * width + (exceptions > 0 ? 8 + exceptions * EXCEPTION_BYTES * 8 : 0);
            best = Math.min(best, cost << COST_SHIFT | width);
            exceptions += lengths[width];
        }
        return best;
    }

    /** The level that packs figures best, which are sorted: as many as possible lie little above it. */
    static int bestLevel(int[] sorted, int n) {
        int level = sorted[0];
        long best = Long.MAX_VALUE;
        for (int width = 0; width <= 32; width++) {
            int to = 0;
            for (int from = 0; from < n; from++) {
                while (to < n && (long) sorted[to] - sorted[from] < 1L << width) {
                    to++;
                }
                long cost = (long) n * width + (long) (n - to + from) * EXCEPTION_BYTES * 8;
                if (cost < best) {
                    best = cost;
                    level = sorted[from];
                }
            }
        }
        return level;
    }

    private static int length(int code) {
        return 32 - Integer.numberOfLeadingZeros(code);
    }

    private static int zigzag(int value) {
        return value << 1 ^ value >> 31;
    }
}
