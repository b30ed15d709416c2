package org.opensem.web.home.internal;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.Optional;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.PeriodKind;
import org.opensem.language.Dates;
import org.opensem.language.Quantity;
import org.opensem.metering.Sample;
import org.opensem.web.Icons;
import org.opensem.web.component.Figure;
import org.opensem.web.component.Panel;
import org.opensem.web.home.HomeFigures;
import org.opensem.web.home.PanelContext;

/** Left the period's amount in the chosen unit and its extremes with their times, right the power now (H4). */
final class OverviewPanel {
    private static final int USUAL_TEXT = 7;

    private final PanelContext context;
    private final Words words;
    private final Panel panel;
    private final LivePower live;
    private final Span label = new Span();
    private final Figure amount = Figure.sized("fig");
    private final Span under = new Span();
    /** Its line is kept free, so that nothing moves when the first second is fed in. */
    private final Span exported = new Span();
    private final NativeButton step;
    private final Line maximum;
    private final Line mean;
    private final Line minimum;
    private final Span light = new Span();
    private final Span clock = new Span();
    private final Span time = new Span(light, clock);
    private final Span warningText = new Span();
    private final Span warning = new Span(Icons.of("warn"), warningText);

    OverviewPanel(PanelContext context) {
        this.context = context;
        words = new Words(context.locale());
        live = new LivePower(words, context.zone());
        label.addClassName("lab");
        under.addClassNames("small", "mut", "others");
        exported.addClassNames("small", "mut", "exported");
        step = new NativeButton(words.get("tariff.button"), event -> NextStep.TARIFF.open(context));
        step.addClassName("link");
        maximum = new Line(words.get("maximum"));
        mean = new Line(words.get("mean"));
        minimum = new Line(words.get("minimum"));
        DescriptionList list = new DescriptionList();
        list.addClassName("kv");
        for (Line line : new Line[] {maximum, mean, minimum}) {
            list.add(line.term, line.description);
        }
        Div below = new Div(under, step, exported);
        below.addClassName("under");
        Div body = new Div(new Div(label, amount, below, list), live);
        body.addClassName("ov");
        light.addClassName("dotlive");
        warning.addClassNames("warn", "row", "tight");
        panel = new Panel("overview", words.get("panel.overview")).aside(warning, time).body(body);
        panel.onTable(words.get("asTable"), () -> panel().setTableShown(live.toggleTable()));
        light.setVisible(false);
        warning.setVisible(false);
        context.onLive(this::show);
        context.onFigures(this::show);
    }

    Panel panel() {
        return panel;
    }

    private void show(Sample sample) {
        live.show(sample);
        light.setVisible(true);
        clock.setText(words.dates().timeWithSeconds(sample.time().atZone(context.zone()).toLocalTime()));
    }

    private void show(HomeFigures figures) {
        live.start(figures.now().toEpochSecond());
        showSilence(figures);
        Overview overview = new Overview(figures, words);
        label.setText(overview.label());
        Optional<Quantity> total = overview.amount();
        total.ifPresentOrElse(amount::set, amount::clear);
        fit(amount);
        under.setText(overview.under());
        exported.setText(overview.exported());
        step.setVisible(overview.priceMissing() && NextStep.TARIFF.isThere(context));
        showPower(figures);
    }

    /** A long figure is set smaller, so that it stays in its column; those up to 7 characters are all as large. */
    static void fit(Figure figure) {
        figure.getStyle().set("--chars", String.valueOf(Math.max(USUAL_TEXT, figure.getText().length())));
    }

    private void showSilence(HomeFigures figures) {
        Optional<Sample> silent = figures.silent();
        warning.setVisible(silent.isPresent());
        warningText.setText(silent.map(last -> words.get("down.since", words.clock(last, figures.now()))).orElse(""));
        time.setVisible(silent.isEmpty());
        live.setCurrent(silent.isEmpty());
    }

    private void showPower(HomeFigures figures) {
        Figures totals = figures.totals();
        if (totals.coveredSeconds() == 0) {
            maximum.clear();
            mean.clear();
            minimum.clear();
            return;
        }
        PeriodKind kind = figures.period().kind();
        maximum.show(words.formats().power(watts(totals.max())), moment(kind, totals.max()));
        mean.show(words.formats().power(totals.meanWatts()), meanRemark(figures));
        minimum.show(words.formats().power(watts(totals.min())), moment(kind, totals.min()));
    }

    private String meanRemark(HomeFigures figures) {
        PeriodKind kind = figures.period().kind();
        if (!figures.running() || kind != PeriodKind.DAY && kind != PeriodKind.HOUR) {
            return figures.missingSeconds() > 0 ? words.get("mean.gaps", Dates.duration(figures.totals().coveredSeconds())) : "";
        }
        long first = Math.max(figures.period().start().toEpochSecond(), figures.first().orElse(Long.MIN_VALUE));
        return words.dates().times(Instant.ofEpochSecond(first).atZone(context.zone()).toLocalTime(),
                figures.now().toLocalTime());
    }

    private String moment(PeriodKind kind, Extreme extreme) {
        return words.moment(kind, Instant.ofEpochSecond(extreme.epochSecond()).atZone(context.zone()));
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
