package org.opensem.database.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.opensem.database.DatabaseException;
import org.opensem.database.DiskFullException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Recognizes a full disk, which Derby reports in many shapes. */
final class DiskFull {
    /** Below this no write of ours is sure to succeed. */
    private static final long SPARE_BYTES = 1 << 20;
    /** Room for a transaction, the next file of the log and a checkpoint: below this none is begun. */
    private static final long RESERVE_BYTES = 4 << 20;
    private static final int PROBE_BYTES = 8192;

    private static final Logger LOG = LoggerFactory.getLogger(DiskFull.class);

    private DiskFull() {}

    /** What people are told. */
    static DiskFullException at(Path folder, Throwable cause) {
        return new DiskFullException("Disk full at " + folder + ": free some space", cause);
    }

    /**
     * Refuses while there is less than a reserve. Derby takes a full disk badly, so it shall not meet one.
     *
     * @throws DiskFullException there is less
     */
    static void requireRoom(Path folder) {
        try {
            long room = Files.getFileStore(folder).getUsableSpace();
            if (room < RESERVE_BYTES) {
                throw at(folder, new IOException("Only " + room + " bytes are free, " + RESERVE_BYTES + " are needed"));
            }
        } catch (IOException e) {
            LOG.debug("The room at {} is not known", folder, e);
        }
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
