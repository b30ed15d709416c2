package org.opensem.metering.csv;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.zip.ZipException;

/**
 * The characters of a file, one per byte (F1 is ASCII), such that no input can fill the memory: of a line that is too long
 * only the beginning is passed on, and a first line that is too long ends the file. Where a compressed file breaks off, the
 * line that it breaks off in is marked by {@link #BROKEN}, so that half a number is never taken for a whole one.
 */
final class GuardedReader extends Reader {
    /** Longest line passed on whole; a measurement has about 64 characters. */
    static final int MOST_LINE = 4096;

    /** Stands at the end of the line in which the input broke off. */
    static final char BROKEN = '\u0001';

    private final InputStream in;
    private final byte[] bytes = new byte[1 << 15];
    private int lineLength;
    private boolean firstLine = true;
    private boolean ended;
    private CsvFault.Reason fault;

    GuardedReader(InputStream in) {
        this.in = in;
    }

    /** Why the input broke off, or null. */
    CsvFault.Reason fault() {
        return fault;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int written = 0;
        while (written == 0 && !ended) {
            int n = fill(Math.min(length, bytes.length));
            if (n < 0) {
                ended = true;
                if (fault != null && lineLength > 0) {
                    target[offset] = BROKEN;
                    return 1;
                }
            } else {
                written = copy(n, target, offset);
            }
        }
        return written == 0 ? -1 : written;
    }

    private int fill(int most) throws IOException {
        try {
            return in.read(bytes, 0, most);
        } catch (BoundedInput.LimitException e) {
            fault = e.reason;
        } catch (EOFException e) {
            fault = CsvFault.Reason.TRUNCATED;
        } catch (ZipException e) {
            fault = CsvFault.Reason.DAMAGED;
        }
        return -1;
    }

    private int copy(int n, char[] target, int offset) {
        int to = offset;
        for (int i = 0; i < n; i++) {
            byte b = bytes[i];
            if (b == '\n' || b == '\r') {
                firstLine = false;
                lineLength = 0;
                target[to++] = (char) b;
            } else if (lineLength < MOST_LINE) {
                lineLength++;
                target[to++] = (char) (b & 0xff);
            } else if (firstLine) {
                ended = true;
                return to - offset;
            }
        }
        return to - offset;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
