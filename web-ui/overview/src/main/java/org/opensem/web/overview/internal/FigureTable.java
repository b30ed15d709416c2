package org.opensem.web.overview.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.opensem.report.CellText;
import org.opensem.report.OverviewRow;
import org.opensem.report.Report;
import org.opensem.report.Report.Column;
import org.opensem.report.Report.Row;
import org.opensem.report.Report.Section;
import org.opensem.report.Report.Style;
import org.opensem.report.Report.Table;

/**
 * The table (U1). As long as its rows are the same only texts change, so that nothing jumps and the focus stays. The figures of
 * the first two columns open a detail (U2). Of a report it keeps nothing: its texts belong to another bundle, which may go.
 */
final class FigureTable extends Div {
    private static final int LINKED_COLUMNS = 2;

    private final Words words;
    private final Locale locale;
    private final BiConsumer<OverviewRow, LocalDate> open;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();
    private Span title;
    private List<String> shape = List.of();
    private List<LocalDate> days = List.of();

    FigureTable(Words words, Locale locale, BiConsumer<OverviewRow, LocalDate> open) {
        this.words = words;
        this.locale = locale;
        this.open = open;
        addClassName("scroll");
    }

    private record Head(Span name, Element detail) {}

    /** A cell with its text, and its button if it has one. */
    private record Figure(String row, int column, NativeTableCell cell, NativeButton button) {}

    void show(Report report, Table table) {
        days = report.columns().stream().map(column -> column.span().start().toLocalDate()).toList();
        List<String> rows = rows(table).stream().map(row -> row.id() + row.style()).toList();
        if (!rows.equals(shape)) {
            shape = rows;
            build(table, report.columns().size());
        }
        CellText texts = new CellText(table, locale);
        change(title.getElement(), table.title().in(locale));
        for (int i = 0; i < heads.size(); i++) {
            Column column = report.columns().get(i);
            change(heads.get(i).name().getElement(), column.name().in(locale));
            change(heads.get(i).detail(), column.detail().in(locale));
        }
        Map<String, Row> now = rows(table).stream().collect(Collectors.toMap(Row::id, row -> row));
        figures.forEach(figure -> show(figure, now.get(figure.row()), report.columns().get(figure.column()), texts));
    }

    private static List<Row> rows(Table table) {
        return table.sections().stream().flatMap(section -> section.rows().stream()).toList();
    }

    private void show(Figure figure, Row row, Column column, CellText texts) {
        String text = row.style() == Style.IDLE ? CellText.UNKNOWN : texts.text(row, figure.column());
        if (figure.button() == null) {
            change(figure.cell().getElement(), text);
        } else {
            change(figure.button().getElement(), text);
            String name = words.get("open", row.name().in(locale), column.name().in(locale), text);
            if (!name.equals(figure.button().getElement().getAttribute("aria-label"))) {
                figure.button().getElement().setAttribute("aria-label", name);
            }
        }
        if (row.style() == Style.DIFFERENCE) {
            int sign = texts.sign(row, figure.column());
            figure.cell().setClassName("good", sign > 0);
            figure.cell().setClassName("bad", sign < 0);
        }
    }

    private static void change(Element element, String text) {
        if (!element.getText().equals(text)) {
            element.setText(text);
        }
    }

    private void build(Table table, int columns) {
        removeAll();
        figures.clear();
        heads.clear();
        title = new Span();
        NativeTableHeaderCell corner = new NativeTableHeaderCell(title);
        corner.getElement().setAttribute("scope", "col");
        NativeTableRow head = new NativeTableRow(corner);
        for (int i = 0; i < columns; i++) {
            Span name = new Span();
            Element detail = new Element("small");
            NativeTableHeaderCell cell = new NativeTableHeaderCell(name);
            cell.getElement().appendChild(detail).setAttribute("scope", "col");
            head.add(cell);
            heads.add(new Head(name, detail));
        }
        NativeTableBody body = new NativeTableBody();
        for (Section section : table.sections()) {
            if (section.title() != null) {
                body.add(caption(section, columns));
            }
            section.rows().forEach(row -> body.add(row(row, columns)));
        }
        NativeTable whole = new NativeTable(new NativeTableHeader(head), body);
        whole.addClassNames("t", "big");
        add(whole);
    }

    private NativeTableRow caption(Section section, int columns) {
        String text = section.title().in(locale);
        boolean idle = section.rows().stream().anyMatch(row -> row.style() == Style.IDLE);
        NativeTableHeaderCell cell =
                new NativeTableHeaderCell(new Span(idle ? text + " \u00b7 " + words.get("patterns.none") : text));
        cell.getElement().setAttribute("colspan", String.valueOf(columns + 1)).setAttribute("scope", "rowgroup");
        NativeTableRow row = new NativeTableRow(cell);
        row.addClassName("cap");
        return row;
    }

    private NativeTableRow row(Row row, int columns) {
        NativeTableHeaderCell name = new NativeTableHeaderCell();
        name.getElement().setAttribute("scope", "row");
        if (!row.role().isEmpty()) {
            Span dot = new Span();
            dot.addClassName("dot");
            dot.getStyle().set("--c", "var(--sem-" + row.role() + ")");
            name.add(dot);
        }
        name.add(new Span(row.name().in(locale)));
        NativeTableRow line = new NativeTableRow(name);
        line.addClassName(row.style().name().toLowerCase(Locale.ROOT));
        line.getElement().setAttribute("data-row", row.id());
        for (int i = 0; i < columns; i++) {
            NativeTableCell cell = new NativeTableCell();
            NativeButton button = i < LINKED_COLUMNS && row.style() != Style.DIFFERENCE ? button(row.id(), i) : null;
            if (button != null) {
                cell.add(button);
            }
            line.add(cell);
            figures.add(new Figure(row.id(), i, cell, button));
        }
        return line;
    }

    private NativeButton button(String row, int column) {
        OverviewRow opens = OverviewRow.valueOf(row.toUpperCase(Locale.ROOT));
        return new NativeButton("", click -> open.accept(opens, days.get(column)));
    }
}
