package org.opensem.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Consumer;
import org.opensem.database.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread's connection: opened when it is needed, dropped when the engine dropped it, opened again for the next work. */
final class Link implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    private final Opener opener;
    private final Consumer<SQLException> fell;
    private Connection connection;
    private String schema;

    /** Makes connections, booting the database where a severe error has shut it down. */
    @FunctionalInterface
    interface Opener {
        Connection open() throws SQLException;
    }

    /**
     * @param fell is told of an error that ended the connection
     */
    Link(Opener opener, Consumer<SQLException> fell) {
        this.opener = opener;
        this.fell = fell;
    }

    /** One more of the same kind, without a connection yet. */
    Link another() {
        return new Link(opener, fell);
    }

    /** Runs work in a transaction of its own and commits it. A schema of null leaves the one that is set. */
    <T> T transact(String name, Schema.Work<T> work) throws SQLException {
        Connection current = connect(name);
        try {
            T result = work.apply(current);
            current.commit();
            return result;
        } catch (SQLException e) {
            undo(e);
            throw e;
        } catch (RuntimeException | Error e) {
            undo(e);
            throw e;
        }
    }

    /** Runs work in the transaction that is open. */
    <T> T within(String name, Schema.Work<T> work) throws SQLException {
        String before = schema;
        try {
            return work.apply(connect(name));
        } finally {
            if (connection != null && !connection.isClosed()) {
                use(before);
            }
        }
    }

    private Connection connect(String name) throws SQLException {
        if (connection != null && connection.isClosed()) {
            drop();
        }
        if (connection == null) {
            connection = opener.open();
        }
        try {
            use(name);
        } catch (SQLException e) {
            fell.accept(e);
            drop();
            throw e;
        }
        return connection;
    }

    private void use(String name) throws SQLException {
        if (name != null && !Objects.equals(name, schema)) {
            connection.setSchema(name);
            schema = name;
        }
    }

    private void undo(Throwable reason) {
        if (reason instanceof SQLException e && Failures.dropsConnection(e)) {
            fell.accept(e);
            drop();
            return;
        }
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
            fell.accept(e);
            drop();
        }
    }

    /** Forgets the connection; also after statements that may have changed its schema. */
    void drop() {
        Connection gone = connection;
        connection = null;
        schema = null;
        if (gone == null) {
            return;
        }
        try {
            if (!gone.isClosed()) {
                gone.rollback();
                gone.close();
            }
        } catch (SQLException e) {
            // A connection that the engine broke may refuse to close; it holds nothing any more.
            LOG.debug("Closing a broken connection", e);
        }
    }

    @Override
    public void close() {
        drop();
    }
}
