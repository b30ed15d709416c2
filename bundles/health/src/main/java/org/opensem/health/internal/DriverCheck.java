package org.opensem.health.internal;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.opensem.health.Health;
import org.opensem.health.HealthCheck;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Sample;
import org.opensem.time.ClockService;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Whether the meter is read: the driver in charge delivers a sample every second. */
@Component
public final class DriverCheck implements HealthCheck {
    /** Seconds that the newest sample may be old. */
    private static final long PATIENCE = 10;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile LiveSamples live;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ClockService clock;

    /** The first is the one that the sampler reads: the highest ranking. */
    private final Map<ServiceReference<MeterDriver>, MeterDriver> drivers =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());

    @Activate
    public DriverCheck() {
        this(null, null);
    }

    DriverCheck(LiveSamples live, ClockService clock) {
        this.live = live;
        this.clock = clock;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDriver(ServiceReference<MeterDriver> reference, MeterDriver driver) {
        drivers.put(reference, driver);
    }

    void removeDriver(ServiceReference<MeterDriver> reference) {
        drivers.remove(reference);
    }

    @Override
    public String name() {
        return "driver";
    }

    @Override
    public Health check() {
        Optional<MeterDriver> driver = drivers.values().stream().findFirst();
        if (driver.isEmpty()) {
            return Health.down("no driver runs: configure one, org.opensem.metering.driver.<id>");
        }
        return judge(driver.get(), live, clock);
    }

    static Health judge(MeterDriver driver, LiveSamples live, ClockService clock) {
        DriverStatus status = driver.status();
        String who = driver.id() + (status.detail().isEmpty() ? "" : ": " + status.detail());
        switch (status.state()) {
            case FAULTED -> {
                return Health.down(who);
            }
            case FINISHED -> {
                return Health.ok(who + " (the replay is over)");
            }
            default -> {
                // Whether samples come is seen below, whatever the driver thinks of itself.
            }
        }
        if (live == null || clock == null) {
            return Health.down(who + " (the sampler or the clock is not running)");
        }
        Optional<Sample> newest = live.newest();
        if (newest.isEmpty()) {
            return Health.degraded(who + " (no sample has come yet)");
        }
        long age = clock.now().getEpochSecond() - newest.get().epochSecond();
        return age > PATIENCE
                ? Health.down(who + " (the last sample is " + age + " s old)")
                : Health.ok(who + " (delivers)");
    }
}
