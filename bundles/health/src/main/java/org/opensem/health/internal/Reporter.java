package org.opensem.health.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opensem.health.Health;
import org.opensem.health.HealthCheck;
import org.opensem.health.HealthReport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all checks side by side, each on a thread of its own, so that one that hangs delays the report by the limit only. */
@Component
public final class Reporter implements HealthReport {
    private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);

    private final long limitNanos;
    /** A check and its last call, which may still hang; a finished one stands for none. */
    private final Map<HealthCheck, FutureTask<Health>> checks = new ConcurrentHashMap<>();
    /** Checks whose trouble is in the log already. */
    private final Set<HealthCheck> troubled = ConcurrentHashMap.newKeySet();

    @Activate
    public Reporter() {
        this(Duration.ofSeconds(2));
    }

    Reporter(Duration limit) {
        limitNanos = limit.toNanos();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addCheck(HealthCheck check) {
        FutureTask<Health> none = new FutureTask<>(() -> Health.ok(""));
        none.run();
        checks.put(check, none);
    }

    void removeCheck(HealthCheck check) {
        FutureTask<Health> call = checks.remove(check);
        if (call != null) {
            call.cancel(true);
        }
        troubled.remove(check);
    }

    @Override
    public Summary report() {
        checks.keySet().forEach(check -> checks.computeIfPresent(check, this::call));
        long end = System.nanoTime() + limitNanos;
        List<Entry> entries = new ArrayList<>();
        Health.Level worst = Health.Level.OK;
        for (Map.Entry<HealthCheck, FutureTask<Health>> call : checks.entrySet()) {
            Health health = answer(call.getKey(), call.getValue(), end - System.nanoTime());
            entries.add(new Entry(call.getKey().name(), health));
            worst = worst.worse(health.level());
        }
        entries.sort(Comparator.comparing(Entry::name));
        return new Summary(worst, entries);
    }

    /** Starts a call unless the last one still runs. */
    private FutureTask<Health> call(HealthCheck check, FutureTask<Health> last) {
        if (!last.isDone()) {
            return last;
        }
        FutureTask<Health> next = new FutureTask<>(check::check);
        Thread.ofVirtual().name("openSEM health " + check.name()).start(next);
        return next;
    }

    private Health answer(HealthCheck check, FutureTask<Health> call, long nanos) {
        try {
            Health health = call.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            troubled.remove(check);
            return health == null ? Health.down("the check gave no answer") : health;
        } catch (TimeoutException e) {
            return trouble(check, "the check does not answer", e);
        } catch (ExecutionException e) {
            return trouble(check, "the check failed: " + e.getCause(), e);
        } catch (CancellationException e) {
            return Health.degraded("the check has just gone");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down("the report was interrupted");
        }
    }

    private Health trouble(HealthCheck check, String text, Exception e) {
        if (troubled.add(check)) {
            LOG.warn("Health check {}: {}", check.name(), text);
        }
        LOG.debug("Health check {}", check.name(), e);
        return Health.down(text);
    }
}
