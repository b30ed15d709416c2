package org.opensem.examples.standby;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.DoubleSupplier;
import java.util.function.LongFunction;
import org.opensem.metering.Phase;
import org.opensem.metering.Sample;
import org.opensem.web.Asset;
import org.opensem.language.Formats;
import org.opensem.language.Translations;
import org.opensem.web.ViewContext;
import org.opensem.web.component.Figure;
import org.opensem.web.component.Panel;
import org.opensem.web.component.Segments;
import org.opensem.web.component.ViewHead;

/** Shows the lowest power of the last minutes, and on which phase it runs. How many minutes stands in the address. */
final class StandbyView extends Div {
    private static final Asset STYLE = Asset.of(StandbyView.class, "standby/standby.css");
    private static final String MINUTES = "minutes";

    private final ViewContext context;
    private final LongFunction<List<Sample>> samples;
    private final DoubleSupplier alertWatts;
    private final Translations texts;
    private final Figure lowest = Figure.sized("fig");
    private final Figure mean = Figure.sized("fig");
    private final Figure year = Figure.sized("fig");
    private final Figure time = Figure.sized("fig");
    private final Map<Phase, Figure> phases = new EnumMap<>(Phase.class);
    private final Map<Phase, Div> bars = new EnumMap<>(Phase.class);
    private final Paragraph advice = new Paragraph();
    private final Paragraph hint = new Paragraph();
    private final Segments<Integer> choice;
    private long newest;

    /**
     * @param samples gives the samples in memory from a second on
     * @param alertWatts above so many watts there is a hint
     */
    StandbyView(ViewContext context, LongFunction<List<Sample>> samples, DoubleSupplier alertWatts) {
        this.context = context;
        this.samples = samples;
        this.alertWatts = alertWatts;
        this.texts = Translations.of(StandbyView.class, context.locale());
        this.choice = choice();
        addClassName("standby");
        Span origin = new Span(texts.get("origin"));
        origin.addClassName("origin");
        add(new ViewHead(texts.get("title")).beside(origin).right(choice), figures(), phasePanel());
        context.onState(state -> {
            choice.setValue(minutes());
            show();
        });
        context.onLive(sample -> {
            newest = sample.epochSecond();
            show();
        });
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        STYLE.loadStyleSheet(event.getUI());
    }

    private Segments<Integer> choice() {
        SequencedMap<Integer, String> options = new LinkedHashMap<>();
        for (int minutes : List.of(1, 5, Standby.MOST_MINUTES)) {
            options.put(minutes, texts.get("minutes", minutes));
        }
        return new Segments<>(texts.get("span"), options, minutes(),
                minutes -> context.go(Map.of(MINUTES, Integer.toString(minutes))));
    }

    /** What the address says, if it says something sensible. */
    private int minutes() {
        return switch (context.state().getOrDefault(MINUTES, "")) {
            case "1" -> 1;
            case "5" -> 5;
            default -> Standby.MOST_MINUTES;
        };
    }

    private Div figures() {
        Div row = new Div(figure("lowest", lowest), figure("time", time), figure("mean", mean), figure("year", year));
        row.addClassNames("card", "figs");
        return row;
    }

    private Div figure(String key, Figure figure) {
        Div label = new Div(texts.get(key));
        label.addClassName("lab");
        return new Div(label, figure);
    }

    private Panel phasePanel() {
        Div rows = new Div();
        rows.addClassName("phases");
        for (Phase phase : Phase.values()) {
            Span dot = new Span();
            dot.addClassName("dot");
            Div bar = new Div();
            Div track = new Div(bar);
            track.addClassName("meter");
            Figure figure = new Figure();
            Div row = new Div(new Span(dot, new Span(phase.name())), figure, track);
            row.getStyle().set("--c", "var(--sem-" + phase.name().toLowerCase(Locale.ROOT) + ")");
            phases.put(phase, figure);
            bars.put(phase, bar);
            rows.add(row);
        }
        Panel panel = new Panel("standby", texts.get("phases")).body(rows, hint, advice);
        if (context.hasView("settings")) {
            panel.body(new Div(new Button(texts.get("alert.set"),
                    event -> context.open("settings", Map.of("section", StandbySettings.GROUP)))));
        }
        return panel;
    }

    private void show() {
        Optional<Standby.Result> result = Standby.of(samples.apply(newest == 0 ? 0 : newest - 60L * minutes() + 1));
        if (result.isPresent()) {
            show(result.get());
        } else {
            List.of(lowest, time, mean, year).forEach(Figure::clear);
            phases.values().forEach(Figure::clear);
            hint.setText("");
            advice.setText(texts.get("none"));
        }
    }

    private void show(Standby.Result result) {
        Formats formats = context.formats();
        lowest.set(formats.power(result.watts()));
        mean.set(formats.power(result.meanWatts()));
        year.set(formats.energy(result.yearKilowattHours()));
        LocalTime at = result.lowest().time().atZone(context.zone()).toLocalTime();
        time.text(formats.dates().timeWithSeconds(at));
        boolean told = result.lowest().hasPhases();
        for (Phase phase : Phase.values()) {
            double watts = result.watts(phase);
            if (told) {
                phases.get(phase).set(formats.power(watts));
            } else {
                phases.get(phase).clear();
            }
            double share = result.watts() > 0 ? Math.clamp(watts / result.watts(), 0, 1) : 0;
            bars.get(phase).setWidth(Math.round(share * 100) + "%");
        }
        boolean above = result.watts() > alertWatts.getAsDouble();
        hint.setText(texts.get(above ? "alert.above" : "alert.below", formats.power(alertWatts.getAsDouble())));
        hint.setClassName("warn", above);
        advice.setText(texts.get("advice", formats.number(result.seconds(), 0)));
    }
}
