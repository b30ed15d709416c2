package org.opensem.report.internal.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.opensem.report.Cell;
import org.opensem.report.Report;
import org.opensem.report.Report.Column;
import org.opensem.report.Report.Row;
import org.opensem.report.Report.Table;
import org.opensem.report.ReportFormat;
import org.osgi.service.component.annotations.Component;

/**
 * Reports as CSV for machines: the same in every language, with ids for names, ISO times with offset, dots as decimal marks and
 * nothing where nothing is known. One header, {@code table,row,unit} and the columns' ids; two lines tell from when to when each
 * column is; then every table's rows, each with its unit. A row with several units takes a line for each.
 */
@Component(service = ReportFormat.class)
public final class CsvFormat implements ReportFormat {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    @Override
    public Descriptor descriptor() {
        return new Descriptor("csv", "CSV", "text/csv", "csv");
    }

    @Override
    public void write(Report report, Locale locale, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(writer);
            csv.writeRecord(line("table", "row", "unit", report.columns(), Column::id));
            csv.writeRecord(line("period", "start", "", report.columns(), column -> time(column, true)));
            csv.writeRecord(line("period", "end", "", report.columns(), column -> time(column, false)));
            for (Table table : report.tables()) {
                table.sections().stream().flatMap(section -> section.rows().stream()).forEach(row -> write(csv, table, row));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private static void write(CsvWriter csv, Table table, Row row) {
        for (String unit : row.cells().stream().map(Cell::unit).distinct().toList()) {
            csv.writeRecord(line(table.id(), row.id(), unit, row.cells(), cell -> cell.unit().equals(unit) ? value(cell) : ""));
        }
    }

    private static <T> List<String> line(String table, String row, String unit, List<T> cells, Function<T, String> value) {
        List<String> line = new ArrayList<>(List.of(table, row, unit));
        cells.forEach(cell -> line.add(value.apply(cell)));
        return line;
    }

    private static String value(Cell cell) {
        if (!cell.known()) {
            return "";
        }
        return cell.time() == null ? cell.number().toPlainString() : TIME.format(cell.time());
    }

    private static String time(Column column, boolean start) {
        if (column.span() == null) {
            return "";
        }
        ZonedDateTime time = start ? column.span().start() : column.span().end();
        return TIME.format(time);
    }
}
