package org.opensem.health.internal;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.opensem.health.Health;
import org.opensem.health.HealthCheck;
import org.opensem.metering.LiveSamples;
import org.opensem.store.SampleStore;
import org.opensem.store.StoreException;
import org.opensem.store.StoreStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Whether seconds are kept: the store answers, and what is measured arrives in it. */
@Component
public final class StoreCheck implements HealthCheck {
    /** Packets of 10 s, and the patience of some retries. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SampleStore store;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile LiveSamples live;

    private final Progress progress;

    @Activate
    public StoreCheck() {
        this(null, null, System::nanoTime);
    }

    StoreCheck(SampleStore store, LiveSamples live, LongSupplier nanoTime) {
        this.store = store;
        this.live = live;
        this.progress = new Progress(nanoTime);
    }

    @Override
    public String name() {
        return "store";
    }

    @Override
    public Health check() {
        SampleStore current = store;
        if (current == null) {
            return Health.down("the sample store is not running: seconds wait in memory for 15 minutes, then they are lost");
        }
        try {
            return judge(current.status());
        } catch (StoreException e) {
            return Health.down(e.getMessage());
        }
    }

    private Health judge(StoreStatus status) {
        LiveSamples memory = live;
        OptionalLong measured = memory == null || memory.newest().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(memory.newest().get().epochSecond());
        long stored = status.newest().orElse(-1);
        if (measured.isEmpty() || measured.getAsLong() - stored <= PATIENCE.toSeconds()) {
            progress.forget();
        } else if (progress.unchangedFor(stored + status.held()).compareTo(PATIENCE) > 0) {
            return Health.down("what is measured is not stored: look for the reason in the log, a full disk for example");
        }
        return Health.ok("seconds stored: " + status.samples() + ", bytes on disk: " + status.bytes());
    }
}
