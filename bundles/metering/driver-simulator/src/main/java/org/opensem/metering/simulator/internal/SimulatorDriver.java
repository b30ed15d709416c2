package org.opensem.metering.simulator.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.SampleBuffer;
import org.opensem.time.ClockService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The driver {@code simulator}: a made-up household in real time, one sample when its second is over. */
@Component(immediate = true, configurationPolicy = ConfigurationPolicy.REQUIRE, configurationPid = SimulatorDriver.PID,
        service = MeterDriver.class, property = "driver.id=" + SimulatorDriver.ID)
public final class SimulatorDriver implements MeterDriver {
    static final String ID = "simulator";
    static final String PID = "org.opensem.metering.driver.simulator";
    private static final Logger LOG = LoggerFactory.getLogger(SimulatorDriver.class);

    private final SampleBuffer buffer = new SampleBuffer(new SecureRandom().nextLong(1, Long.MAX_VALUE));
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ClockService clock;
    private final Ticker ticker;
    private final Thread thread;

    @Activate
    public SimulatorDriver(@Reference ClockService clock, SimulatorConfig config) {
        this.clock = clock;
        SimulatedHousehold household = new SimulatedHousehold(config.seed(), clock.zone());
        this.ticker = new Ticker(second -> buffer.offer(household.sample(second)));
        this.thread = Thread.ofPlatform().name("opensem-simulator").daemon(true).inheritInheritableThreadLocals(false)
                .start(this::run);
        LOG.info("The simulated household {} starts in {}", config.seed(), clock.zone());
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopped.countDown();
        thread.join(Duration.ofSeconds(2));
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
    public DriverStatus status() {
        return buffer.newest().isPresent()
                ? new DriverStatus(DriverStatus.State.RUNNING, "", true)
                : new DriverStatus(DriverStatus.State.WAITING, "", true);
    }

    private void run() {
        try {
            long waitMillis = 0;
            while (!stopped.await(waitMillis, TimeUnit.MILLISECONDS)) {
                Instant now = clock.now();
                ticker.tick(now);
                waitMillis = 1001 - now.getNano() / 1_000_000;
            }
        } catch (InterruptedException e) {
            LOG.debug("The simulated household was interrupted");
        }
    }
}
