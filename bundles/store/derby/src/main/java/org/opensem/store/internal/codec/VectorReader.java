package org.opensem.store.internal.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads what {@link VectorWriter} wrote; not thread-safe. The bytes must go on for {@link #PADDING} after the last bit. */
final class VectorReader {
    static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** One load takes eight bytes. */
    static final int PADDING = 8;

    /** Bits that a load at any bit position surely holds, rounded down to whole bytes. */
    private static final int WINDOW = 56;
    private static final long WINDOW_MASK = (1L << WINDOW) - 1;

    private final int[] highs = new int[64];
    private byte[] data;
    private int position;

    void open(byte[] bytes, int firstByte) {
        data = bytes;
        position = firstByte * 8;
    }

    /** The next bits as a number; at most 32. */
    long bits(int n) {
        long value = window(data, position) & (1L << n) - 1;
        position += n;
        return value;
    }

    /** Reads n figures to {@code out[at...]}. */
    void read(int n, int level, int[] out, int at) {
        if (n == 0) {
            return;
        }
        int header = (int) bits(8);
        if (header == VectorWriter.LEVEL_ONLY) {
            Arrays.fill(out, at, at + n, level);
            return;
        }
        int width = header & VectorWriter.WIDTH;
        int exceptions = (header & VectorWriter.EXCEPTIONS) == 0 ? 0 : (int) bits(7);
        boolean byBefore = (header & VectorWriter.DELTA) != 0;
        if (exceptions > 0) {
            residualsWithExceptions(n, width, byBefore ? 0 : level, out, at);
        } else {
            residuals(n, width, byBefore ? 0 : level, out, at);
        }
        if (byBefore) {
            int figure = level;
            for (int i = at; i < at + n; i++) {
                figure += out[i];
                out[i] = figure;
            }
        }
    }

    /** Passes over n figures without decoding them. */
    void skip(int n) {
        if (n == 0) {
            return;
        }
        int header = (int) bits(8);
        if (header == VectorWriter.LEVEL_ONLY) {
            return;
        }
        int exceptions = (header & VectorWriter.EXCEPTIONS) == 0 ? 0 : (int) bits(7);
        position += n * (header & VectorWriter.WIDTH);
        int left = n;
        long word = window(data, position) & WINDOW_MASK;
        for (int ones = Long.bitCount(word); ones < left; ones = Long.bitCount(word)) {
            left -= ones;
            position += WINDOW;
            word = window(data, position) & WINDOW_MASK;
        }
        // The left-th one of the word: a single deposit instruction where the processor has it.
        position += Long.numberOfTrailingZeros(Long.expand(1L << left - 1, word)) + 1 + exceptions * 32;
    }

    private void residuals(int n, int width, int level, int[] out, int at) {
        byte[] bytes = data;
        int end = at + n;
        int start = lowParts(bytes, n, width, out, at);
        int before = start - 1;
        for (int i = at; i < end; start += WINDOW) {
            long word = window(bytes, start) & WINDOW_MASK;
            int stop = Math.min(end, i + Long.bitCount(word));
            for (; i < stop; i++) {
                int one = start + Long.numberOfTrailingZeros(word);
                int code = one - before - 1 << width | out[i];
                out[i] = level + (code >>> 1 ^ -(code & 1));
                before = one;
                word &= word - 1;
            }
        }
        position = before + 1;
    }

    /** Reads the low parts to {@code out[at...]}; answers where the bits after them begin. */
    private int lowParts(byte[] bytes, int n, int width, int[] out, int at) {
        int low = position;
        long mask = (1L << width) - 1;
        int end = at + n;
        int i = at;
        if (width * 4 <= WINDOW) {
            for (; i + 3 < end; i += 4, low += 4 * width) {
                long four = window(bytes, low);
                out[i] = (int) (four & mask);
                out[i + 1] = (int) (four >>> width & mask);
                out[i + 2] = (int) (four >>> 2 * width & mask);
                out[i + 3] = (int) (four >>> 3 * width & mask);
            }
        }
        for (; i < end; i++, low += width) {
            out[i] = (int) (window(bytes, low) & mask);
        }
        return low;
    }

    private void residualsWithExceptions(int n, int width, int level, int[] out, int at) {
        position = lowParts(data, n, width, out, at);
        for (int i = at; i < at + n; i++) {
            int high = Long.numberOfTrailingZeros(window(data, position));
            position += high + 1;
            highs[i - at] = high;
        }
        for (int i = at; i < at + n; i++) {
            int high = highs[i - at];
            int code = high == VectorWriter.ESCAPE ? (int) bits(32) : high << width | out[i];
            out[i] = level + (code >>> 1 ^ -(code & 1));
        }
    }

    private static long window(byte[] bytes, int bit) {
        return (long) LONGS.get(bytes, bit >>> 3) >>> (bit & 7);
    }
}
