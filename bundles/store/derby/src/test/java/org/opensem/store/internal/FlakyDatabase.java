package org.opensem.store.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.opensem.database.Database;
import org.opensem.database.DatabaseException;
import org.opensem.database.DiskFullException;
import org.opensem.database.Migration;
import org.opensem.database.Schema;

/** A database whose disk can be full; it also counts transactions. */
final class FlakyDatabase implements Database {
    private final Supplier<Database> real;
    private volatile boolean full;
    private volatile boolean lying;
    private volatile boolean linkageError;
    private volatile int writes;
    private volatile int opens;

    FlakyDatabase(Supplier<Database> real) {
        this.real = real;
    }

    void full(boolean value) {
        full = value;
    }

    /** The next transaction meets a class of a bundle that is being swapped. */
    void linkageError() {
        linkageError = true;
    }

    /** The next transaction is committed and reported as failed. */
    void lie() {
        lying = true;
    }

    int writes() {
        return writes;
    }

    /** How often somebody tried to open a schema. */
    int opens() {
        return opens;
    }

    @Override
    public Schema open(String name, List<Migration> migrations) {
        opens++;
        if (full) {
            throw new DiskFullException("The disk is full", null);
        }
        Schema schema = real.get().open(name, migrations);
        return new Schema() {
            @Override
            public <T> T write(Work<T> work) {
                if (full) {
                    // The work is done and then rolled back, as when the commit finds no room.
                    schema.write(connection -> {
                        work.apply(connection);
                        connection.rollback();
                        return null;
                    });
                    throw new DatabaseException("The disk is full");
                }
                if (linkageError) {
                    linkageError = false;
                    throw new NoClassDefFoundError("of a bundle that is being swapped");
                }
                writes++;
                T result = schema.write(work);
                if (lying) {
                    lying = false;
                    throw new DatabaseException("The connection was lost during the commit");
                }
                return result;
            }

            @Override
            public <T> T read(Work<T> work) {
                return schema.read(work);
            }
        };
    }

    @Override
    public Path folder() {
        return real.get().folder();
    }
}
