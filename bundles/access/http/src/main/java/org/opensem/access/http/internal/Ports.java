package org.opensem.access.http.internal;

import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.TimeUnit;

/** The doors' ports, which the launcher sets from the environment. */
final class Ports {
    private static final int HTTPS = 8443;
    private static final long MOST_WAITING_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long PAUSE_MILLIS = 20;

    private Ports() {}

    /** Opens a port that was closed just now: the thread that accepted connections there lets go of it a moment later. */
    static void untilFree(Opening opening) throws Exception {
        long end = System.nanoTime() + MOST_WAITING_NANOS;
        while (true) {
            try {
                opening.run();
                return;
            } catch (IOException e) {
                if (!(e.getCause() instanceof BindException) || System.nanoTime() > end) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** Opens a port. */
    interface Opening {
        void run() throws Exception;
    }

    static int https() {
        return Integer.getInteger("opensem.https.port", HTTPS);
    }
}
