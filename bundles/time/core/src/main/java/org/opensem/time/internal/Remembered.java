package org.opensem.time.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a clock leaves to the next one.
 *
 * @param latest the time that it told last while it was trusted
 * @param offset what it was ahead of the operating system's clock
 * @param own whether it went its own way then, rather than follow the operating system's clock
 * @param source see {@link org.opensem.time.ClockStatus}
 * @param lastSync see there
 * @param process which process it was
 */
record Remembered(
        Instant latest, Duration offset, boolean own, String source, Optional<Instant> lastSync, String process) {
    Remembered {
        Objects.requireNonNull(latest);
        Objects.requireNonNull(offset);
        Objects.requireNonNull(source);
        Objects.requireNonNull(lastSync);
        Objects.requireNonNull(process);
    }
}
