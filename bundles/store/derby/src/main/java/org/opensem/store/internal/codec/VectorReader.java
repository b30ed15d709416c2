package org.opensem.store.internal.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads what {@link VectorWriter} wrote; not thread-safe. The bytes must go on for {@link #PADDING} after the last one. */
final class VectorReader {
    static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** One load takes eight bytes. */
    static final int PADDING = 8;

    /** Four codes of this width fit into one load wherever the first begins: at a byte, or half a byte if the width is odd. */
    private static final int FOUR_AT_ONCE = 16;

    private byte[] data;
    private int position;

    void open(byte[] bytes, int firstByte) {
        data = bytes;
        position = firstByte;
    }

    /** The next four bytes as a number. */
    int number() {
        int value = (int) INTS.get(data, position);
        position += Integer.BYTES;
        return value;
    }

    /** Reads n figures to {@code out[at...]}. */
    void read(int n, int level, int[] out, int at) {
        if (n == 0) {
            return;
        }
        byte[] bytes = data;
        int header = bytes[position++];
        int width = header & VectorWriter.WIDTH;
        if ((header & (VectorWriter.EXCEPTIONS | VectorWriter.DELTA)) == 0) {
            unpack(bytes, position, n, width, level, out, at);
            position += packed(n, width);
        } else {
            readOdd(bytes, header, n, level, out, at);
        }
    }

    /** Passes over n figures without decoding them. */
    void skip(int n) {
        if (n == 0) {
            return;
        }
        int header = data[position++];
        int exceptions = (header & VectorWriter.EXCEPTIONS) == 0 ? 0 : data[position++];
        position += packed(n, header & VectorWriter.WIDTH) + exceptions * VectorWriter.EXCEPTION_BYTES;
    }

    private void readOdd(byte[] bytes, int header, int n, int level, int[] out, int at) {
        boolean byBefore = (header & VectorWriter.DELTA) != 0;
        int base = byBefore ? 0 : level;
        int width = header & VectorWriter.WIDTH;
        int exceptions = (header & VectorWriter.EXCEPTIONS) == 0 ? 0 : bytes[position++];
        unpack(bytes, position, n, width, base, out, at);
        position += packed(n, width);
        for (; exceptions > 0; exceptions--, position += VectorWriter.EXCEPTION_BYTES) {
            out[at + bytes[position]] = base + (int) INTS.get(bytes, position + 1);
        }
        if (byBefore) {
            int figure = level;
            for (int i = at; i < at + n; i++) {
                int code = out[i];
                figure += code >>> 1 ^ -(code & 1);
                out[i] = figure;
            }
        }
    }

    private static void unpack(byte[] bytes, int first, int n, int width, int level, int[] out, int at) {
        if (width == 0) {
            Arrays.fill(out, at, at + n, level);
            return;
        }
        long mask = (1L << width) - 1;
        int bit = first << 3;
        int i = at;
        if (width <= FOUR_AT_ONCE) {
            int end = at + n - 3;
            for (; i < end; i += 4, bit += 4 * width) {
                long four = (long) LONGS.get(bytes, bit >>> 3) >>> (bit & 7);
                out[i] = level + (int) (four & mask);
                out[i + 1] = level + (int) (four >>> width & mask);
                out[i + 2] = level + (int) (four >>> 2 * width & mask);
                out[i + 3] = level + (int) (four >>> 3 * width & mask);
            }
        }
        for (int end = at + n; i < end; i++, bit += width) {
            out[i] = level + (int) ((long) LONGS.get(bytes, bit >>> 3) >>> (bit & 7) & mask);
        }
    }

    /** The bytes that packed codes take. */
    private static int packed(int n, int width) {
        return n * width + 7 >>> 3;
    }
}
