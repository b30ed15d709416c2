package org.opensem.shell.internal;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.apache.karaf.shell.support.table.ShellTable;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.tariff.Comparison;
import org.opensem.tariff.Comparison.Difference;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;
import org.opensem.tariff.CostService;

/** {@code sem:compare}. */
@Service
@Command(scope = "sem", name = "compare",
        description = "Compares a period with another one: totals, extremes and their differences; - where nothing is known.")
public final class CompareCommand extends PeriodCommand {
    @Reference(optional = true)
    EnergyService energy;

    @Reference(optional = true)
    CostService costs;

    @Argument(index = 0, name = "period", description = "hour, day, week, month or year", valueToShowInHelp = "day")
    @Completion(value = StringsCompleter.class, values = {"hour", "day", "week", "month", "year"})
    String period = "day";

    @Argument(index = 2, name = "with", description = "A time in the other period; without it the same weekday a week before, "
            + "of a week, a month or a year the one before")
    @Completion(DateCompleter.class)
    String with;

    @Override
    public Object execute() throws CommandException {
        EnergyService figures = need(energy, "aggregation");
        Period one = period(period);
        Period two = with == null ? before(one) : Period.of(one.kind(), time(with));
        EnergyReport a = figures.energy(one);
        EnergyReport b = figures.energy(two);
        CostReport costA = cost(a);
        CostReport costB = cost(b);
        out().println(text(one) + " compared with " + stretch(two) + ", " + zone());
        print(new Sides(a, costA, b, costB));
        return null;
    }

    /** Seven calendar days before, not 168 hours (V1). */
    private static Period before(Period period) {
        ZonedDateTime start = period.start();
        return period.kind() == PeriodKind.DAY || period.kind() == PeriodKind.HOUR
                ? Period.of(period.kind(), start.minusDays(7)) : period.previous();
    }

    private CostReport cost(EnergyReport report) {
        return costs == null ? null : costs.cost(report).orElse(null);
    }

    private record Sides(EnergyReport a, CostReport costA, EnergyReport b, CostReport costB) {
        Comparison comparison() {
            return Comparison.of(a, costA, b, costB);
        }

        Optional<String> currency() {
            return Optional.ofNullable(costA == null ? costB : costA).map(cost -> cost.currency().getCurrencyCode());
        }
    }

    private void print(Sides sides) {
        ShellTable table = new ShellTable();
        table.column("");
        for (String name : new String[] {"Period", "Compared with", "Difference", "%"}) {
            table.column(name).alignRight();
        }
        Comparison comparison = sides.comparison();
        row(table, "kWh", energy(sides.a()), energy(sides.b()), comparison.kilowattHours());
        sides.currency().ifPresent(currency -> row(table, currency, cost(sides.costA(), Cost::total),
                cost(sides.costB(), Cost::total), comparison.cost()));
        if (comparison.co2Kg().absolute() != null) {
            row(table, "kg CO2", cost(sides.costA(), Cost::co2Kg), cost(sides.costB(), Cost::co2Kg), comparison.co2Kg());
        }
        Figures a = sides.a().totals();
        Figures b = sides.b().totals();
        ZoneId place = sides.a().period().start().getZone();
        row(table, "mean W", mean(a), mean(b), comparison.meanWatts());
        row(table, "maximum W", extreme(a.max(), place), extreme(b.max(), place), comparison.maxWatts());
        row(table, "minimum W", extreme(a.min(), place), extreme(b.min(), place), comparison.minWatts());
        table.addRow().addContent("coverage", Show.coverage(a.coveredSeconds(), sides.a().period().span().seconds()),
                Show.coverage(b.coveredSeconds(), sides.b().period().span().seconds()), "", "");
        table.print(out());
    }

    private static void row(ShellTable table, String name, String a, String b, Difference difference) {
        table.addRow().addContent(name, a, b, Show.amount(difference.absolute()), Show.amount(difference.percent()));
    }

    private static String energy(EnergyReport report) {
        return report.totals().coveredSeconds() == 0 ? Show.NOTHING : Show.kwh(report.totals().energy().imported());
    }

    private static String cost(CostReport report, Function<Cost, BigDecimal> part) {
        return report == null ? Show.NOTHING : Show.amount(part.apply(report.totals()));
    }

    private static String mean(Figures figures) {
        return figures.coveredSeconds() == 0 ? Show.NOTHING : Show.watts(figures.meanWatts() * 1000);
    }

    private static String extreme(Extreme extreme, ZoneId place) {
        return extreme == null ? Show.NOTHING
                : Show.time(extreme.epochSecond(), place) + "  " + Show.watts(extreme.milliwatts());
    }
}
