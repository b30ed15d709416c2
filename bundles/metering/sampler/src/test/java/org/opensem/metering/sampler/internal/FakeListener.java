package org.opensem.metering.sampler.internal;

import java.util.ArrayList;
import java.util.List;
import org.opensem.metering.Position;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;
import org.opensem.metering.SampleListener;

/** Collects what it gets, and commits at once. */
class FakeListener implements SampleListener {
    private final String id;
    private final List<Long> seconds = new ArrayList<>();
    private volatile Position position;

    FakeListener(String id, Position position) {
        this.id = id;
        this.position = position;
    }

    /** Durable, from the start of memory. */
    static FakeListener store() {
        return new FakeListener("store", Position.START);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Position resumeAfter() {
        return position;
    }

    @Override
    public synchronized void accept(SampleBatch batch) throws Exception {
        batch.samples().stream().map(Sample::epochSecond).forEach(seconds::add);
        position = batch.end();
    }

    synchronized List<Long> seconds() {
        return List.copyOf(seconds);
    }
}
