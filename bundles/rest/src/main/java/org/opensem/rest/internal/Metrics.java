package org.opensem.rest.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Locale;
import java.util.Map;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.health.Health;
import org.opensem.health.HealthReport;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.Phase;
import org.opensem.metering.Sample;
import org.opensem.store.SampleStore;
import org.opensem.store.StoreStatus;
import org.opensem.time.ClockService;
import org.opensem.time.ClockStatus;
import org.osgi.framework.BundleContext;

/** What Prometheus is told. What belongs to a part that is away is left out, as it is not known. */
final class Metrics {
    private final Services services;
    private final LiveStream stream;
    private final ImportedEnergy imported;
    private final BundleContext context;

    Metrics(Services services, LiveStream stream, ImportedEnergy imported, BundleContext context) {
        this.services = services;
        this.stream = stream;
        this.imported = imported;
        this.context = context;
    }

    String text() {
        PrometheusText text = new PrometheusText();
        text.family("opensem_build_info", "gauge", "The version that runs.")
                .value("opensem_build_info", Map.of("version", Bundles.version(context)), 1);
        LiveSamples live = services.live;
        SampleStore store = services.store;
        StoreStatus stored = store == null ? null : store.status();
        Sample newest = live == null ? null : live.newest().orElse(null);
        if (live != null) {
            sampler(text, live.counts());
        }
        if (newest != null) {
            power(text, Corrected.of(services, false).sample(newest));
        }
        if (stored != null) {
            store(text, stored);
        }
        clock(text);
        lag(text, newest, stored);
        energy(text);
        health(text);
        machine(text);
        return text.toString();
    }

    private static void sampler(PrometheusText text, LiveSamples.Counts counts) {
        text.counter("opensem_samples_taken_total", "Samples given to the listeners since the sampler started.", counts.taken());
        text.counter("opensem_samples_duplicate_total", "Samples dropped because their second had been assigned.",
                counts.duplicates());
        text.counter("opensem_samples_refused_total", "Samples refused because they lay ahead of the clock.", counts.refused());
        text.counter("opensem_samples_overrun_total", "Samples overwritten before they were read.", counts.overrun());
    }

    private void power(PrometheusText text, Sample newest) {
        ClockService clock = services.clock;
        if (clock != null) {
            long millis = clock.now().toEpochMilli() - newest.epochSecond() * 1000;
            text.gauge("opensem_last_sample_age_seconds", "Time since the newest sample's second began.", millis / 1000.0);
        }
        text.gauge("opensem_last_sample_timestamp_seconds", "The newest sample's second.", newest.epochSecond());
        text.gauge("opensem_active_power_total_watts", "Total active power, import positive.",
                newest.totalMilliwatts() / 1000.0);
        if (newest.hasPhases()) {
            text.family("opensem_active_power_watts", "gauge", "Active power of a phase, import positive.");
            for (Phase phase : Phase.values()) {
                text.value("opensem_active_power_watts", Map.of("phase", phase.name()), newest.milliwatts(phase) / 1000.0);
            }
        }
    }

    private static void store(PrometheusText text, StoreStatus stored) {
        text.gauge("opensem_store_samples", "Seconds stored.", stored.samples());
        text.gauge("opensem_store_bytes", "Size of the database's files.", stored.bytes());
        text.counter("opensem_store_skipped_total", "Seconds of the live stream dropped because they were stored already.",
                stored.skipped());
        text.gauge("opensem_store_held_seconds", "Seconds that wait until the clock is set.", stored.held());
        text.counter("opensem_store_restamped_total", "Seconds moved because the clock was corrected.", stored.restamped());
    }

    private void clock(PrometheusText text) {
        ClockService clock = services.clock;
        if (clock != null) {
            ClockStatus status = clock.status();
            text.gauge("opensem_clock_trusted", "1 if the clock is trusted.", status.trusted() ? 1 : 0);
            text.gauge("opensem_clock_offset_seconds", "What the clock is ahead of the operating system's.",
                    status.offsetMillis() / 1000.0);
            status.lastSync().ifPresent(time -> text.gauge("opensem_clock_last_sync_timestamp_seconds",
                    "When the clock was last set or confirmed.", time.getEpochSecond()));
        }
    }

    /** How far the durable listeners are behind the sampler. */
    private void lag(PrometheusText text, Sample newest, StoreStatus stored) {
        text.family("opensem_listener_lag_seconds", "gauge", "How far a listener is behind the newest sample.");
        if (newest != null && stored != null && stored.newest().isPresent()) {
            text.value("opensem_listener_lag_seconds", Map.of("listener", "store"),
                    Math.max(0, newest.epochSecond() - stored.newest().getAsLong()));
        }
        if (newest != null && stream.newest() != null) {
            text.value("opensem_listener_lag_seconds", Map.of("listener", "rest"),
                    Math.max(0, newest.epochSecond() - stream.newest().epochSecond()));
        }
        text.gauge("opensem_live_stream_clients", "Clients that follow live/stream.", stream.clients());
    }

    private void energy(PrometheusText text) {
        EnergyService energy = services.energy;
        if (energy == null) {
            return;
        }
        text.gauge("opensem_aggregation_pending", "1 while stored changes wait to be computed.",
                energy.status().pending() ? 1 : 0);
        imported.kilowattHours(energy).ifPresent(total -> {
            text.counter("opensem_energy_imported_kwh_total", "Energy imported since the first sample.", total.imported());
            text.counter("opensem_energy_exported_kwh_total", "Energy exported since the first sample.", total.exported());
        });
        cost(text);
    }

    private void cost(PrometheusText text) {
        ClockService clock = services.clock;
        if (clock == null) {
            return;
        }
        PricedReport today = services.priced(Period.of(PeriodKind.DAY, clock.now().atZone(clock.zone())), false);
        if (today.totals().known()) {
            text.family("opensem_cost_today", "gauge", "Cost since midnight, the base price included.")
                    .value("opensem_cost_today", Map.of("currency", today.cost().currency().getCurrencyCode()),
                            today.totals().total().doubleValue());
        }
    }

    private void health(PrometheusText text) {
        HealthReport health = services.health;
        if (health == null) {
            return;
        }
        HealthReport.Summary summary = health.report();
        text.family("opensem_health", "gauge", "1 for ok, 0.5 for degraded, 0 for down.");
        for (HealthReport.Entry entry : summary.entries()) {
            Health.Level level = entry.health().level();
            double value = level == Health.Level.OK ? 1 : level == Health.Level.DEGRADED ? 0.5 : 0;
            text.value("opensem_health", Map.of("check", entry.name()), value);
        }
    }

    private void machine(PrometheusText text) {
        text.family("opensem_bundles", "gauge", "Bundles by state.");
        Bundles.byState(context).forEach((state, count) ->
                text.value("opensem_bundles", Map.of("state", state.toLowerCase(Locale.ROOT)), count));
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        MemoryUsage other = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
        text.family("jvm_memory_used_bytes", "gauge", "Memory in use.")
                .value("jvm_memory_used_bytes", Map.of("area", "heap"), heap.getUsed())
                .value("jvm_memory_used_bytes", Map.of("area", "nonheap"), other.getUsed());
        text.family("jvm_memory_max_bytes", "gauge", "Most memory that the heap may take.")
                .value("jvm_memory_max_bytes", Map.of("area", "heap"), heap.getMax());
        text.gauge("jvm_threads_current", "Platform threads.", ManagementFactory.getThreadMXBean().getThreadCount());
        text.gauge("process_uptime_seconds", "Time since the start.",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
    }
}
