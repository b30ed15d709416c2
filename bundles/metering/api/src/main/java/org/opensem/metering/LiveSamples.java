package org.opensem.metering;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What the sampler has in memory: the last 15 minutes at most. */
@ProviderType
public interface LiveSamples {

    /** The newest sample, if there is any. */
    Optional<Sample> newest();

    /** The samples in memory from this second on, oldest first. */
    List<Sample> from(long epochSecond);

    /** Counts since the sampler started. */
    Counts counts();

    /** The driver that is read, or the one that would be if its samples fitted the data folder; empty without a driver. */
    default Optional<Source> source() {
        return Optional.empty();
    }

    /**
     * @param driverId the driver's id
     * @param read whether its samples are taken; false when they would mix with another kind of data (T3)
     * @param status how the driver is doing; with {@code read == false} the detail says what to do
     */
    record Source(String driverId, boolean read, DriverStatus status) {}

    /**
     * @param taken samples given to the listeners
     * @param duplicates samples dropped because their second had been assigned
     * @param refused samples refused because they lay more than two minutes ahead of a trusted clock (T6)
     * @param overrun samples overwritten in the driver's buffer before anybody read them
     */
    record Counts(long taken, long duplicates, long refused, long overrun) {}
}
