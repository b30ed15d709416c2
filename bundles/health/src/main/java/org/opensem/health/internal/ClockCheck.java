package org.opensem.health.internal;

import java.time.Duration;
import org.opensem.health.Health;
import org.opensem.health.HealthCheck;
import org.opensem.time.ClockService;
import org.opensem.time.ClockStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Whether the clock is trusted, and how long ago time servers set it (T6). */
@Component
public final class ClockCheck implements HealthCheck {
    private static final Duration LONG = Duration.ofHours(24);

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ClockService clock;

    @Activate
    public ClockCheck() {
        this(null);
    }

    ClockCheck(ClockService clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Health check() {
        ClockService now = clock;
        if (now == null) {
            return Health.down("the clock is not running");
        }
        ClockStatus status = now.status();
        return switch (status.reason()) {
            case SYNCHRONISED -> synchronised(now, status);
            case SET -> Health.ok("set by hand (" + status.source() + ")");
            case PLAUSIBLE -> Health.ok("the system's clock");
            case FOLLOWS_SAMPLES -> Health.ok("follows samples");
            case BEFORE_BUILD -> untrusted("before this program was made");
            case BEFORE_LAST_RUN -> untrusted("before the time it told last");
            case WENT_BACK -> untrusted("the system's clock went back");
        };
    }

    private static Health synchronised(ClockService now, ClockStatus status) {
        long hours = status.lastSync().map(sync -> Duration.between(sync, now.now()).toHours()).orElse(0L);
        return hours < LONG.toHours()
                ? Health.ok("synchronised (" + status.source() + ")")
                : Health.degraded("synchronised " + hours + " h ago: do the time servers answer? See sem:time");
    }

    private static Health untrusted(String why) {
        return Health.degraded("not set, " + why
                + ": what is measured waits. Set the clock, in the console or by sem:time --set");
    }
}
