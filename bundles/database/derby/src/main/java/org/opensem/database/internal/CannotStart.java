package org.opensem.database.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a process that cannot do its job, with one line that tells why. */
final class CannotStart {
    private static final Logger LOG = LoggerFactory.getLogger(CannotStart.class);
    /** The launcher shows lines that begin so. */
    static final String PREFIX = "openSEM cannot start: ";

    private CannotStart() {}

    /**
     * Says why and exits with code 1. On a thread of its own: the shutdown hook stops the framework, which waits for the
     * caller's activation.
     */
    static void exit(String reason) {
        String line = PREFIX + reason;
        LOG.error(line);
        System.err.println(line);
        new Thread(() -> System.exit(1), "openSEM exit").start();
    }
}
