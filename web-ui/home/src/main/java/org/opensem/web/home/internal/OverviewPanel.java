package org.opensem.web.home.internal;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.PeriodKind;
import org.opensem.metering.Sample;
import org.opensem.language.Dates;
import org.opensem.web.Icons;
import org.opensem.language.Quantity;
import org.opensem.web.chart.SparkChart;
import org.opensem.web.component.Figure;
import org.opensem.web.component.Panel;

/** Left the period's energy and its extremes with their times, right the power now (H4). */
final class OverviewPanel {
    private final Words words;
    private final ZoneId zone;
    private final Panel panel;
    private final LivePower live;
    private final Span energyLabel = new Span();
    private final Figure energy = Figure.sized("fig");
    private final Span under = new Span();
    private final Line maximum;
    private final Line mean;
    private final Line minimum;
    private final Span light = new Span();
    private final Span clock = new Span();
    private final Span time;
    private final Span warningText = new Span();
    private final Span warning = new Span(Icons.of("warn"), warningText);

    OverviewPanel(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
        live = new LivePower(words);
        energyLabel.addClassName("lab");
        under.addClassNames("small", "mut", "under");
        maximum = new Line(words.get("maximum"));
        mean = new Line(words.get("mean"));
        minimum = new Line(words.get("minimum"));
        DescriptionList list = new DescriptionList();
        list.addClassName("kv");
        for (Line line : new Line[] {maximum, mean, minimum}) {
            list.add(line.term, line.description);
        }
        Div body = new Div(new Div(energyLabel, energy, under, list), live);
        body.addClassName("ov");
        light.addClassName("dotlive");
        warning.addClassNames("warn", "row", "tight");
        warning.setVisible(false);
        time = new Span(light, clock);
        panel = new Panel("overview", words.get("panel.overview")).aside(warning, time).body(body);
        clock.setText("");
        light.setVisible(false);
    }

    Panel panel() {
        return panel;
    }

    void start(ZonedDateTime now) {
        live.start(new SparkChart(words.get("spark.name"), zone, now.toEpochSecond(),
                List.of(words.get("part.time"), words.get("power"))));
    }

    /** A new second. */
    void show(Sample sample) {
        live.show(sample);
        light.setVisible(true);
        clock.setText(words.dates().timeWithSeconds(sample.time().atZone(zone).toLocalTime()));
    }

    /** The meter is silent since a time, or answers again (empty). */
    void silent(String since) {
        boolean silent = !since.isEmpty();
        warning.setVisible(silent);
        warningText.setText(since);
        light.setVisible(!silent && !clock.getText().isEmpty());
        time.setVisible(!silent);
        live.setCurrent(!silent);
    }

    /** The period's figures. */
    void show(Snapshot shot) {
        Figures totals = shot.totals();
        PeriodKind kind = shot.period().kind();
        energyLabel.setText(words.get(shot.running() ? "energy.now." + kind : "energy.then"));
        if (totals.coveredSeconds() == 0) {
            energy.clear();
            under.setText(words.get("gap.sum", Dates.duration(Math.max(shot.missing().seconds(), 0))));
            under.setVisible(shot.missing().seconds() > 0);
            maximum.clear();
            mean.clear();
            minimum.clear();
            return;
        }
        under.setVisible(true);
        energy.set(words.formats().energy(totals.energy().imported() / Energy.PER_KWH));
        String exported = totals.energy().exported() == 0 ? ""
                : " · " + words.get("exported", words.formats().energy(totals.energy().exported() / Energy.PER_KWH));
        under.setText(words.get("measured", Dates.duration(totals.coveredSeconds())) + exported);
        maximum.show(words.formats().power(watts(totals.max())), moment(kind, totals.max()));
        mean.show(words.formats().power(totals.meanWatts()), meanRemark(shot));
        minimum.show(words.formats().power(watts(totals.min())), moment(kind, totals.min()));
    }

    private String meanRemark(Snapshot shot) {
        PeriodKind kind = shot.period().kind();
        if (!shot.running() || kind != PeriodKind.DAY && kind != PeriodKind.HOUR) {
            return shot.missing().seconds() > 0 ? words.get("mean.gaps") : "";
        }
        long first = Math.max(shot.period().start().toEpochSecond(), shot.first().orElse(Long.MIN_VALUE));
        return words.dates().times(Instant.ofEpochSecond(first).atZone(zone).toLocalTime(), shot.now().toLocalTime());
    }

    private String moment(PeriodKind kind, Extreme extreme) {
        return words.moment(kind, Instant.ofEpochSecond(extreme.epochSecond()).atZone(zone));
    }

    private static double watts(Extreme extreme) {
        return extreme.milliwatts() / 1000.0;
    }

    /** A figure with its name and, below, when it was. */
    private static final class Line {
        private final Figure figure = new Figure();
        private final Element when = new Element("small");
        private final DescriptionList.Term term;
        private final DescriptionList.Description description = new DescriptionList.Description(figure);

        Line(String name) {
            term = new DescriptionList.Term(new Span(name));
            term.getElement().appendChild(when);
        }

        void show(Quantity quantity, String remark) {
            figure.set(quantity);
            when.setText(remark);
        }

        void clear() {
            figure.clear();
            when.setText("");
        }
    }
}
