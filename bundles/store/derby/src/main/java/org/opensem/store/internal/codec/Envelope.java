package org.opensem.store.internal.codec;

import java.util.zip.CRC32C;

/**
 * What every stored piece begins with: format version, checksum of all that follows, and the hour, so that intact bytes in
 * the wrong row are noticed too.
 */
final class Envelope {
    /** Version 1, checksum 4, hour 4. */
    static final int LENGTH = 9;

    private static final byte VERSION = 2;

    private Envelope() {}

    /** Fills in the head of bytes whose content is complete. */
    static byte[] seal(byte[] bytes, long hour) {
        bytes[0] = VERSION;
        VectorReader.INTS.set(bytes, 5, (int) hour);
        VectorReader.INTS.set(bytes, 1, checksum(bytes, bytes.length));
        return bytes;
    }

    /** @param length how many of the bytes belong to the piece */
    static void check(byte[] bytes, int length, long hour) throws CorruptBlockException {
        if (length < LENGTH + VectorReader.PADDING) {
            throw new CorruptBlockException("too short");
        }
        if (bytes[0] != VERSION) {
            throw new CorruptBlockException("format version " + bytes[0] + " is unknown");
        }
        if ((int) VectorReader.INTS.get(bytes, 1) != checksum(bytes, length)) {
            throw new CorruptBlockException("checksum differs");
        }
        if ((int) VectorReader.INTS.get(bytes, 5) != (int) hour) {
            throw new CorruptBlockException("belongs to another hour");
        }
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 5, length - 5);
        return (int) crc.getValue();
    }
}
