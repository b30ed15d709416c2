package org.opensem.database.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import org.opensem.database.DatabaseException;
import org.opensem.database.DiskFullException;

/** Turns what the engine throws into what people can act on. */
final class Failures {
    /** Derby tells the severity as the error code; from this on the connection is gone. */
    static final int SESSION = 40_000;

    /** Ours, none of Derby's: it would open the database for reading only. */
    static final String ONLY_READABLE = "SEM01";
    /** What Derby says when it creates a database where it cannot write: that this is not implemented. */
    private static final String NOT_IMPLEMENTED = "XSAI3";

    /** An exception of Java's inside the engine, such as that of a part which a failure has taken away. */
    private static final String JAVA_EXCEPTION = "XJ001";

    private Failures() {}

    static boolean dropsConnection(SQLException e) {
        return e.getErrorCode() >= SESSION || isBroken(e) || (e.getSQLState() != null && e.getSQLState().startsWith("08"));
    }

    /** Whether the database may be unusable although it was not shut down. */
    static boolean isBroken(SQLException e) {
        return JAVA_EXCEPTION.equals(e.getSQLState());
    }

    static DatabaseException explain(Throwable cause, Path folder) {
        if (cause instanceof DiskFullException e) {
            return new DiskFullException(e.getMessage(), e);
        }
        if (cause instanceof DatabaseException e) {
            return new DatabaseException(e.getMessage(), e);
        }
        if (cause instanceof SQLException e) {
            SQLException last = e;
            while (last.getNextException() != null) {
                last = last.getNextException();
            }
            if (ONLY_READABLE.equals(last.getSQLState()) || NOT_IMPLEMENTED.equals(last.getSQLState())) {
                return DiskFull.whyUnwritable(folder, e);
            }
            if (DiskFull.is(e, folder)) {
                return DiskFull.at(folder, e);
            }
            return new DatabaseException("The database failed (" + last.getSQLState() + "): " + firstLine(last), e);
        }
        return new DatabaseException("Work on the database failed: " + cause, cause);
    }

    /** Derby's messages may hold a dump of a whole page. */
    static String firstLine(SQLException e) {
        String text = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
