package org.opensem.web.home.internal;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opensem.metering.Phase;
import org.opensem.metering.Sample;
import org.opensem.language.PowerUnit;
import org.opensem.web.chart.Chart;
import org.opensem.web.chart.SparkChart;
import org.opensem.web.component.Figure;

/** The right half of the overview: power now, in total and per phase, and the last half hour (H4). Pushed each second. */
final class LivePower extends Div {
    private final Words words;
    private final ZoneId zone;
    private final Span label = new Span();
    private final Figure total = Figure.sized("fig");
    private final Chart spark = new Chart();
    private final DescriptionList list = new DescriptionList();
    private final Span noPhases = new Span();
    private final Map<Phase, Line> lines = new EnumMap<>(Phase.class);
    private PowerUnit unit = PowerUnit.WATT;
    private double fullScaleWatts;
    private boolean started;

    LivePower(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
        label.addClassName("lab");
        label.setText(words.get("power.now"));
        Span caption = new Span(words.get("spark"));
        caption.addClassNames("small", "mut", "under");
        Div box = new Div(spark);
        box.addClassName("spark");
        list.addClassName("phases");
        for (Phase phase : Phase.values()) {
            Line line = new Line(phase, words);
            lines.put(phase, line);
            list.add(line);
        }
        noPhases.addClassNames("small", "mut");
        noPhases.setText(words.get("phases.none"));
        noPhases.setVisible(false);
        add(label, total, caption, box, list, noPhases);
    }

    /** The last half hour up to now, and from then on what {@link #show} adds; again has no effect. */
    void start(long now) {
        if (!started) {
            started = true;
            spark.show(new SparkChart(words.get("spark.name"), zone, now, List.of(words.get("part.time"), words.get("power"))));
        }
    }

    /** Shows the last half hour as a table, or as a line again. @return whether the table is shown */
    boolean toggleTable() {
        spark.showTable(!spark.isTableShown());
        setClassName("as-table", spark.isTableShown());
        return spark.isTableShown();
    }

    /** A new second. */
    void show(Sample sample) {
        start(sample.epochSecond());
        double watts = sample.totalMilliwatts() / 1000.0;
        unit = words.formats().livePowerUnit(watts, unit);
        total.set(words.formats().power(watts, unit));
        OverviewPanel.fit(total);
        list.setVisible(sample.hasPhases());
        noPhases.setVisible(!sample.hasPhases());
        if (sample.hasPhases()) {
            double largest = 0;
            for (Phase phase : Phase.values()) {
                largest = Math.max(largest, Math.abs(sample.milliwatts(phase) / 1000.0));
            }
            fullScaleWatts = Scale.grown(fullScaleWatts, largest);
            lines.forEach((phase, line) -> line.show(sample.milliwatts(phase) / 1000.0, fullScaleWatts));
        }
        spark.append(sample);
    }

    /** Says whether the value is of now. */
    void setCurrent(boolean current) {
        label.setText(words.get(current ? "power.now" : "power.last"));
    }

    /** A phase with its meter. */
    private static final class Line extends Div {
        private final Words words;
        private final Figure figure = new Figure();
        private final Span bar = new Span();
        private PowerUnit unit = PowerUnit.WATT;

        Line(Phase phase, Words words) {
            this.words = words;
            Span dot = new Span();
            dot.addClassName("dot");
            String colour = "var(--sem-" + phase.name().toLowerCase(Locale.ROOT) + ")";
            dot.getStyle().set("--c", colour);
            DescriptionList.Description meter = new DescriptionList.Description(bar);
            meter.addClassName("meter");
            meter.getElement().setAttribute("aria-hidden", "true");
            meter.getStyle().set("--c", colour);
            DescriptionList.Term term = new DescriptionList.Term(dot, new Span(phase.name()));
            add(term, new DescriptionList.Description(figure), meter);
        }

        void show(double watts, double fullScale) {
            unit = words.formats().livePowerUnit(watts, unit);
            figure.set(words.formats().power(watts, unit));
            long percent = fullScale <= 0 ? 0 : Math.round(Math.max(0, Math.min(100, watts / fullScale * 100)));
            bar.getStyle().set("width", percent + "%");
        }
    }
}
