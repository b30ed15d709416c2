package org.opensem.metering.simulator.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The driver {@code simulator}: a made-up household in real time, one sample when its second is over. */
@Component(immediate = true, configurationPolicy = ConfigurationPolicy.REQUIRE, configurationPid = SimulatorDriver.PID,
        service = MeterDriver.class, property = "driver.id=" + SimulatorDriver.ID)
public final class SimulatorDriver implements MeterDriver {
    static final String ID = "simulator";
    static final String PID = "org.opensem.metering.driver.simulator";
    private static final Logger LOG = LoggerFactory.getLogger(SimulatorDriver.class);

    private static final long TICK_MILLIS = 1000;
    private static final long WITHOUT_CLOCK_MILLIS = 100;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final SampleBuffer buffer = new SampleBuffer(new SecureRandom().nextLong(1, Long.MAX_VALUE));
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final SteadyClock clock = new SteadyClock(System::nanoTime);
    private final Ticker ticker = new Ticker(this::measure);
    private final long seed;
    private final Thread thread;
    private SimulatedHousehold household;
    private ZoneId zone;

    @Activate
    public SimulatorDriver(SimulatorConfig config) {
        this.seed = config.seed();
        this.thread = Thread.ofPlatform().name("opensem-simulator").daemon(true).inheritInheritableThreadLocals(false)
                .start(this::run);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindClock(ClockService service) {
        clock.use(service);
    }

    void unbindClock(ClockService service) {
        clock.lose(service);
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
                waitMillis = next();
            }
        } catch (InterruptedException e) {
            LOG.debug("The simulated household was interrupted");
        }
    }

    /** @return milliseconds until the next look at the clock */
    private long next() {
        try {
            return clock.now().map(this::tick).orElse(WITHOUT_CLOCK_MILLIS);
        } catch (RuntimeException | LinkageError e) {
            // What leaves here ends the meter for good; the clock service may be being swapped.
            LOG.debug("The simulated household cannot tell the time", e);
            return WITHOUT_CLOCK_MILLIS;
        }
    }

    /** @return milliseconds until just after the next full second */
    private long tick(Instant now) {
        if (!clock.zone().equals(zone)) {
            zone = clock.zone();
            household = new SimulatedHousehold(seed, zone);
            LOG.info("The simulated household {} lives in {}", seed, zone);
        }
        ticker.tick(now);
        return TICK_MILLIS + 1 - now.getNano() / NANOS_PER_MILLI;
    }

    private void measure(long second) {
        buffer.offer(household.sample(second));
    }
}
