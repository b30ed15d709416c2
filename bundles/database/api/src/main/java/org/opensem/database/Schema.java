package org.opensem.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.osgi.annotation.versioning.ProviderType;

/** A domain's tables. The connection's current schema is the domain's own. */
@ProviderType
public interface Schema {

    /**
     * Runs one transaction on the one writer's thread and returns when it is committed, flushed to disk. When it throws,
     * nothing of it is stored. A connection that the engine dropped (disk full) is reopened for the next call.
     *
     * @throws DatabaseException wraps what the work or the commit threw
     */
    <T> T write(Work<T> work);

    /**
     * Runs read-only work on a pooled connection, beside the writer. Committed rows only.
     *
     * @throws DatabaseException wraps what the work threw
     */
    <T> T read(Work<T> work);

    /** What to do with a connection. It must neither commit, nor close it, nor keep it or prepared statements. */
    @FunctionalInterface
    interface Work<T> {
        T apply(Connection connection) throws SQLException;
    }
}
