package org.opensem.time;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How the clock does.
 *
 * @param source {@code system}, {@code ntp}, {@code manual}, {@code browser}, {@code samples} (a replay)
 * @param offsetMillis what is added to the operating system's clock
 * @param trusted whether samples may be refused for lying ahead of this clock, and need not wait until it is set (T6)
 * @param lastSync when the source last told this time; empty where none did: the operating system's clock, taken as it is
 * @param reason why it is trusted, or why not
 */
public record ClockStatus(String source, long offsetMillis, boolean trusted, Optional<Instant> lastSync, Reason reason) {

    /** What the trust rests on. */
    public enum Reason {
        /** Time servers agreed, or the operating system says that its clock is synchronised. */
        SYNCHRONISED,
        /** Somebody set it. */
        SET,
        /** The operating system's clock, which nothing speaks against. */
        PLAUSIBLE,
        /** It follows samples: a replay. Not trusted. */
        FOLLOWS_SAMPLES,
        /** It is before the day on which this program was made. Not trusted. */
        BEFORE_BUILD,
        /** At the start it is before the time that it told last. Not trusted. */
        BEFORE_LAST_RUN,
        /**
         * The operating system's clock went back by more than two minutes while nobody knows whether it is right. Not trusted.
         */
        WENT_BACK
    }

    public ClockStatus {
        Objects.requireNonNull(source);
        Objects.requireNonNull(lastSync);
        Objects.requireNonNull(reason);
    }

    /** Of a clock that tells no more. */
    public ClockStatus(String source, long offsetMillis, boolean trusted) {
        this(source, offsetMillis, trusted, Optional.empty(),
                trusted ? Reason.PLAUSIBLE : source.equals("samples") ? Reason.FOLLOWS_SAMPLES : Reason.BEFORE_LAST_RUN);
    }
}
