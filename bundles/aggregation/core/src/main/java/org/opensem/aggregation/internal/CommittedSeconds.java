package org.opensem.aggregation.internal;

import org.opensem.store.RawSamples;
import org.opensem.store.SecondVisitor;

/**
 * The store's seconds below a horizon, those that are marked among them. The newest seconds are readable before they are
 * committed; a process that is killed loses them, and an interval that holds them would then claim more than there is for good.
 *
 * @param horizon the first epoch second that no change has told of
 */
record CommittedSeconds(RawSamples store, long horizon) {

    void read(long from, long to, SecondVisitor visitor) {
        long end = Math.min(to, horizon);
        if (from < end) {
            store.readRaw(from, end, visitor);
        }
    }
}
