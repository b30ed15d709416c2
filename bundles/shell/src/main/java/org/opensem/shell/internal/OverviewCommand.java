package org.opensem.shell.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.apache.karaf.shell.support.table.ShellTable;
import org.opensem.report.Amounts;
import org.opensem.report.Overview;
import org.opensem.report.Overview.Column;
import org.opensem.report.OverviewRow;
import org.opensem.report.OverviewService;

/** {@code sem:overview}. */
@Service
@Command(scope = "sem", name = "overview",
        description = "Shows a day beside the day before and last week, month and year; - where nothing is known.")
public final class OverviewCommand extends ZonedCommand {
    @Reference(optional = true)
    OverviewService overviews;

    @Argument(index = 0, name = "date", description = "A time in the day: " + When.HELP, valueToShowInHelp = "today")
    @Completion(DateCompleter.class)
    String date = "today";

    @Option(name = "-u", aliases = "--unit", description = "cost, kwh or co2; without it cost where there is a tariff, else kwh")
    @Completion(value = StringsCompleter.class, values = {"cost", "kwh", "co2"})
    String unit;

    @Override
    public Object execute() throws CommandException {
        OverviewService service = need(overviews, "overview");
        LocalDate day = time(date).toLocalDate();
        Overview overview = service.overview(day, zone());
        String shown = unit == null ? overview.pricing().known() ? "cost" : "kwh" : unit.toLowerCase(Locale.ROOT);
        Function<Amounts, BigDecimal> reading = switch (shown) {
            case "cost" -> Amounts::cost;
            case "kwh" -> Amounts::kilowattHours;
            case "co2" -> Amounts::co2Kilograms;
            default -> throw refusal("\"" + unit + "\" is no unit: give cost, kwh or co2");
        };
        out().println(day + ", " + name(shown, overview) + ", as of " + Show.time(overview.asOf()));
        print(overview, reading, shown.equals("cost"));
        if (!overview.patterns()) {
            out().println("No patterns yet: all energy is not assigned.");
        }
        return null;
    }

    private static String name(String shown, Overview overview) {
        return switch (shown) {
            case "cost" -> overview.pricing().known() ? overview.pricing().currency().getCurrencyCode()
                    : "cost: no price is known";
            case "kwh" -> "kWh";
            default -> "kg of CO2";
        };
    }

    private void print(Overview overview, Function<Amounts, BigDecimal> reading, boolean money) {
        ShellTable table = new ShellTable();
        table.column("");
        overview.columns().forEach(column -> table.column(head(column)).alignRight());
        for (OverviewRow row : OverviewRow.values()) {
            if (row != OverviewRow.BASE_PRICE || money) {
                row(table, label(row), overview, column -> Show.amount(reading.apply(column.amounts(row))));
            }
        }
        row(table, "coverage", overview,
                column -> Show.coverage(column.stretch().coveredSeconds(), column.stretch().span().seconds()));
        table.print(out());
    }

    private static void row(ShellTable table, String label, Overview overview, Function<Column, String> cell) {
        Object[] cells = new Object[overview.columns().size() + 1];
        cells[0] = label;
        for (int i = 1; i < cells.length; i++) {
            cells[i] = cell.apply(overview.columns().get(i - 1));
        }
        table.addRow().addContent(cells);
    }

    private static String label(OverviewRow row) {
        return row.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String head(Column column) {
        LocalDate start = column.period().start().toLocalDate();
        return switch (column.kind()) {
            case DAY, DAY_BEFORE -> start.toString();
            case WEEK -> "week of " + start;
            case MONTH -> start.toString().substring(0, 7);
            case YEAR -> String.valueOf(start.getYear());
        };
    }
}
