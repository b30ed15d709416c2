package org.opensem.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opensem.language.Formats;
import org.opensem.language.Quantity;
import org.opensem.report.Report.Row;
import org.opensem.report.Report.Section;
import org.opensem.report.Report.Style;
import org.opensem.report.Report.Table;

/**
 * A table's figures as people read them: one unit and one number of places in each column, and what is shown of parts adds up to
 * what is shown of their whole. What is not known is a dash.
 */
public final class CellText {
    /** Stands for what is not known. */
    public static final String UNKNOWN = "\u2013";

    private static final int MONEY_PLACES = 2;

    private final Formats formats;
    private final Table table;
    private final List<Row> rows;
    /** By row's id, then by column: the figures rounded; null where there is none. */
    private final Map<String, BigDecimal[]> shown = new HashMap<>();

    public CellText(Table table, Locale locale) {
        this.table = table;
        formats = Formats.of(locale);
        rows = table.sections().stream().flatMap(section -> section.rows().stream()).toList();
        table.sections().forEach(this::round);
    }

    /** A figure; its unit only if it is another than the table's. */
    public String text(Row row, int column) {
        Cell cell = row.cells().get(column);
        if (!cell.known()) {
            return UNKNOWN;
        }
        if (cell.kind() == Cell.Kind.TIME) {
            return text(cell, formats);
        }
        BigDecimal number = shown.get(row.id())[column];
        String digits = row.style() == Style.DIFFERENCE ? formats.difference(number.doubleValue(), number.scale())
                : formats.number(number.doubleValue(), number.scale());
        if (cell.kind() == table.unit()) {
            return digits;
        }
        return cell.kind() == Cell.Kind.MONEY ? formats.money(number, cell.currency()).toString() : digits + unit(cell);
    }

    /** The sign of what is shown: −1, 0 or 1; 0 where nothing is. */
    public int sign(Row row, int column) {
        BigDecimal number = shown.get(row.id())[column];
        return number == null ? 0 : number.signum();
    }

    /** A figure by itself, with its unit. */
    public static String text(Cell cell, Formats formats) {
        if (!cell.known()) {
            return UNKNOWN;
        }
        return switch (cell.kind()) {
            case MONEY -> formats.money(cell.number(), cell.currency()).toString();
            case ENERGY -> formats.energy(cell.number().doubleValue()).toString();
            case CO2 -> formats.co2(cell.number().doubleValue()).toString();
            case POWER -> formats.power(cell.number().doubleValue()).toString();
            case SHARE -> formats.share(cell.number().doubleValue()).toString();
            case COUNT -> formats.number(cell.number().doubleValue(), 0);
            case TIME -> time(cell, formats);
        };
    }

    private static String time(Cell cell, Formats formats) {
        LocalDate day = cell.time().toLocalDate();
        return formats.dates().date(day) + " " + formats.dates().exact(cell.time());
    }

    private void round(Section section) {
        int columns = section.rows().isEmpty() ? 0 : section.rows().getFirst().cells().size();
        section.rows().forEach(row -> shown.put(row.id(), new BigDecimal[columns]));
        for (int column = 0; column < columns; column++) {
            BigDecimal whole = whole(section, column);
            List<BigDecimal> parts = new ArrayList<>();
            for (Row row : section.rows()) {
                parts.add(rounded(row, column));
            }
            if (whole != null && !parts.contains(null)) {
                parts = portions(section, column, whole);
            }
            for (int i = 0; i < parts.size(); i++) {
                shown.get(section.rows().get(i).id())[column] = parts.get(i);
            }
        }
    }

    /** What is shown of a section's whole; null if it has none, or it is not known. */
    private BigDecimal whole(Section section, int column) {
        BigDecimal of = section.sumOf() == null ? null : at(section.sumOf(), column);
        if (of == null || section.less() == null) {
            return of;
        }
        BigDecimal less = at(section.less(), column);
        return less == null ? null : of.subtract(less);
    }

    private BigDecimal at(String row, int column) {
        BigDecimal[] figures = shown.get(row);
        return figures == null ? null : figures[column];
    }

    private List<BigDecimal> portions(Section section, int column, BigDecimal whole) {
        List<BigDecimal> exact = section.rows().stream().map(row -> row.cells().get(column).number()).toList();
        if (exact.size() == 1) {
            return List.of(whole);
        }
        if (exact.stream().anyMatch(number -> number.signum() < 0)) {
            return section.rows().stream().map(row -> rounded(row, column)).toList();
        }
        int scale = exact.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        List<BigInteger> weights = exact.stream().map(number -> number.setScale(scale).unscaledValue()).toList();
        long[] units = Portions.split(whole.unscaledValue().longValueExact(), weights);
        return Arrays.stream(units).mapToObj(unit -> BigDecimal.valueOf(unit, whole.scale())).toList();
    }

    private BigDecimal rounded(Row row, int column) {
        Cell cell = row.cells().get(column);
        if (cell.number() == null) {
            return null;
        }
        BigDecimal number = cell.kind() == Cell.Kind.SHARE ? cell.number().movePointRight(2) : cell.number();
        return number.setScale(places(cell.kind(), column), RoundingMode.HALF_UP);
    }

    private int places(Cell.Kind kind, int column) {
        return switch (kind) {
            case MONEY -> MONEY_PLACES;
            case ENERGY, CO2 -> formats.energyPlaces(largest(kind, column));
            case SHARE -> 1;
            default -> 0;
        };
    }

    private double largest(Cell.Kind kind, int column) {
        return rows.stream().map(row -> row.cells().get(column)).filter(cell -> cell.kind() == kind && cell.number() != null)
                .mapToDouble(cell -> Math.abs(cell.number().doubleValue())).max().orElse(0);
    }

    private static String unit(Cell cell) {
        return switch (cell.kind()) {
            case ENERGY, CO2, POWER -> Quantity.SPACE + cell.unit();
            case SHARE -> Quantity.SPACE + "%";
            default -> "";
        };
    }
}
