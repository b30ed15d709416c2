package org.opensem.web.home.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.opensem.web.chart.Chart;
import org.opensem.web.chart.RingChart;
import org.opensem.web.component.Panel;

/** The three rings of consumption with their legends (H2). */
final class UsePanel {
    private final Words words;
    private final Panel panel;
    private final Ring phases;
    private final Ring load;
    private final Ring devices;

    UsePanel(Words words) {
        this.words = words;
        phases = new Ring(words.get("phases.none"));
        load = new Ring("");
        devices = new Ring("");
        devices.remark(words.get("ring.devices.none"));
        Div body = new Div(phases, load, devices);
        body.addClassName("rings");
        panel = new Panel("use", words.get("panel.use")).body(body);
        panel.onTable(words.get("asTable"), this::toggle);
    }

    private void toggle() {
        boolean table = !phases.chart.isTableShown();
        List.of(phases, load, devices).forEach(ring -> ring.showTable(table));
        panel.setTableShown(table);
    }

    Panel panel() {
        return panel;
    }

    void show(Snapshot shot) {
        Rings rings = new Rings(shot.totals().energy(), words);
        phases.show(rings.phases());
        load.show(rings.load());
        devices.show(rings.devices());
    }

    /** A ring beside its legend. */
    private static final class Ring extends Div {
        private final Chart chart = new Chart();
        private final UnorderedList legend = new UnorderedList();
        private final Span remark = new Span();
        private final String empty;
        private List<RingChart.Part> parts = List.of();

        Ring(String empty) {
            this.empty = empty;
            addClassName("ringbox");
            Div ring = new Div(chart);
            ring.addClassName("ring");
            legend.addClassName("legend");
            remark.addClassNames("small", "mut");
            remark.setVisible(false);
            add(ring, new Div(legend, remark));
        }

        void remark(String text) {
            remark.setText(text);
            remark.setVisible(!text.isEmpty());
        }

        void show(RingChart spec) {
            chart.show(spec);
            if (spec.parts().equals(parts)) {
                return;
            }
            parts = spec.parts();
            legend.removeAll();
            parts.forEach(part -> legend.add(item(part)));
            if (!empty.isEmpty()) {
                remark(parts.isEmpty() ? empty : "");
            }
        }

        void showTable(boolean table) {
            chart.showTable(table);
            setClassName("as-table", table);
        }

        private static ListItem item(RingChart.Part part) {
            Span dot = new Span();
            dot.addClassName("dot");
            dot.getStyle().set("--c", "var(--sem-" + part.role() + ")");
            Span amount = new Span(part.text());
            amount.addClassName("amount");
            ListItem item = new ListItem(dot, new Span(part.name()), amount);
            item.setTitle(part.share());
            return item;
        }
    }
}
