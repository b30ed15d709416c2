package org.opensem.web.comparison.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.IntConsumer;
import org.opensem.language.Dates;
import org.opensem.web.Unit;
import org.opensem.web.chart.Chart;
import org.opensem.web.component.Panel;

/** The bars of both periods; a click on a pair opens both parts (V1). */
final class BarsPanel {
    private final Words words;
    private final Panel panel;
    private final Chart chart = new Chart();
    private final Span one = new Span();
    private final Span two = new Span();
    private final Span gap = new Span();
    private final Span gapText = new Span();
    private final Span remark = new Span();
    private Bars shown;

    BarsPanel(Words words, IntConsumer open) {
        this.words = words;
        Div plot = new Div(chart);
        plot.addClassName("plot");
        Span hatch = new Span();
        hatch.addClassName("hatch");
        gap.addClassName("note");
        gap.add(hatch, gapText);
        gap.setVisible(false);
        remark.setVisible(false);
        panel = new Panel("bars", "").aside(legend("actual", one), legend("comparison", two), gap, remark).body(plot);
        panel.onTable(words.get("asTable"), () -> {
            chart.showTable(!chart.isTableShown());
            panel().setTableShown(chart.isTableShown());
        });
        chart.onBar(open);
    }

    private static Span legend(String role, Span name) {
        Span dot = new Span();
        dot.addClassName("dot");
        dot.getStyle().set("--c", "var(--sem-" + role + ")");
        return new Span(dot, name);
    }

    Panel panel() {
        return panel;
    }

    void show(Shot shot, Unit unit, String text) {
        shown = new Bars(shot, words, unit);
        panel.setTitle(words.get("bars." + unit + "." + shot.period().period().kind()));
        one.setText(words.brief(shot.period().period()));
        two.setText(words.brief(shot.against().period()));
        long missing = shot.period().missing() + shot.against().missing();
        gap.setVisible(missing > 0);
        gapText.setText(missing > 0 ? words.get("gap", Dates.duration(missing)) : "");
        remark(text);
        chart.show(shown.chart());
    }

    /** A remark beside the legend; empty for none. */
    void remark(String text) {
        remark.setText(text);
        remark.setVisible(!text.isEmpty());
    }

    boolean opens(int index) {
        return shown != null && shown.opens(index);
    }
}
