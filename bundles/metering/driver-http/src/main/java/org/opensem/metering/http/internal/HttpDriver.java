package org.opensem.metering.http.internal;

import java.security.SecureRandom;
import java.util.List;
import java.util.function.LongSupplier;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.MeterInlet;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBuffer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** The driver {@code http}: anybody's script is the meter; what it posts comes in through {@link MeterInlet}. */
@Component(immediate = true, configurationPolicy = ConfigurationPolicy.REQUIRE, configurationPid = HttpDriver.PID,
        service = {MeterDriver.class, MeterInlet.class}, property = "driver.id=" + HttpDriver.ID)
public final class HttpDriver implements MeterDriver, MeterInlet {
    static final String ID = "http";
    static final String PID = "org.opensem.metering.driver.http";
    private static final long SILENCE_SECONDS = 10;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final SampleBuffer buffer = new SampleBuffer(new SecureRandom().nextLong(1, Long.MAX_VALUE));
    private final LongSupplier nanoTime;
    private volatile Long lastNanos;

    @Activate
    public HttpDriver() {
        this(System::nanoTime);
    }

    HttpDriver(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public SampleBuffer buffer() {
        return buffer;
    }

    @Override
    public void offer(List<Sample> samples) {
        if (!samples.isEmpty()) {
            lastNanos = nanoTime.getAsLong();
        }
        samples.forEach(buffer::offer);
    }

    @Override
    public DriverStatus status() {
        Long last = lastNanos;
        if (last == null) {
            return new DriverStatus(DriverStatus.State.WAITING, "No sample has been posted to /api/v1/live yet", false);
        }
        long silent = (nanoTime.getAsLong() - last) / NANOS_PER_SECOND;
        return silent > SILENCE_SECONDS
                ? new DriverStatus(DriverStatus.State.WAITING, "No sample has been posted for " + silent + " s", false)
                : new DriverStatus(DriverStatus.State.RUNNING, "", false);
    }
}
