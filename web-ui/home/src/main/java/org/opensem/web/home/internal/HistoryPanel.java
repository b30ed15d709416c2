package org.opensem.web.home.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.opensem.web.chart.Chart;
import org.opensem.web.component.Panel;

/** The bars with the path to them; a click on a bar opens its own period (H3). */
final class HistoryPanel {
    private final Words words;
    private final Consumer<Place> go;
    private final Panel panel;
    private final Nav path = new Nav();
    private final Chart chart = new Chart();
    private Snapshot shown;
    private List<Crumbs.Crumb> crumbs = List.of();

    HistoryPanel(Words words, Consumer<Place> go) {
        this.words = words;
        this.go = go;
        path.addClassName("crumb");
        path.getElement().setAttribute("aria-label", words.get("history.path"));
        Div plot = new Div(chart);
        plot.addClassName("plot");
        panel = new Panel("history", words.get("panel.history")).aside(path).body(plot);
        panel.onTable(words.get("asTable"), () -> {
            chart.showTable(!chart.isTableShown());
            panel().setTableShown(chart.isTableShown());
        });
        chart.onBar(this::open);
    }

    Panel panel() {
        return panel;
    }

    void show(Snapshot shot) {
        shown = shot;
        chart.show(new History(shot, words).chart());
        showPath(Crumbs.of(shot.period(), shot.now(), words));
    }

    private void open(int index) {
        if (shown == null || index < 0 || index >= shown.report().buckets().size()) {
            return;
        }
        ZonedDateTime start = shown.report().buckets().get(index).span().start();
        Place.open(shown.period(), start, shown.now()).ifPresent(go);
    }

    private void showPath(List<Crumbs.Crumb> steps) {
        if (steps.equals(crumbs)) {
            return;
        }
        crumbs = steps;
        path.removeAll();
        for (Iterator<Crumbs.Crumb> i = steps.iterator(); i.hasNext();) {
            Crumbs.Crumb step = i.next();
            if (i.hasNext()) {
                NativeButton link = new NativeButton(step.text(), click -> go.accept(step.place()));
                link.addClassName("link");
                path.add(link, new Span("›"));
            } else {
                Span here = new Span(step.text());
                here.addClassName("here");
                here.getElement().setAttribute("aria-current", "page");
                path.add(here);
            }
        }
    }
}
