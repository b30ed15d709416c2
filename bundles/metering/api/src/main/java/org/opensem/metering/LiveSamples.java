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

    /**
     * @param taken samples given to the listeners
     * @param duplicates samples dropped because their second had been assigned
     * @param refused samples refused because they lay more than two minutes ahead of a trusted clock (T6)
     * @param overrun samples overwritten in the driver's buffer before anybody read them
     */
    record Counts(long taken, long duplicates, long refused, long overrun) {}
}
