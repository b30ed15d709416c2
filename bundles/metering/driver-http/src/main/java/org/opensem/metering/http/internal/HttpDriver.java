package org.opensem.metering.http.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.InletBusyException;
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
    /** Samples of a post that is a live meter's; more are a backlog. */
    private static final int MOST_LIVE = 60;
    /** Samples of a backlog that are on the way at once; well below the buffer, so that live posts fit in besides. */
    private static final int PART = 300;
    /** How long each part of a backlog may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SampleBuffer buffer = new SampleBuffer(new SecureRandom().nextLong(1, Long.MAX_VALUE));
    private final ReentrantLock backlog = new ReentrantLock();
    private final LongSupplier nanoTime;
    private final Duration patience;
    private volatile Long lastNanos;

    @Activate
    public HttpDriver() {
        this(System::nanoTime, PATIENCE);
    }

    HttpDriver(LongSupplier nanoTime, Duration patience) {
        this.nanoTime = nanoTime;
        this.patience = patience;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public SampleBuffer buffer() {
        return buffer;
    }

    /** A live post never waits; a backlog goes in parts, so that it cannot overrun the buffer and be lost though acknowledged. */
    @Override
    public void offer(List<Sample> samples) {
        if (!samples.isEmpty()) {
            lastNanos = nanoTime.getAsLong();
        }
        if (samples.size() <= MOST_LIVE) {
            samples.forEach(buffer::offer);
            return;
        }
        try {
            offerBacklog(samples);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private void offerBacklog(List<Sample> samples) throws InterruptedException {
        // One after the other: the parts of several would overrun the buffer together.
        if (!backlog.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw busy();
        }
        try {
            awaitTaken();
            for (int from = 0; from < samples.size(); from += PART) {
                samples.subList(from, Math.min(samples.size(), from + PART)).forEach(buffer::offer);
                awaitTaken();
            }
        } finally {
            backlog.unlock();
        }
    }

    private void awaitTaken() throws InterruptedException {
        if (!buffer.awaitReleased(patience)) {
            throw busy();
        }
    }

    private static InletBusyException busy() {
        return new InletBusyException("Nobody takes the samples at the moment; post them again");
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
