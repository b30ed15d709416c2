package org.opensem.shell.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.EnergyService;
import org.opensem.health.Health;
import org.opensem.health.HealthReport;
import org.opensem.metering.DeviceId;
import org.opensem.metering.LiveSamples;
import org.opensem.store.SampleStore;
import org.opensem.store.StoreException;
import org.opensem.store.StoreStatus;
import org.opensem.time.ClockStatus;

/** {@code sem:status}. */
@Service
@Command(scope = "sem", name = "status", description = "Shows how openSEM is doing: clock, samples, store, figures, health.")
public final class StatusCommand extends SemCommand {
    @Reference(optional = true)
    DeviceId device;

    @Reference(optional = true)
    LiveSamples live;

    @Reference(optional = true)
    SampleStore store;

    @Reference(optional = true)
    EnergyService energy;

    @Reference(optional = true)
    HealthReport health;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        table.column("What");
        table.column("State");
        row(table, "Device", tell(device, DeviceId::name));
        row(table, "Time", tell(clock, c -> Show.time(c.now().atZone(c.zone())) + " " + c.zone()));
        row(table, "Clock", tell(clock, c -> clock(c.status())));
        row(table, "Newest sample", tell(live, this::newest));
        row(table, "Samples", tell(live, l -> samples(l.counts())));
        row(table, "Store", tell(store, this::store));
        row(table, "Figures", tell(energy, e -> figures(e.status())));
        if (health != null) {
            List<HealthReport.Entry> entries = health.report().entries();
            entries.stream().sorted(Comparator.comparing(HealthReport.Entry::name)).forEach(entry ->
                    row(table, "Health: " + entry.name(), health(entry.health())));
        }
        table.print(out());
        return null;
    }

    private static String health(Health health) {
        return health.level().name().toLowerCase(Locale.ROOT) + ", " + health.text();
    }

    private static void row(ShellTable table, String what, String state) {
        table.addRow().addContent(what, state);
    }

    private static String clock(ClockStatus status) {
        return status.source() + ", offset " + status.offsetMillis() + " ms, " + (status.trusted() ? "trusted" : "not trusted");
    }

    private String newest(LiveSamples samples) {
        CorrectionFactors factors = calibration == null ? CorrectionFactors.NONE : calibration.factors();
        return samples.newest().map(factors::sample)
                .map(s -> Show.watts(s.totalMilliwatts()) + " W at "
                        + (clock == null ? s.time().toString() : Show.time(s.epochSecond(), clock.zone())))
                .orElse(Show.NOTHING);
    }

    private static String samples(LiveSamples.Counts counts) {
        return "taken " + counts.taken() + ", twice " + counts.duplicates() + ", refused " + counts.refused() + ", lost "
                + counts.overrun();
    }

    private String store(SampleStore current) {
        try {
            StoreStatus status = current.status();
            String range = clock == null || status.oldest().isEmpty()
                    ? ""
                    : " from " + Show.time(status.oldest(), clock.zone()) + " to " + Show.time(status.newest(), clock.zone());
            return status.samples() + " seconds" + range + ", " + Show.bytes(status.bytes());
        } catch (StoreException e) {
            return e.getMessage();
        }
    }

    private static String figures(AggregationStatus status) {
        return (status.pending() ? "catching up" : "up to date") + " at change " + status.sequence();
    }
}
