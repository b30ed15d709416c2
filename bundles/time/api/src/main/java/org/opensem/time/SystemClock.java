package org.opensem.time;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Reaches the clock of the operating system: a driver, because every system has a way of its own. Register it as a service. */
@ConsumerType
public interface SystemClock {

    /** A stable short name, for example {@code linux}. */
    String id();

    /** Whether this process may set it. Quick. */
    boolean permitted();

    /**
     * Sets it.
     *
     * @throws IOException if that failed; the message says what to do
     */
    void set(Instant time) throws IOException;

    /**
     * Whether the operating system itself keeps its clock right (NTP, chrony); empty if it does not tell. May take a second;
     * asked once a minute at most.
     */
    default Optional<Boolean> synchronised() {
        return Optional.empty();
    }
}
