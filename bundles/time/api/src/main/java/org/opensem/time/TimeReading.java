package org.opensem.time;

import java.time.Instant;
import java.util.Objects;

/**
 * What a source of time found out.
 *
 * @param time UTC at the moment {@code nanoTime}
 * @param nanoTime that moment by {@link System#nanoTime}, so that it does not matter what the clock does meanwhile
 * @param agreeing how many independent servers agree on it, 1 or more
 */
public record TimeReading(Instant time, long nanoTime, int agreeing) {

    public TimeReading {
        Objects.requireNonNull(time);
        if (agreeing < 1) {
            throw new IllegalArgumentException("At least the one that tells it agrees");
        }
    }
}
