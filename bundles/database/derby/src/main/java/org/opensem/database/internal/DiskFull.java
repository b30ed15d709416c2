package org.opensem.database.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.opensem.database.DatabaseException;
import org.opensem.database.DiskFullException;

/** Recognizes a full disk, which Derby reports in many shapes. */
final class DiskFull {
    /** Below this no write of ours is sure to succeed. */
    private static final long SPARE_BYTES = 1 << 20;
    private static final int PROBE_BYTES = 8192;

    private DiskFull() {}

    /** What people are told. */
    static DiskFullException at(Path folder, Throwable cause) {
        return new DiskFullException("Disk full at " + folder + ": free some space", cause);
    }

    /** Why Derby can only read in a folder: it may not write there, or else there was no room. */
    static DatabaseException whyUnwritable(Path folder, SQLException failure) {
        Path probe = folder.resolve("room.tmp");
        try {
            try {
                Files.write(probe, new byte[PROBE_BYTES]);
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
            return DataLock.unusable(folder, e);
        }
        return at(folder, failure);
    }

    /** Whether some cause of a failure is the operating system's "no space". */
    static boolean is(Throwable failure) {
        Throwable t = failure;
        for (int depth = 0; t != null && depth < 30; depth++) {
            if (t instanceof IOException && t.getMessage() != null) {
                String text = t.getMessage().toLowerCase(Locale.ROOT);
                if (text.contains("no space left") || text.contains("quota exceeded") || text.contains("not enough space")) {
                    return true;
                }
            }
            if (t instanceof SQLException sql && sql.getNextException() != null && is(sql.getNextException())) {
                return true;
            }
            t = t.getCause();
        }
        return false;
    }

    /** Whether a failure that closed the connection or the database happened on a file system without room. */
    static boolean is(SQLException failure, Path folder) {
        if (is(failure)) {
            return true;
        }
        if (failure.getErrorCode() < Failures.SESSION) {
            return false;
        }
        try {
            return Files.getFileStore(folder).getUsableSpace() < SPARE_BYTES;
        } catch (IOException e) {
            failure.addSuppressed(e);
            return false;
        }
    }
}
