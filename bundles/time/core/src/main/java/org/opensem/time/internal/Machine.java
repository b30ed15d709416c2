package org.opensem.time.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the machine tells of time. */
interface Machine {

    /** As {@link System#nanoTime}: monotonic, and it stands still while the machine sleeps. */
    long nanoTime();

    /** The operating system's clock, which may be set at any moment. */
    Instant systemTime();

    /** Nanoseconds since the machine was started, its sleep included; empty where the system does not tell. */
    OptionalLong uptimeNanos();

    /** This one. */
    static Machine real() {
        return new Machine() {
            private static final Logger LOG = LoggerFactory.getLogger(Machine.class);
            private static final Path UPTIME = Path.of("/proc/uptime");
            private final InstantSource system = InstantSource.system();

            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public Instant systemTime() {
                return system.instant();
            }

            @Override
            public OptionalLong uptimeNanos() {
                try {
                    String text = Files.readString(UPTIME);
                    return OptionalLong.of((long) (Double.parseDouble(text.substring(0, text.indexOf(' '))) * 1e9));
                } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
                    LOG.trace("How long the machine has been running is not known", e);
                    return OptionalLong.empty();
                }
            }
        };
    }
}
