package org.opensem.store;

import org.osgi.annotation.versioning.ProviderType;

/** Every stored second as it was delivered, also those in {@link InvalidRanges}: for measurement files, which stay raw (F1). */
@ProviderType
public interface RawSamples {

    /**
     * Visits the stored seconds in {@code [from, to)}, ascending.
     *
     * @param from epoch second, inclusive
     * @param to epoch second, exclusive
     */
    void readRaw(long from, long to, SecondVisitor visitor);
}
