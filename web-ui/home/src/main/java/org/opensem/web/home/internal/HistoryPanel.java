package org.opensem.web.home.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.opensem.aggregation.EnergyReport.Bucket;
import org.opensem.aggregation.Period;
import org.opensem.web.chart.Chart;
import org.opensem.web.component.Panel;
import org.opensem.web.home.HomeFigures;
import org.opensem.web.home.PanelContext;

/** The bars with the path to them; a click on a bar opens its own period (H3). */
final class HistoryPanel {
    private final PanelContext context;
    private final Words words;
    private final Panel panel;
    private final Nav path = new Nav();
    private final Chart chart = new Chart();
    private HomeFigures shown;
    private List<Crumbs.Crumb> crumbs = List.of();

    HistoryPanel(PanelContext context) {
        this.context = context;
        words = new Words(context.locale());
        path.addClassName("crumb");
        path.getElement().setAttribute("aria-label", words.get("history.path"));
        Div plot = new Div(chart);
        plot.addClassName("plot");
        panel = new Panel("history", words.get("panel.history")).aside(path).body(plot);
        panel.onTable(words.get("asTable"), () -> {
            chart.showTable(!chart.isTableShown());
            panel().setTableShown(chart.isTableShown());
        });
        chart.onBar(index -> opened(shown, index).ifPresent(context::show));
        context.onFigures(this::show);
    }

    Panel panel() {
        return panel;
    }

    private void show(HomeFigures figures) {
        shown = figures;
        chart.show(new History(figures, words).chart());
        showPath(Crumbs.of(figures.period(), words));
    }

    /** The period behind a bar; empty where there is nothing smaller, or nothing yet. */
    static Optional<Period> opened(HomeFigures figures, int index) {
        Period period = figures.period();
        List<Bucket> buckets = figures.energy().buckets();
        if (index < 0 || index >= buckets.size() || period.partKind() == null || figures.isAhead(buckets.get(index))) {
            return Optional.empty();
        }
        return Optional.of(Period.of(period.partKind(), buckets.get(index).span().start()));
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
                NativeButton link = new NativeButton(step.text(), click -> context.show(step.period()));
                link.addClassName("link");
                path.add(link, new Span("\u203a"));
            } else {
                Span here = new Span(step.text());
                here.addClassName("here");
                here.getElement().setAttribute("aria-current", "page");
                path.add(here);
            }
        }
    }
}
