package org.opensem.web.chart;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.shared.Registration;
import java.util.function.IntConsumer;
import org.opensem.metering.Sample;
import org.opensem.web.Asset;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chart: {@link #show} it a {@link BarChart}, a {@link RingChart}, a {@link SparkChart}, a {@link TargetChart}, a
 * {@link GroupChart} or a {@link PowerCurve}, and show it a new one when something has changed; it is redrawn in place. It fills
 * its parent, which needs a height.
 *
 * <p>Colours, dark mode, print, the language's numbers, keyboard, tooltips and the table come with it. It has no state worth
 * keeping: what it shows comes from the view, and so does its window ({@link #onWindow}).
 */
public final class Chart extends Component implements HasSize, HasStyle {
    private static final Asset SCRIPT = Asset.of(Chart.class, "chart/chart.js", "chart/kit.js", "chart/bars.js", "chart/ring.js",
            "chart/spark.js", "chart/target.js", "chart/groups.js", "chart/columns.js", "chart/curve.js", "chart/painter.js",
            "chart/stretches.js", "chart/gestures.js", "chart/brush.js", "chart/ticks.js", "chart/samples.js",
            "chart/echarts.js");
    private static final Asset STYLE = Asset.of(Chart.class, "chart/chart.css");
    private static final String INDEX = "event.detail.index";
    private static final String FROM = "event.detail.from";
    private static final String TO = "event.detail.to";
    private static final String SECONDS = "event.detail.seconds";
    /** A mapper of our own: a shared one would keep this bundle's classes after an update. */
    private static final JsonMapper JSON = new JsonMapper();

    private ChartSpec shown;
    private boolean table;

    public Chart() {
        super(new Element("sem-chart-" + SCRIPT.hash()));
        getElement().setAttribute("data-sem-chart", "");
    }

    /** The charts' script, for a page that wants to load it early. */
    public static Asset script() {
        return SCRIPT;
    }

    /** Shows this, or this in place of what was shown. */
    public void show(ChartSpec spec) {
        if (spec.equals(shown)) {
            return;
        }
        shown = spec;
        getElement().setPropertyJson("spec", describe(spec));
    }

    /** Shows the figures as a table in the chart's place. */
    public void showTable(boolean asTable) {
        table = asTable;
        getElement().setProperty("table", asTable);
    }

    /** Whether the table is shown. */
    public boolean isTableShown() {
        return table;
    }

    /** Adds a second at the live edge of a sparkline or a power curve; a second that it has is ignored. */
    public void append(Sample sample) {
        ArrayNode values = JSON.createArrayNode().add(sample.epochSecond()).add(sample.totalMilliwatts() / 1000.0);
        if (sample.hasPhases()) {
            values.add(sample.l1Milliwatts() / 1000.0).add(sample.l2Milliwatts() / 1000.0).add(sample.l3Milliwatts() / 1000.0);
        } else {
            values.addNull().addNull().addNull();
        }
        // The script may still be on its way; then the second comes with the data that it fetches.
        getElement().executeJs("if (this.addSample) { this.addSample($0); }", values);
    }

    /** Makes a power curve show its whole day, as Esc does. */
    public void reset() {
        getElement().executeJs("if (this.reset) { this.reset(); }");
    }

    /** Called with the index of a bar, or a group of bars, that was clicked, or chosen by Enter. */
    public Registration onBar(IntConsumer listener) {
        return getElement().addEventListener("sem-bar", event -> listener.accept((int) number(event, INDEX))).addEventData(INDEX);
    }

    /** Called when the user has moved a power curve's window and let it rest for a moment. */
    public Registration onWindow(WindowListener listener) {
        return getElement().addEventListener("sem-window", event -> listener.moved(number(event, FROM), number(event, TO)))
                .addEventData(FROM).addEventData(TO);
    }

    /** Called with the seconds that one point of a power curve stands for, when that changes. */
    public Registration onStep(IntConsumer listener) {
        return getElement().addEventListener("sem-step", event -> listener.accept((int) number(event, SECONDS)))
                .addEventData(SECONDS);
    }

    private static long number(DomEvent event, String expression) {
        return event.getEventData().get(expression).asLong();
    }

    /** Told of a power curve's window. */
    @FunctionalInterface
    public interface WindowListener {
        /**
         * @param from epoch second
         * @param to epoch second, exclusive
         */
        void moved(long from, long to);
    }

    /** The description as the script reads it. */
    static ObjectNode describe(ChartSpec spec) {
        ObjectNode node = JSON.valueToTree(spec);
        node.put("kind", spec.kind());
        if (spec instanceof BarChart bars) {
            node.put("opens", bars.opens());
        }
        return node;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        STYLE.loadStyleSheet(event.getUI());
        SCRIPT.loadModule(event.getUI());
    }
}
