package org.opensem.web.home.internal;

import java.time.ZonedDateTime;
import java.util.Optional;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.Sample;

/**
 * Whether the meter is silent, and since when. A replay that has come to its end is not.
 *
 * @param quiet whether nothing has come for a while
 * @param last the last sample in memory, if any
 */
record Silence(boolean quiet, Optional<Sample> last) {
    /** A meter may hesitate; and an update of the driver takes up to three seconds. */
    private static final int PATIENCE_SECONDS = 30;

    static Silence of(Source source, ZonedDateTime now) {
        Optional<Sample> last = source.newest();
        Optional<DriverStatus> driver = source.driver();
        boolean finished = driver.map(status -> status.state() == DriverStatus.State.FINISHED).orElse(false);
        boolean faulted = driver.map(status -> status.state() == DriverStatus.State.FAULTED).orElse(false);
        boolean old = last.map(sample -> now.toEpochSecond() - sample.epochSecond() > PATIENCE_SECONDS).orElse(false);
        return new Silence(!finished && (old || faulted && last.isEmpty()), last);
    }
}
