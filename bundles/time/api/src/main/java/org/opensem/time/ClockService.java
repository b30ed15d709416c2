package org.opensem.time;

import java.time.Instant;
import java.time.ZoneId;
import org.osgi.annotation.versioning.ProviderType;

/** The time for everything that decides by time (T3). During a replay it follows the samples. */
@ProviderType
public interface ClockService {

    /** Now, UTC. */
    Instant now();

    /** The zone of views, reports, files and tariff windows. */
    ZoneId zone();

    /** Where the time comes from and how far it is trusted. */
    ClockStatus status();
}
