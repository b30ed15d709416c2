package org.opensem.metering;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads a meter. Register it as a service; it starts to measure when it is activated and fills its buffer with one sample a
 * second, import positive. A driver's component needs a configuration (PID {@code org.opensem.metering.driver.<id>}), so
 * that only the drivers that somebody configured run; the sampler reads the first of them by service ranking.
 */
@ConsumerType
public interface MeterDriver {

    /** A stable short name, for example {@code simulator}. */
    String id();

    /** The buffer that this driver fills; the same object for the driver's life. */
    SampleBuffer buffer();

    /** How it is doing now. */
    DriverStatus status();
}
