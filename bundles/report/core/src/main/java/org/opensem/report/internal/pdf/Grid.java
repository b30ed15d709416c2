package org.opensem.report.internal.pdf;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.opensem.report.CellText;
import org.opensem.report.Report.Column;
import org.opensem.report.Report.Row;
import org.opensem.report.Report.Section;
import org.opensem.report.Report.Style;
import org.opensem.report.Report.Table;
import org.opensem.report.internal.pdf.Sheet.Type;

/** Writes a table row by row, on as many pages as it needs; each begins with the head. */
final class Grid {
    private static final float HEAD = 27;
    private static final float ROW = 13.6f;
    private static final float CAPTION = 17;
    private static final float NAMES = 0.29f;
    private static final Type NAME = Type.plain(8.5f, Palette.INK);
    private static final Type STRONG = Type.strong(8.5f, Palette.INK);
    private static final Type DETAIL = Type.plain(7.5f, Palette.INK3);

    private final Table table;
    private final List<Column> columns;
    private final Locale locale;
    private final CellText figures;

    Grid(Table table, List<Column> columns, Locale locale) {
        this.table = table;
        this.columns = columns;
        this.locale = locale;
        figures = new CellText(table, locale);
    }

    float height() {
        float height = HEAD;
        for (Section section : table.sections()) {
            height += (section.title() == null ? 0 : CAPTION) + ROW * rows(section).size();
        }
        return height;
    }

    void write(Flow flow) throws IOException {
        flow.need(HEAD + ROW);
        head(flow);
        for (Section section : table.sections()) {
            if (section.title() != null) {
                next(flow, CAPTION + ROW);
                flow.sheet().text(section.title().in(locale), flow.sheet().left(), flow.y() + CAPTION - 5, DETAIL);
                flow.down(CAPTION);
                flow.sheet().line(flow.sheet().left(), flow.sheet().right(), flow.y(), Palette.AXIS, 0.6f);
            }
            for (Row row : rows(section)) {
                next(flow, ROW);
                row(flow, row);
            }
        }
    }

    private static List<Row> rows(Section section) {
        return section.rows().stream().filter(row -> row.style() != Style.IDLE).toList();
    }

    private void next(Flow flow, float height) throws IOException {
        if (flow.need(height)) {
            head(flow);
        }
    }

    private float right(Sheet sheet, int column) {
        float names = sheet.width() * NAMES;
        return sheet.left() + names + (sheet.width() - names) * (column + 1) / columns.size();
    }

    private void head(Flow flow) throws IOException {
        Sheet sheet = flow.sheet();
        sheet.text(table.title().in(locale), sheet.left(), flow.y() + HEAD - 6, STRONG);
        for (int i = 0; i < columns.size(); i++) {
            sheet.textRight(columns.get(i).name().in(locale), right(sheet, i), flow.y() + HEAD - 16, STRONG);
            sheet.textRight(columns.get(i).detail().in(locale), right(sheet, i), flow.y() + HEAD - 6, DETAIL);
        }
        flow.down(HEAD);
        sheet.line(sheet.left(), sheet.right(), flow.y(), Palette.AXIS, 0.6f);
    }

    private void row(Flow flow, Row row) throws IOException {
        Sheet sheet = flow.sheet();
        float line = flow.y() + ROW - 4;
        float x = sheet.left();
        if (!row.role().isEmpty()) {
            sheet.fill(x, line - 5.6f, 5.6f, 5.6f, Palette.of(row.role()));
            x += 10;
        }
        sheet.text(row.name().in(locale), x, line, row.style() == Style.STRONG ? STRONG : NAME);
        for (int i = 0; i < columns.size(); i++) {
            sheet.textRight(figures.text(row, i), right(sheet, i), line, type(row, i));
        }
        flow.down(ROW);
        sheet.line(sheet.left(), sheet.right(), flow.y(), Palette.LINE, 0.5f);
    }

    private Type type(Row row, int column) {
        if (row.style() == Style.DIFFERENCE && figures.sign(row, column) != 0) {
            return Type.plain(NAME.size(), figures.sign(row, column) > 0 ? Palette.GOOD : Palette.BAD);
        }
        return row.style() == Style.STRONG ? STRONG : NAME;
    }
}
