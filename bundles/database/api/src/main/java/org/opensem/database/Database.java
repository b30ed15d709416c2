package org.opensem.database;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The embedded database. Its bundle alone owns the engine, so that a domain's update closes nobody else's tables. */
@ProviderType
public interface Database {

    /**
     * Opens a domain's schema and applies the migrations that it lacks, each in a transaction.
     *
     * @param name upper-case letters, the domain, for example {@code STORE}
     * @param migrations numbered from 1 without holes; they only add
     * @throws DatabaseException if the schema was written by a later version whose lowest reader is newer than the last
     *     migration given, or a migration fails; a {@link DiskFullException} if there is no room for that
     */
    Schema open(String name, List<Migration> migrations);

    /** The folder that the database's files lie in, for reporting its size. */
    Path folder();
}
