package org.opensem.report.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.opensem.language.Formats;
import org.opensem.language.Message;
import org.opensem.report.Amounts;
import org.opensem.report.Cell;
import org.opensem.report.DayHours;
import org.opensem.report.Overview;
import org.opensem.report.Overview.Column;
import org.opensem.report.Overview.ColumnKind;
import org.opensem.report.OverviewRow;
import org.opensem.report.Report;
import org.opensem.report.Report.Bar;
import org.opensem.report.Report.BarChart;
import org.opensem.report.Report.Headline;
import org.opensem.report.Report.Row;
import org.opensem.report.Report.Section;
import org.opensem.report.Report.Series;
import org.opensem.report.Report.Style;
import org.opensem.report.Report.Table;
import org.opensem.report.Stretch;

/** The overview as a document (U3): a table each for cost, energy and CO2, and the day's hours as bars. */
final class OverviewReport {
    private static final String TOTAL = "total";
    private static final String BUDGET = "budget";
    private static final String BASE_PRICE = "base_price";
    /** From this share on, what is missing of an hour shows in the chart. */
    private static final double VISIBLE_SHARE = 0.001;

    private final Overview overview;
    private final DayHours hours;
    private final String device;
    private final boolean demo;
    private final boolean catchingUp;
    private final OverviewTexts texts;

    OverviewReport(Overview overview, DayHours hours, String device, boolean demo, boolean catchingUp) {
        this.overview = overview;
        this.hours = hours;
        this.device = device;
        this.demo = demo;
        this.catchingUp = catchingUp;
        texts = new OverviewTexts(overview);
    }

    Report report() {
        Column day = overview.column(ColumnKind.DAY);
        return new Report("overview", text("title"), texts.day(), day.period().span(), overview.asOf(), device, headlines(day),
                chart(), overview.columns().stream().map(this::column).toList(), tables(), texts.notes(demo, catchingUp));
    }

    private static Message text(String key, Object... values) {
        return Message.of(OverviewReport.class, key, values);
    }

    private List<Headline> headlines(Column day) {
        Amounts total = day.amounts(OverviewRow.TOTAL);
        List<Headline> headlines = new ArrayList<>();
        if (overview.pricing().known()) {
            headlines.add(new Headline(text("unit.cost"), Cell.money(total.cost(), overview.pricing().currency())));
        }
        headlines.add(new Headline(text("unit.energy"), Cell.of(Cell.Kind.ENERGY, total.kilowattHours())));
        headlines.add(new Headline(text("row.base"),
                Cell.of(Cell.Kind.ENERGY, day.amounts(OverviewRow.BASE).kilowattHours())));
        if (total.co2Kilograms() != null) {
            headlines.add(new Headline(text("unit.co2"), Cell.of(Cell.Kind.CO2, total.co2Kilograms())));
        }
        return headlines;
    }

    private BarChart chart() {
        List<Series> series = List.of(new Series(text("row.base"), "base"), new Series(text("row.switched"), "switched"));
        return new BarChart(text("chart"), Cell.Kind.ENERGY, series, hours.hours().stream().map(OverviewReport::bar).toList());
    }

    private static Bar bar(Stretch hour) {
        BigDecimal base = hour.amounts(OverviewRow.BASE).kilowattHours();
        BigDecimal switched = hour.amounts(OverviewRow.SWITCHED).kilowattHours();
        boolean known = base != null && switched != null;
        return new Bar(hour.span(), known ? List.of(base, switched) : null,
                !hour.running() && hour.missingSeconds() > hour.span().seconds() * VISIBLE_SHARE);
    }

    private Report.Column column(Column column) {
        return new Report.Column(column.kind().name().toLowerCase(Locale.ROOT), texts.head(column), texts.detail(column),
                column.period().span());
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        Currency currency = overview.pricing().currency();
        if (currency != null) {
            Message symbol = locale -> currency.getSymbol(Formats.of(locale).locale());
            tables.add(table("cost", text("table.cost", symbol), Cell.Kind.MONEY, false,
                    amounts -> Cell.money(amounts.cost(), currency)));
        }
        tables.add(table("energy", text("table.energy"), Cell.Kind.ENERGY, false,
                amounts -> Cell.of(Cell.Kind.ENERGY, amounts.kilowattHours())));
        if (currency != null) {
            tables.add(table("co2", text("table.co2"), Cell.Kind.CO2, true,
                    amounts -> Cell.of(Cell.Kind.CO2, amounts.co2Kilograms())));
        }
        tables.add(coverage());
        return tables;
    }

    private Table table(String id, Message title, Cell.Kind unit, boolean supplement, Function<Amounts, Cell> cell) {
        boolean money = unit == Cell.Kind.MONEY;
        Row difference = new Row("difference", text("row.difference"), "", Style.DIFFERENCE, overview.columns().stream()
                .map(column -> cell.apply(column.amounts(OverviewRow.BUDGET).minus(column.amounts(OverviewRow.TOTAL)))).toList());
        List<Row> loads = new ArrayList<>();
        loads.add(row(OverviewRow.BASE, "base", cell));
        loads.add(row(OverviewRow.SWITCHED, "switched", cell));
        if (money) {
            loads.add(row(OverviewRow.BASE_PRICE, "baseprice", cell));
        }
        List<Row> categories = List.of(row(OverviewRow.HEAT, "heat", cell), row(OverviewRow.COLD, "cold", cell),
                row(OverviewRow.WASHING, "washing", cell), row(OverviewRow.MEDIA_AND_LIGHT, "media", cell),
                row(OverviewRow.NOT_ASSIGNED, "na", cell));
        return new Table(id, title, unit, supplement, List.of(
                new Section(null, List.of(row(OverviewRow.TOTAL, "", cell), row(OverviewRow.BUDGET, "", cell)), null, null),
                new Section(null, List.of(difference), BUDGET, TOTAL),
                new Section(text("section.load"), loads, TOTAL, null),
                new Section(text("section.category"), categories, TOTAL, money ? BASE_PRICE : null)));
    }

    private Row row(OverviewRow row, String role, Function<Amounts, Cell> cell) {
        String id = row.name().toLowerCase(Locale.ROOT);
        return new Row(id, text("row." + id), role, style(row),
                overview.columns().stream().map(column -> cell.apply(column.amounts(row))).toList());
    }

    private Style style(OverviewRow row) {
        return switch (row) {
            case TOTAL -> Style.STRONG;
            case HEAT, COLD, WASHING, MEDIA_AND_LIGHT -> overview.patterns() ? Style.PLAIN : Style.IDLE;
            default -> Style.PLAIN;
        };
    }

    /** For machines: how much of each column was measured (T4). */
    private Table coverage() {
        Row row = new Row("coverage", text("row.coverage"), "", Style.PLAIN, overview.columns().stream()
                .map(column -> Cell.of(Cell.Kind.SHARE, share(column.stretch()))).toList());
        return new Table("measured", text("row.coverage"), Cell.Kind.SHARE, true,
                List.of(new Section(null, List.of(row), null, null)));
    }

    private static BigDecimal share(Stretch stretch) {
        return BigDecimal.valueOf((long) Math.floor(stretch.coverage() * 1e6), 6);
    }
}
