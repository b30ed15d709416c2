package org.opensem.metering.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what comes out of a decompressor against what went in, and stops at the limits. */
final class BoundedInput extends FilterInputStream {
    private final Counter packed;
    private final CsvLimits limits;
    private long bytes;

    BoundedInput(InputStream unpacked, Counter packed, CsvLimits limits) {
        super(unpacked);
        this.packed = packed;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        if (n > 0) {
            bytes += n;
            if (bytes > limits.mostBytes()) {
                throw new LimitException(CsvFault.Reason.TOO_LARGE);
            }
            if (bytes > limits.ratioFreeBytes() && bytes / limits.mostRatio() > packed.bytes) {
                throw new LimitException(CsvFault.Reason.TOO_COMPRESSED);
            }
        }
        return n;
    }

    /** Counts the bytes read from the outside. */
    static final class Counter extends FilterInputStream {
        private long bytes;
        private boolean ended;

        Counter(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            if (b >= 0) {
                bytes++;
            }
            ended |= b < 0;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = in.read(buffer, offset, length);
            if (n > 0) {
                bytes += n;
            }
            ended |= n < 0;
            return n;
        }

        /** Never 0 before the end: the JDK's gzip reader takes 0 for the end of a file of several members. */
        @Override
        public int available() throws IOException {
            return ended ? 0 : Math.max(1, in.available());
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    /** Says which limit was met. */
    static final class LimitException extends IOException {
        private static final long serialVersionUID = 1L;
        final CsvFault.Reason reason;

        LimitException(CsvFault.Reason reason) {
            super(reason.name());
            this.reason = reason;
        }
    }
}
