package org.opensem.report;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import org.opensem.aggregation.Span;
import org.opensem.language.Message;

/**
 * A document for people or machines, before it is written as a file: what it says, not what it looks like. Texts wait for the
 * reader's language, figures for a {@link ReportFormat}.
 *
 * @param id what it is, for file names and machines: {@code overview}
 * @param title one line
 * @param subtitle what it is about, for example its day
 * @param span the stretch of local time that it is about
 * @param created when it was made, in the zone of all its times
 * @param device the device's id; empty if it is not known
 * @param headlines its main figures, at most four
 * @param chart one bar chart; null if there is none
 * @param columns of all its tables
 * @param tables from top to bottom
 * @param notes remarks at its foot, for example a correction factor or a gap
 */
public record Report(String id, Message title, Message subtitle, Span span, ZonedDateTime created, String device,
        List<Headline> headlines, BarChart chart, List<Column> columns, List<Table> tables, List<Note> notes) {

    public Report {
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("An id has lower-case letters, digits and hyphens only: " + id);
        }
        Objects.requireNonNull(title);
        Objects.requireNonNull(subtitle);
        Objects.requireNonNull(span);
        Objects.requireNonNull(created);
        Objects.requireNonNull(device);
        headlines = List.copyOf(headlines);
        columns = List.copyOf(columns);
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
        int width = columns.size();
        if (tables.stream().flatMap(table -> table.sections().stream()).flatMap(section -> section.rows().stream())
                .anyMatch(row -> row.cells().size() != width)) {
            throw new IllegalArgumentException("Every row has a cell for each column");
        }
    }

    /** A name for its file, without folder: {@code opensem-overview-2026-11-19.pdf}. */
    public String fileName(String extension) {
        return "opensem-" + id + "-" + span.start().toLocalDate() + "." + extension;
    }

    /** @param id what kind of remark it is: {@code factor}, {@code gap} */
    public record Note(String id, Message text) {}

    /** A main figure with its name. */
    public record Headline(Message name, Cell cell) {}

    /**
     * @param id for machines, unique in the report: {@code day_before}
     * @param name its head
     * @param detail second line of its head
     * @param span the stretch of time that it is about; null if it is about none
     */
    public record Column(String id, Message name, Message detail, Span span) {}

    /**
     * @param id for machines: {@code cost}
     * @param title head of its first column, with the unit that its cells have: {@code Kosten in €}
     * @param unit the kind of cell that is written without its unit
     * @param supplement whether it is for machines only, so that a page leaves it out
     * @param sections groups of rows
     */
    public record Table(String id, Message title, Cell.Kind unit, boolean supplement, List<Section> sections) {
        public Table {
            sections = List.copyOf(sections);
        }
    }

    /**
     * A group of rows.
     *
     * @param title null if it needs none
     * @param rows from top to bottom
     * @param sumOf id of the row above that these rows add up to; null if they are no parts of anything
     * @param less id of a row above that the sum lacks; null if it lacks none
     */
    public record Section(Message title, List<Row> rows, String sumOf, String less) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param id for machines: {@code not_assigned}
     * @param name its first cell
     * @param role the role of its colour in charts, see {@link Series}; empty for none
     * @param style what it is like
     * @param cells one for each column
     */
    public record Row(String id, Message name, String role, Style style, List<Cell> cells) {
        public Row {
            Objects.requireNonNull(style);
            cells = List.copyOf(cells);
        }
    }

    /** What a row is like. */
    public enum Style {
        PLAIN,
        /** Stands out. */
        STRONG,
        /** A difference: a figure above 0 has a plus and is good, one below 0 is bad. */
        DIFFERENCE,
        /** Tells nothing yet, as a category while no patterns are known: a page may leave it out. */
        IDLE
    }

    /**
     * Bars over time from 0 up, each a stack of all series.
     *
     * @param title what it shows, with its unit
     * @param unit of all values
     * @param series from bottom to top
     * @param bars from left to right
     */
    public record BarChart(Message title, Cell.Kind unit, List<Series> series, List<Bar> bars) {
        public BarChart {
            series = List.copyOf(series);
            bars = List.copyOf(bars);
            int parts = series.size();
            if (bars.stream().anyMatch(bar -> bar.values() != null && bar.values().size() != parts)) {
                throw new IllegalArgumentException("Every bar has a value for each series");
            }
        }
    }

    /** @param role the colour's role: {@code base}, {@code switched}, {@code heat}, … as in the console's style sheet */
    public record Series(Message name, String role) {}

    /**
     * @param span of the bar
     * @param values 0 or more each; null where nothing is known
     * @param gap whether a part of it that is over was not measured
     */
    public record Bar(Span span, List<BigDecimal> values, boolean gap) {
        public Bar {
            values = values == null ? null : List.copyOf(values);
        }
    }
}
