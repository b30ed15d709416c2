package org.opensem.web.graph.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.opensem.language.Dates;
import org.opensem.web.component.Figure;
import org.opensem.web.component.Panel;
import org.opensem.web.graph.internal.Place.Window;
import org.opensem.web.graph.internal.WindowFigures.Peak;

/** What the window holds: energy, mean, extremes with their times. */
final class SidePanel {
    private final Words words;
    private final Supplier<ZoneId> zone;
    private final Panel panel;
    private final Div below = new Div();
    private final Span times = new Span();
    private final Figure energy = Figure.sized("fig", "m");
    private final Figure mean = Figure.sized("fig", "m");
    private final Line max;
    private final Line min;
    /** Its line is kept free, so that nothing moves when the first second is fed in. */
    private final Span exported = new Span();
    private final Line measured;

    SidePanel(Words words, Supplier<ZoneId> zone) {
        this.words = words;
        this.zone = zone;
        max = new Line(words.get("maximum"));
        min = new Line(words.get("minimum"));
        exported.addClassNames("small", "mut", "exported");
        measured = new Line(words.get("measured"));
        DescriptionList list = new DescriptionList();
        list.addClassName("kv");
        for (Line line : new Line[] {max, min, measured}) {
            list.add(line.term, line.description);
        }
        Div two = new Div(figure(words.get("energy"), energy), figure(words.get("mean"), mean), exported);
        two.addClassName("two");
        Paragraph hint = new Paragraph(words.get("hint"));
        hint.addClassNames("small", "mut", "hint");
        Paragraph touch = new Paragraph(words.get("hint.touch"));
        touch.addClassNames("small", "mut", "hint", "touch");
        panel = new Panel("side", words.get("window")).aside(times).body(two, list, below, hint, touch);
        below.addClassName("below");
    }

    private static Div figure(String name, Figure figure) {
        Span label = new Span(name);
        label.addClassName("lab");
        return new Div(label, figure);
    }

    Panel panel() {
        return panel;
    }

    /** Adds below the figures. */
    void below(Component component) {
        below.add(component);
    }

    /** @param elapsed the window's part that is over */
    void show(Window elapsed, WindowFigures figures) {
        times.setText(words.window(elapsed, zone.get()));
        boolean known = figures.coveredSeconds() > 0;
        measured.text(known ? Dates.duration(figures.coveredSeconds()) : "\u2013",
                words.get("measured.of", Dates.duration(elapsed.seconds())));
        exported.setText(figures.exportedKwh() > 0
                ? words.get("export") + " " + words.formats().energy(figures.exportedKwh()) : "");
        if (!known) {
            energy.clear();
            mean.clear();
            max.clear();
            min.clear();
            return;
        }
        energy.set(words.formats().energy(figures.importedKwh()));
        mean.set(words.formats().power(figures.meanWatts()));
        show(max, figures.max());
        show(min, figures.min());
    }

    private void show(Line line, Peak peak) {
        line.figure.set(words.formats().power(peak.watts()));
        line.when.setText(words.moment(peak.epochSecond(), zone.get()));
    }

    /** A figure with its name and, below, a remark. */
    private static final class Line {
        private final Figure figure = new Figure();
        private final Element when = new Element("small");
        private final DescriptionList.Term term;
        private final DescriptionList.Description description = new DescriptionList.Description(figure);

        Line(String name) {
            term = new DescriptionList.Term(new Span(name));
            term.getElement().appendChild(when);
        }

        void text(String value, String remark) {
            description.setText(value);
            when.setText(remark);
        }

        void clear() {
            figure.clear();
            when.setText("");
        }
    }
}
