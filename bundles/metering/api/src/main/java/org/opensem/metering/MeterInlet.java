package org.opensem.metering;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Takes samples from a script (the driver {@code http}). */
@ProviderType
public interface MeterInlet {

    /** Hands over samples, in the order of their time. */
    void offer(List<Sample> samples);
}
