package org.opensem.web.home.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.opensem.web.chart.Chart;
import org.opensem.web.chart.RingChart;
import org.opensem.web.component.Panel;
import org.opensem.web.home.HomeFigures;
import org.opensem.web.home.PanelContext;

/** The three rings of consumption with their legends (H2). */
final class UsePanel {
    private final Words words;
    private final Panel panel;
    private final Ring phases = new Ring();
    private final Ring load = new Ring();
    private final Ring devices = new Ring();

    UsePanel(PanelContext context) {
        words = new Words(context.locale());
        Div body = new Div(phases, load, devices);
        body.addClassName("rings");
        panel = new Panel("use", words.get("panel.use")).body(body);
        panel.onTable(words.get("asTable"), this::toggle);
        context.onFigures(this::show);
    }

    private void toggle() {
        boolean table = !phases.chart.isTableShown();
        List.of(phases, load, devices).forEach(ring -> ring.showTable(table));
        panel.setTableShown(table);
    }

    Panel panel() {
        return panel;
    }

    private void show(HomeFigures figures) {
        Rings rings = new Rings(figures, words);
        RingChart byPhase = rings.phases();
        boolean measured = !rings.load().parts().isEmpty();
        phases.show(byPhase, byPhase.parts().isEmpty() && measured ? words.get("phases.none") : "");
        rings.phasesTogether().ifPresent(sum -> phases.remark(words.get("phases.together", sum.amount()), sum.isMore()));
        load.show(rings.load(), "");
        devices.show(rings.devices(), words.get("ring.devices.none"));
    }

    /** A ring beside its legend. */
    private static final class Ring extends Div {
        private final Chart chart = new Chart();
        private final UnorderedList legend = new UnorderedList();
        private final Span remark = new Span();
        private List<RingChart.Part> parts = List.of();

        Ring() {
            addClassName("ringbox");
            Div ring = new Div(chart);
            ring.addClassName("ring");
            legend.addClassName("legend");
            remark.addClassNames("small", "mut", "remark");
            add(ring, new Div(legend, remark));
        }

        void show(RingChart spec, String text) {
            chart.show(spec);
            remark(text, true);
            if (!spec.parts().equals(parts)) {
                parts = spec.parts();
                legend.removeAll();
                parts.forEach(part -> legend.add(item(part)));
            }
        }

        /** @param said if not, its lines are kept free, so that nothing moves when it is to be said */
        void remark(String text, boolean said) {
            remark.setText(text);
            remark.setVisible(!text.isEmpty());
            remark.setClassName("unsaid", !said);
        }

        void showTable(boolean table) {
            chart.showTable(table);
            setClassName("as-table", table);
        }

        private static ListItem item(RingChart.Part part) {
            Span dot = new Span();
            dot.addClassName("dot");
            dot.getStyle().set("--c", "var(--sem-" + part.role() + ")");
            Span name = new Span(part.name());
            name.addClassName("name");
            Span amount = new Span(part.text());
            amount.addClassName("amount");
            ListItem item = new ListItem(dot, name, amount);
            item.setTitle(part.name() + ": " + part.share());
            return item;
        }
    }
}
