package org.opensem.examples.standby;

import java.security.SecureRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBuffer;
import org.opensem.time.ClockService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * A driver that always reads the same power: for trying things out. It runs when somebody configures it (PID
 * {@value #PID}); of several drivers the sampler reads the one that ranks highest.
 */
@Component(immediate = true, configurationPolicy = ConfigurationPolicy.REQUIRE, configurationPid = ConstantDriver.PID)
@Designate(ocd = ConstantDriver.Config.class)
public final class ConstantDriver implements MeterDriver {
    static final String PID = "org.opensem.examples.standby.driver";

    private static final long LOOK_MILLIS = 100;

    private final ClockService clock;
    private final SampleBuffer buffer = new SampleBuffer(new SecureRandom().nextLong(1, Long.MAX_VALUE));
    private final ScheduledExecutorService scheduler;
    private final int l1;
    private final int l2;
    private final int l3;
    private long lastSecond;

    /** Power of each phase in watts. */
    @ObjectClassDefinition(name = "Constant power", description = "A driver for trying things out: every second the same power")
    public @interface Config {
        @AttributeDefinition(description = "Power of L1 in W; negative is export")
        double l1Watts() default 100;

        @AttributeDefinition(description = "Power of L2 in W; negative is export")
        double l2Watts() default 0;

        @AttributeDefinition(description = "Power of L3 in W; negative is export")
        double l3Watts() default 0;
    }

    @Activate
    public ConstantDriver(@Reference ClockService clock, Config config) {
        this.clock = clock;
        this.l1 = Sample.milliwatts(config.l1Watts());
        this.l2 = Sample.milliwatts(config.l2Watts());
        this.l3 = Sample.milliwatts(config.l3Watts());
        this.lastSecond = clock.now().getEpochSecond();
        this.scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("opensem-example-driver").factory());
        scheduler.scheduleAtFixedRate(this::read, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void deactivate() {
        scheduler.shutdownNow();
    }

    /** Looks several times a second, so that each second is read once and shortly after it began. */
    private void read() {
        long second = clock.now().getEpochSecond();
        // Not only when it is later: the clock may be set back.
        if (second != lastSecond) {
            lastSecond = second;
            buffer.offer(Sample.ofPhases(second, l1, l2, l3));
        }
    }

    @Override
    public String id() {
        return "example-constant";
    }

    @Override
    public SampleBuffer buffer() {
        return buffer;
    }

    @Override
    public DriverStatus status() {
        return new DriverStatus(buffer.newest().isEmpty() ? DriverStatus.State.WAITING : DriverStatus.State.RUNNING,
                "", true);
    }
}
