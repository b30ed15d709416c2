package org.opensem.database.internal;

import java.nio.file.Path;
import org.opensem.database.DatabaseException;
import org.opensem.database.Schema;

/** A domain's door to its tables. */
record DerbySchema(String name, Path folder, Lane writer, Lane readers) implements Schema {

    @Override
    public <T> T write(Work<T> work) {
        DiskFull.requireRoom(folder);
        return writer.run(name, work);
    }

    @Override
    public <T> T read(Work<T> work) {
        if (writer.onOwnThread()) {
            // Another connection could wait for a lock that this transaction holds, for ever.
            throw new DatabaseException("Work of the writer must not read through the schema: use its own connection");
        }
        return readers.run(name, work);
    }
}
