package org.opensem.metering.sampler.internal;

import org.opensem.metering.DriverStatus;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBuffer;

/** A driver that delivers what a test offers. */
record FakeDriver(String id, SampleBuffer buffer, boolean demo) implements MeterDriver {

    FakeDriver(String id, long epoch) {
        this(id, new SampleBuffer(epoch), false);
    }

    /** Seconds {@code [from, to)}. */
    FakeDriver offer(long from, long to) {
        for (long second = from; second < to; second++) {
            buffer.offer(Sample.ofTotal(second, (int) second));
        }
        return this;
    }

    @Override
    public DriverStatus status() {
        return new DriverStatus(DriverStatus.State.RUNNING, "", demo);
    }
}
