package org.opensem.time;

import org.osgi.annotation.versioning.ProviderType;

/** What the clock found out about the seconds that it told earlier (T6): for those who bring samples to their place. */
@ProviderType
public interface Timelines {

    /** All that is known now, consistent in itself; the same object until more is known. Quick: it is asked for every sample. */
    TimeHistory history();
}
