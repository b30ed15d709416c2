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
        if (exceptions > 0) {
            residualsWithExceptions(n, width, out, at);
        } else {
            residuals(n, width, out, at);
        }
        if ((header & VectorWriter.DELTA) == 0) {
            for (int i = at; i < at + n; i++) {
                out[i] += level;
            }
        } else {
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

    private void residuals(int n, int width, int[] out, int at) {
        byte[] bytes = data;
        int low = position;
        int high = low + n * width;
        long mask = (1L << width) - 1;
        int end = at + n;
        int before = high - 1;
        for (int start = high, i = at; i < end; start += WINDOW) {
            long word = window(bytes, start) & WINDOW_MASK;
            while (word != 0 && i < end) {
                int one = start + Long.numberOfTrailingZeros(word);
                int code = one - before - 1 << width | (int) (window(bytes, low) & mask);
                out[i++] = code >>> 1 ^ -(code & 1);
                before = one;
                low += width;
                word &= word - 1;
            }
        }
        position = before + 1;
    }

    private void residualsWithExceptions(int n, int width, int[] out, int at) {
        int low = position;
        position = low + n * width;
        int[] highs = new int[n];
        for (int i = 0; i < n; i++) {
            long word = window(data, position);
            highs[i] = Long.numberOfTrailingZeros(word);
            position += highs[i] + 1;
        }
        long mask = (1L << width) - 1;
        for (int i = 0; i < n; i++, low += width) {
            int code = highs[i] == VectorWriter.ESCAPE
                    ? (int) bits(32)
                    : highs[i] << width | (int) (window(data, low) & mask);
            out[at + i] = code >>> 1 ^ -(code & 1);
        }
    }

    private static long window(byte[] bytes, int bit) {
        return (long) LONGS.get(bytes, bit >>> 3) >>> (bit & 7);
    }
}
