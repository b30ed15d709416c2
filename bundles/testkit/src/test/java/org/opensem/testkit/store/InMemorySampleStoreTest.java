package org.opensem.testkit.store;

import org.opensem.store.ChangeLog;
import org.opensem.store.InvalidRanges;
import org.opensem.store.RawSamples;
import org.opensem.store.SampleBuckets;
import org.opensem.store.SampleStore;
import org.opensem.testkit.InMemorySampleStore;

class InMemorySampleStoreTest extends InvalidRangesContract {
    private final InMemorySampleStore store = new InMemorySampleStore();

    @Override
    protected SampleStore store() {
        return store;
    }

    @Override
    protected SampleBuckets buckets() {
        return store;
    }

    @Override
    protected ChangeLog changes() {
        return store;
    }

    @Override
    protected InvalidRanges marks() {
        return store;
    }

    @Override
    protected RawSamples raw() {
        return store;
    }
}
