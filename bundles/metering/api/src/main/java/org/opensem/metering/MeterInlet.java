package org.opensem.metering;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Takes samples from a script (the driver {@code http}). */
@ProviderType
public interface MeterInlet {

    /**
     * Hands over samples, in the order of their time. A few of them never wait; a backlog waits until it has been taken.
     *
     * @throws InletBusyException if a backlog was not taken in time; the same samples may be handed over again
     */
    void offer(List<Sample> samples);
}
