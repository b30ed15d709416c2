package org.opensem.database.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.opensem.database.Database;
import org.opensem.database.DatabaseException;
import org.opensem.database.DiskFullException;
import org.opensem.database.Migration;
import org.opensem.database.Schema;

/** The database of a data folder, on Derby: one writer, a few readers beside it. */
public final class DerbyDatabase implements Database, AutoCloseable {
    private final Path folder;
    private final DataLock lock;
    private final Engine engine;
    private final Lane writer;
    private final Lane readers;
    private final Versions versions;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Opens the database in {@code <data>/database}, creating it where there is none.
     *
     * @throws DatabaseException with a text for people: another process uses the folder, it cannot be written, the disk is
     *     full, the database does not open
     */
    public DerbyDatabase(Path data) {
        this(data, Options.DEFAULT);
    }

    public DerbyDatabase(Path data, Options options) {
        this(data, options, reason -> {});
    }

    /**
     * @param hung is told why if a failure of the disk leaves the engine in a deadlock, which only a new process mends
     */
    DerbyDatabase(Path data, Options options, Consumer<String> hung) {
        Path home = data.toAbsolutePath().normalize();
        folder = home.resolve("database");
        versions = new Versions(folder);
        lock = DataLock.take(home);
        Engine booted = null;
        try {
            booted = Engine.boot(options, home, hung);
            new Creation(booted, folder).ensure();
            booted.connect(folder).close();
        } catch (SQLException | RuntimeException e) {
            DatabaseException reason = Failures.explain(e, folder);
            closeAll(reason, booted, lock);
            throw reason;
        }
        engine = booted;
        writer = new Lane("writer", folder, engine, List.of(new Link(() -> connect(false), engine::fell)), false);
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < options.readers(); i++) {
            links.add(new Link(() -> connect(true), engine::fell));
        }
        readers = new Lane("reader", folder, engine, links, true);
    }

    private static void closeAll(DatabaseException reason, AutoCloseable... resources) {
        for (AutoCloseable resource : resources) {
            try {
                if (resource != null) {
                    resource.close();
                }
            } catch (Exception e) {
                reason.addSuppressed(e);
            }
        }
    }

    private Connection connect(boolean readOnly) throws SQLException {
        Connection connection = engine.connect(folder);
        connection.setReadOnly(readOnly);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public Schema open(String name, List<Migration> migrations) {
        if (!name.matches("[A-Z][A-Z_]{0,30}") || name.startsWith("SYS") || name.equals("OPENSEM")) {
            throw new IllegalArgumentException("A schema's name is upper-case letters, not SYS…, not OPENSEM: " + name);
        }
        List<Migration> steps = List.copyOf(migrations);
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).number() != i + 1) {
                throw new IllegalArgumentException("Migrations of " + name + " must be numbered from 1 without holes");
            }
        }
        Versions.Version version = writer.run("OPENSEM", connection -> versions.read(connection, name));
        versions.check(name, version, steps.size());
        for (Migration step : steps.subList(Math.min(version.number(), steps.size()), steps.size())) {
            migrate(name, step);
        }
        return new DerbySchema(name, folder, writer, readers);
    }

    private void migrate(String name, Migration step) {
        DiskFull.requireRoom(folder);
        try {
            writer.run("OPENSEM", connection -> {
                try {
                    versions.apply(connection, name, step);
                } finally {
                    if (!connection.isClosed()) {
                        connection.setSchema("OPENSEM");
                    }
                }
                return null;
            });
        } catch (DatabaseException e) {
            String said = "Migration " + step.number() + " of " + name + " failed and was taken back: " + e.getMessage();
            throw e instanceof DiskFullException ? new DiskFullException(said, e) : new DatabaseException(said, e);
        }
    }

    @Override
    public Path folder() {
        return folder;
    }

    /** Finishes what is queued and shuts the engine down. What is asked later is refused. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        writer.close();
        readers.close();
        try {
            engine.shutDown(folder);
            engine.close();
        } finally {
            lock.close();
        }
    }
}
