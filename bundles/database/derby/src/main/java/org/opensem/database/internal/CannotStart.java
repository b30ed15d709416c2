package org.opensem.database.internal;

import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a process that cannot do its job, with one line that tells why. One that cannot open the database only if it has just
 * begun: a refusal later than that comes from an update, which its rollback mends while the meter is measured on.
 */
final class CannotStart {
    private static final Logger LOG = LoggerFactory.getLogger(CannotStart.class);
    /** The launcher shows lines that begin so. */
    static final String PREFIX = "openSEM cannot start: ";
    private static final long START_MILLIS = 120_000;

    private final LongSupplier uptimeMillis;
    private final Runnable exit;
    private volatile long startsUntilMillis = START_MILLIS;

    CannotStart() {
        this(() -> ManagementFactory.getRuntimeMXBean().getUptime(), () -> System.exit(1));
    }

    /**
     * @param uptimeMillis how long the process has been running
     * @param exit ends it
     */
    CannotStart(LongSupplier uptimeMillis, Runnable exit) {
        this.uptimeMillis = uptimeMillis;
        this.exit = exit;
    }

    private boolean starts() {
        return uptimeMillis.getAsLong() < startsUntilMillis;
    }

    /** A process that starts is held up, and is one that starts for as long again from now on. */
    void later() {
        if (starts()) {
            startsUntilMillis = uptimeMillis.getAsLong() + START_MILLIS;
        }
    }

    /**
     * Says why and, while the process starts, exits with code 1. On a thread of its own: the shutdown hook stops the framework,
     * which waits for the caller's activation.
     */
    void tell(String reason) {
        if (!starts()) {
            LOG.error("The database cannot be opened; roll the update back: {}", reason);
            return;
        }
        end(PREFIX + reason);
    }

    /** Says why and exits with code 1, however long the process has been running. */
    void end(String line) {
        LOG.error(line);
        System.err.println(line);
        new Thread(exit, "openSEM exit").start();
    }
}
