package org.opensem.store.internal;

import org.opensem.metering.Position;
import org.opensem.metering.SampleBatch;
import org.opensem.metering.SampleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings the live stream to the store; durable. */
@Component(service = SampleListener.class, immediate = true)
public final class StoreListener implements SampleListener {
    private final DerbySampleStore store;

    @Activate
    public StoreListener(@Reference DerbySampleStore store) {
        this.store = store;
    }

    @Override
    public String id() {
        return "store";
    }

    @Override
    public Position resumeAfter() {
        return store.committed();
    }

    @Override
    public void accept(SampleBatch batch) {
        store.accept(batch);
    }
}
