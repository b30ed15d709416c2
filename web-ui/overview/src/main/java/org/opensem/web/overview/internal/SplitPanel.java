package org.opensem.web.overview.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import org.opensem.language.Dates;
import org.opensem.language.Quantity;
import org.opensem.report.DayHours;
import org.opensem.report.OverviewRow;
import org.opensem.report.Stretch;
import org.opensem.web.Unit;
import org.opensem.web.chart.Chart;
import org.opensem.web.component.Figure;
import org.opensem.web.component.Panel;

/** A day's total split into base and switched load, as figures and by hours (U2). */
final class SplitPanel {
    private final Words words;
    private final Panel panel;
    private final Chart chart = new Chart();
    private final Part total;
    private final Part base;
    private final Part switched;
    private final Part basePrice;
    private final Span note = new Span();
    private final Span noteText = new Span();

    SplitPanel(Words words) {
        this.words = words;
        total = new Part(words.get("row.total"), "");
        base = new Part(words.get("row.base"), "base");
        switched = new Part(words.get("row.switched"), "switched");
        basePrice = new Part(words.get("row.base_price"), "baseprice");
        Div figures = new Div(total, base, switched, basePrice);
        figures.addClassName("parts");
        Div plot = new Div(chart);
        plot.addClassName("plot");
        Span hatch = new Span();
        hatch.addClassName("hatch");
        note.addClassName("note");
        note.add(hatch, noteText);
        note.setVisible(false);
        panel = new Panel("split", "").aside(note).body(figures, plot);
        panel.onTable(words.get("asTable"), () -> {
            chart.showTable(!chart.isTableShown());
            panel().setTableShown(chart.isTableShown());
        });
    }

    Panel panel() {
        return panel;
    }

    void show(DayHours day, Unit unit) {
        panel.setTitle(words.get("split.title", words.dates().full(day.period().start().toLocalDate())));
        SplitScale scale = new SplitScale(words, day, unit);
        BigDecimal whole = scale.amount(day.total(), OverviewRow.TOTAL);
        total.show(scale.figure(whole), "");
        Stretch stretch = day.total();
        base.show(scale.figure(scale.amount(stretch, OverviewRow.BASE)), share(scale.amount(stretch, OverviewRow.BASE), whole));
        switched.show(scale.figure(scale.amount(stretch, OverviewRow.SWITCHED)),
                share(scale.amount(stretch, OverviewRow.SWITCHED), whole));
        basePrice.setVisible(unit == Unit.COST);
        basePrice.show(scale.figure(scale.amount(stretch, OverviewRow.BASE_PRICE)),
                share(scale.amount(stretch, OverviewRow.BASE_PRICE), whole));
        long missing = stretch.missingSeconds();
        note.setVisible(missing > 0);
        noteText.setText(missing > 0 ? words.get("gap", Dates.duration(missing)) : "");
        chart.show(new SplitChart(words, day, scale).chart());
    }

    private String share(BigDecimal part, BigDecimal whole) {
        boolean known = part != null && whole != null && whole.signum() > 0;
        return known ? words.formats().share(part.doubleValue() / whole.doubleValue()).toString() : "";
    }

    /** A figure with its name, its swatch and its share. */
    private static final class Part extends Div {
        private final Figure figure = Figure.sized("fig", "m");
        private final Span share = new Span();

        Part(String name, String role) {
            Span label = new Span();
            label.addClassName("lab");
            if (!role.isEmpty()) {
                Span dot = new Span();
                dot.addClassName("dot");
                dot.getStyle().set("--c", "var(--sem-" + role + ")");
                label.add(dot);
            }
            label.add(new Span(name));
            share.addClassNames("small", "mut");
            add(label, figure, share);
        }

        void show(Quantity quantity, String part) {
            if (quantity == null) {
                figure.clear();
            } else {
                figure.set(quantity);
            }
            share.setText(part);
        }
    }
}
