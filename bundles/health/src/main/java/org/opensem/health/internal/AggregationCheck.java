package org.opensem.health.internal;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.aggregation.EnergyService;
import org.opensem.health.Health;
import org.opensem.health.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Whether the figures follow the seconds. */
@Component
public final class AggregationCheck implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile EnergyService energy;

    private final Progress progress;

    @Activate
    public AggregationCheck() {
        this(null, System::nanoTime);
    }

    AggregationCheck(EnergyService energy, LongSupplier nanoTime) {
        this.energy = energy;
        this.progress = new Progress(nanoTime);
    }

    @Override
    public String name() {
        return "aggregation";
    }

    @Override
    public Health check() {
        EnergyService current = energy;
        if (current == null) {
            return Health.degraded("the figures are not computed now: they catch up when the aggregation runs again");
        }
        AggregationStatus status = current.status();
        if (!status.pending()) {
            progress.forget();
            return Health.ok("up to date at change " + status.sequence());
        }
        if (progress.unchangedFor(status.sequence()).compareTo(PATIENCE) > 0) {
            return Health.degraded("the figures do not follow the seconds since change " + status.sequence()
                    + ": look for the reason in the log");
        }
        return Health.ok("catching up at change " + status.sequence());
    }
}
