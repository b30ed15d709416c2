package org.opensem.shell.internal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.apache.karaf.shell.support.table.ShellTable;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.Span;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;
import org.opensem.tariff.CostService;

/** {@code sem:energy}. */
@Service
@Command(scope = "sem", name = "energy",
        description = "Shows a period's energy in kWh, and its cost, in the next smaller unit; a gap is shown as -, never as 0.")
public final class EnergyCommand extends PeriodCommand {
    @Reference(optional = true)
    EnergyService energy;

    @Reference(optional = true)
    CostService costs;

    @Argument(index = 0, name = "period", description = "hour, day, week, month or year", valueToShowInHelp = "day")
    @Completion(value = StringsCompleter.class, values = {"hour", "day", "week", "month", "year"})
    String period = "day";

    @Option(name = "-r", aliases = "--raw", description = "As the meter says it, without the correction factor")
    boolean raw;

    @Override
    public Object execute() throws CommandException {
        EnergyService service = need(energy, "aggregation");
        EnergyService figures = raw ? service.raw() : service;
        EnergyReport report = figures.energy(period(period));
        out().println(text(report.period()) + ", " + zone() + (report.raw() ? ", raw" : ""));
        print(report, costs == null ? Optional.empty() : costs.cost(report));
        extremes(report.totals(), zone());
        return null;
    }

    private void print(EnergyReport report, Optional<CostReport> cost) {
        ShellTable table = new ShellTable();
        table.column("Start");
        for (String name : List.of("kWh", "L1", "L2", "L3", "Base", "Switched", "Export")) {
            table.column(name).alignRight();
        }
        cost.ifPresent(known -> table.column(known.currency().getCurrencyCode()).alignRight());
        table.column("Coverage").alignRight();
        DateTimeFormatter label = label(report.period());
        for (int i = 0; i < report.buckets().size(); i++) {
            EnergyReport.Bucket bucket = report.buckets().get(i);
            int index = i;
            Optional<Cost> part = cost.map(known -> known.buckets().get(index));
            row(table, label.format(bucket.span().start()), bucket.figures(), bucket.span(), part);
        }
        row(table, "total", report.totals(), report.period().span(), cost.map(CostReport::totals));
        table.print(out());
        if (cost.filter(CostReport::partial).isPresent()) {
            out().println("some of the energy has no price");
        }
    }

    /** The offset is told where the clock changes within the period, because an hour's name comes twice there (T2). */
    private static DateTimeFormatter label(Period period) {
        boolean change = !period.start().getOffset().equals(period.end().getOffset());
        String pattern = switch (period.kind()) {
            case HOUR -> "HH:mm";
            case DAY -> change ? "HH:mm xxx" : "HH:mm";
            case WEEK, MONTH -> "EEE uuuu-MM-dd";
            case YEAR -> "uuuu-MM";
        };
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    private static void row(ShellTable table, String start, Figures figures, Span span, Optional<Cost> cost) {
        List<Object> cells = new ArrayList<>(List.of(start));
        if (figures.coveredSeconds() == 0) {
            cells.addAll(Collections.nCopies(7, Show.NOTHING));
        } else {
            Energy e = figures.energy();
            // A meter that tells the total only has no phases, rather than phases of 0 kWh.
            boolean phases = e.phased() > 0 || e.l1() > 0 || e.l2() > 0 || e.l3() > 0;
            cells.addAll(List.of(Show.kwh(e.imported()), phase(phases, e.l1()), phase(phases, e.l2()), phase(phases, e.l3()),
                    Show.kwh(e.base()), Show.kwh(e.switched()), Show.kwh(e.exported())));
        }
        cost.ifPresent(known -> cells.add(known.known() ? Show.money(known.total()) : Show.NOTHING));
        cells.add(Show.coverage(figures.coveredSeconds(), span.seconds()));
        table.addRow().addContent(cells.toArray());
    }

    private static String phase(boolean told, long energy) {
        return told ? Show.kwh(energy) : Show.NOTHING;
    }

    private void extremes(Figures totals, ZoneId place) {
        if (totals.coveredSeconds() == 0) {
            return;
        }
        out().println("minimum " + extreme(totals.min(), place) + ", mean " + Show.watts(totals.meanWatts() * 1000)
                + " W, maximum " + extreme(totals.max(), place));
    }

    private static String extreme(Extreme extreme, ZoneId place) {
        return extreme == null ? Show.NOTHING
                : Show.watts(extreme.milliwatts()) + " W at " + Show.time(extreme.epochSecond(), place);
    }
}
