package org.opensem.web.settings.internal;

import org.opensem.metering.DriverStatus;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.SampleBuffer;

/** A meter's driver in a state. */
public record FakeDriver(String id, DriverStatus status) implements MeterDriver {
    @Override
    public SampleBuffer buffer() {
        throw new UnsupportedOperationException();
    }
}
