package org.opensem.time;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sets the clock (E1, T6). A correction of up to two seconds is slewed, at 5 ms per second, so that no second is told twice or
 * left out; a larger one is a step of whole seconds, and the samples taken since the clock was last confirmed follow it, see
 * {@link Timelines}.
 */
@ProviderType
public interface TimeSetting {
    /** What was done with a time. */
    enum Outcome {
        /** The clock runs a little faster or slower until it shows it; nothing jumps. */
        SLEWED,
        /** The clock shows it at once. */
        STEPPED,
        /** Too few servers agree on so large a correction; the clock is as it was. */
        REFUSED,
        /** The clock does not take times: it follows samples. */
        FOLLOWS_SAMPLES
    }

    /** A person sets the clock. */
    enum Person {
        /** The time was typed. */
        MANUAL,
        /** It is that of the person's browser. */
        BROWSER
    }

    /**
     * Sets the clock to a person's time; from then on it is trusted.
     *
     * @throws IllegalArgumentException if the time lies before this program was made, or after the year 3000
     */
    Outcome set(Instant time, Person person);

    /**
     * Takes what time servers agree on; a correction of more than ten minutes needs three that agree. From then on the clock is
     * trusted, unless this was refused.
     */
    Outcome synchronise(TimeReading reading);
}
