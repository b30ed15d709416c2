package org.opensem.database.internal;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.derby.iapi.jdbc.AuthenticationService;
import org.apache.derby.iapi.jdbc.InternalDriver;
import org.apache.derby.iapi.services.monitor.Monitor;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.opensem.database.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Derby engine. Derby keeps it in static fields, one per class loader, so this class counts its users in one too: the
 * last one shuts it down and leaves no thread, driver or property behind.
 */
final class Engine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Object GUARD = new Object();
    private static int users;

    private static final String HANGS = "A failure of the disk made the database hang: openSEM must be started again";

    private final String prefix;
    private final Consumer<String> hung;
    private final Object opening = new Object();
    private final AtomicInteger falls = new AtomicInteger();
    private volatile boolean closed;
    private volatile boolean isHung;
    private volatile boolean isBroken;

    private Engine(String prefix, Consumer<String> hung) {
        this.prefix = prefix;
        this.hung = hung;
    }

    /**
     * Boots the engine, or joins the one that runs, which then keeps its settings.
     *
     * @param hung is told why if a failure leaves the engine in a deadlock, which only a new process mends
     */
    static Engine boot(Options options, Path data, Consumer<String> hung) {
        synchronized (GUARD) {
            if (users == 0) {
                settings(options, data).forEach(System::setProperty);
            }
            users++;
            return new Engine("jdbc:derby:" + (options.storage().isEmpty() ? "" : options.storage() + ":"), hung);
        }
    }

    private static Map<String, String> settings(Options options, Path data) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("derby.system.home", data.toString());
        settings.put("derby.stream.error.method", EngineLog.class.getName() + ".writer");
        settings.put("derby.storage.pageCacheSize", Integer.toString(options.pageCachePages()));
        settings.put("derby.storage.checkpointInterval", Integer.toString(options.checkpointBytes()));
        settings.put("derby.storage.logSwitchInterval", Integer.toString(Math.max(100_000, options.checkpointBytes() / 4)));
        // A packet of ten seconds (about 1.3 KB of log) goes out in one write and one flush. A larger buffer makes Derby lay out
        // its log in larger pieces, of which the kernel then writes whole ones at each flush: at 512 KB ten times the bytes.
        settings.put("derby.storage.logBufferSize", Integer.toString(8 * 1024));
        settings.put("derby.storage.indexStats.auto", "false");
        // Escalation to a table lock would make readers wait for an import.
        settings.put("derby.locks.escalationThreshold", Integer.toString(Integer.MAX_VALUE));
        settings.put("derby.locks.waitTimeout", "20");
        settings.put("derby.locks.deadlockTimeout", "2");
        settings.put("derby.language.statementCacheSize", "200");
        return settings;
    }

    /**
     * Starts the engine where it does not run yet, or where a severe error has stopped it. Its driver would do that as well, but
     * there is no other way to name a module of our own.
     */
    private static void start() {
        synchronized (GUARD) {
            if (InternalDriver.activeDriver() == null) {
                Properties modules = new Properties();
                modules.setProperty("derby.service.jdbc", InternalDriver.class.getName());
                modules.setProperty("derby.service.authentication", AuthenticationService.MODULE);
                modules.setProperty("derby.module.daemon", Daemons.class.getName());
                Monitor.startMonitor(modules, new PrintWriter(EngineLog.writer(), true));
            }
        }
    }

    /**
     * Connects to a database, booting it where it is down. Derby boots one for reading only where it cannot write, on a full disk
     * for example, leaves out what the log says, and stays like that when there is room again: such a one is shut down at once.
     */
    Connection connect(Path database) throws SQLException {
        synchronized (opening) {
            Connection connection = connectAgain(database);
            if (!connection.isReadOnly()) {
                return connection;
            }
            connection.close();
            shutDown(database);
            throw new SQLException("It can only be read", Failures.ONLY_READABLE, Failures.SESSION);
        }
    }

    /** A failure can leave a database that is neither up nor can be shut down alone: then the engine is started anew. */
    private Connection connectAgain(Path database) throws SQLException {
        try {
            if (!isBroken) {
                return connect(database, "");
            }
        } catch (SQLException e) {
            if (!Failures.isBroken(e)) {
                throw e;
            }
        }
        LOG.warn("A failure left the database broken; its engine is started again");
        stop(";shutdown=true");
        isBroken = false;
        return connect(database, "");
    }

    /** To be told of an error that ended a connection: most of these have shut the database down. */
    void fell(SQLException reason) {
        isBroken |= Failures.isBroken(reason);
        falls.incrementAndGet();
    }

    /** How often it fell. */
    int falls() {
        return falls.get();
    }

    /** From now on nothing is asked of it any more, not even to shut down. */
    void hangs() {
        boolean before;
        synchronized (falls) {
            before = isHung;
            isHung = true;
        }
        if (!before) {
            hung.accept(HANGS);
        }
    }

    boolean isHung() {
        return isHung;
    }

    void refuseIfHung() {
        if (isHung) {
            throw new DatabaseException(HANGS);
        }
    }

    /** Creates a database; the folder must not exist. */
    Connection create(Path database) throws SQLException {
        return connect(database, ";create=true");
    }

    private Connection connect(Path database, String attributes) throws SQLException {
        if (closed) {
            throw new SQLException("The database engine is shut down", "XJ015");
        }
        start();
        Connection connection = new EmbeddedDriver().connect(prefix + database + attributes, new Properties());
        if (connection == null) {
            throw new SQLException("The engine refused the address of " + database);
        }
        return connection;
    }

    /** Shuts one database down: a checkpoint, then all its files are closed. */
    void shutDown(Path database) {
        if (isHung) {
            return;
        }
        try {
            connect(database, ";shutdown=true").close();
        } catch (SQLException e) {
            // Derby answers a shutdown by exceptions: 08006 is success, XJ004 means that it was not up.
            if (!"08006".equals(e.getSQLState()) && !"XJ004".equals(e.getSQLState())) {
                LOG.warn("Database {} did not shut down cleanly; it recovers when it is opened: {}", database,
                        Failures.firstLine(e));
                LOG.debug("Shutdown of {}", database, e);
            }
        }
    }

    @Override
    public void close() {
        synchronized (GUARD) {
            if (closed) {
                return;
            }
            closed = true;
            // One that hangs is never without a user again: shutting it down would hang as well.
            if (isHung || --users > 0) {
                return;
            }
            try {
                stop(";shutdown=true;deregister=true");
            } finally {
                settings(Options.DEFAULT, Path.of("")).keySet().forEach(System::clearProperty);
            }
        }
    }

    /** Shuts the engine down with all its databases. */
    private static void stop(String attributes) {
        synchronized (GUARD) {
            try {
                new EmbeddedDriver().connect("jdbc:derby:" + attributes, new Properties());
            } catch (SQLException e) {
                if (!"XJ015".equals(e.getSQLState())) {
                    throw new DatabaseException("The database engine did not shut down: " + e.getMessage(), e);
                }
            }
        }
    }

    /** Where Derby finds its log's writer; public and static because Derby asks for it by name. */
    public static final class EngineLog {
        private EngineLog() {}

        /** Derby's own log, which is banners and stack traces of errors that we report ourselves: on level DEBUG. */
        public static Writer writer() {
            return new LineWriter(LoggerFactory.getLogger("org.opensem.database.engine")::debug);
        }
    }
}
