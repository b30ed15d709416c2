package org.opensem.metering;

import org.osgi.annotation.versioning.ProviderType;

/** Who this device is: the same for its life, in the feed, in REST and in the name of its access point. */
@ProviderType
public interface DeviceId {

    /** Six lower-case hexadecimal digits, for example {@code 1a2b3c}. */
    String hex();

    /** The id as it is shown, for example {@code SEM-1a2b3c}. */
    default String name() {
        return "SEM-" + hex();
    }
}
