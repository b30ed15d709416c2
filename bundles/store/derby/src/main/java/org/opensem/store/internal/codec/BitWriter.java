package org.opensem.store.internal.codec;

import java.util.Arrays;

/** Appends bits, the lowest first, so that a reader can take any window with one little-endian load. */
final class BitWriter {
    private byte[] bytes;
    private int size;
    private long pending;
    private int count;

    BitWriter(byte[] head, int headLength, int roomFor) {
        bytes = Arrays.copyOf(head, headLength + roomFor);
        size = headLength;
    }

    /** Appends the low bits of a value; at most 32, and the value has no others. */
    void write(long value, int bits) {
        pending |= value << count;
        count += bits;
        if (count >= 32) {
            flushInt();
        }
    }

    /** Fills the last byte up with zeros. */
    void align() {
        count = count + 7 & ~7;
        if (count >= 32) {
            flushInt();
        }
    }

    /** The bytes so far, the last filled up with zeros, and as many zero bytes after them. */
    byte[] finish(int padding) {
        int tail = (count + 7) >>> 3;
        ensure(tail + padding);
        for (int i = 0; i < tail; i++) {
            bytes[size++] = (byte) (pending >>> (8 * i));
        }
        return Arrays.copyOf(bytes, size + padding);
    }

    private void flushInt() {
        ensure(4);
        VectorReader.INTS.set(bytes, size, (int) pending);
        size += 4;
        pending >>>= 32;
        count -= 32;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
