package org.opensem.web.graph.internal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.opensem.metering.Sample;
import org.opensem.web.Asset;
import org.opensem.language.Dates;
import org.opensem.web.Refresh;
import org.opensem.web.ViewContext;
import org.opensem.web.chart.Chart;
import org.opensem.web.chart.PowerCurve;
import org.opensem.web.chart.PowerCurve.Phases;
import org.opensem.web.component.IconButton;
import org.opensem.web.component.Panel;
import org.opensem.web.component.Segments;
import org.opensem.web.component.ViewHead;
import org.opensem.web.graph.internal.Place.Window;

/** The power curve of a day, its window and what the window holds (G1–G3). The curve fetches its own data. */
final class GraphView extends Div implements Refresh.Page<GraphView.News> {
    private static final Asset STYLE = Asset.of(GraphView.class, "graph/graph.css");
    private static final int REFRESH_SECONDS = 10;
    /** What is younger may still be on its way through the store. */
    private static final int SETTLE_SECONDS = 20;

    private final Source source;
    private final ViewContext context;
    private final Words words;
    private final ViewHead head;
    private final Segments<Phases> phases;
    private final Checkbox live;
    private final Span gapNote = new Span();
    private final Span gapText = new Span();
    private final Chart chart = new Chart();
    private final Panel power;
    private final Legend legend;
    private final SidePanel side;
    private final Marking marking;
    private final Blank blank;
    private final Refresh<News> refresh;
    private volatile Place place;
    private volatile PowerCurve curve;
    private Place mine;
    private int step;
    private volatile boolean away;

    /**
     * What there is a second later.
     *
     * @param anotherDay whether the day to be shown is another than the curve's
     * @param anotherCurve whether its first second or what is marked invalid is another
     * @param figures of the elapsed part of the window; empty while they are not to be had
     */
    record News(ZonedDateTime now, boolean anotherDay, boolean anotherCurve, Window elapsed, Optional<WindowFigures> figures) {}

    /** @param ticker runs something every second on a thread of the bundle until it is removed */
    GraphView(Source source, ViewContext context, Function<Runnable, Registration> ticker) {
        this.source = source;
        this.context = context;
        words = new Words(context.locale());
        place = Place.of(context.state());
        addClassName("graph-view");
        head = new ViewHead(words.get("title")).calendar(context.locale(), () -> turn(-1), () -> turn(1),
                day -> context.go(place.on(day, today()).state()));
        phases = new Segments<>(words.get("phase"), choices(), place.phases(), chosen -> context.go(place.with(chosen).state()));
        live = new Checkbox(words.get("live"), place.live());
        live.addClassName("switch");
        live.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                context.go(place.live(event.getValue()).state());
            }
        });
        legend = new Legend(words);
        Div plot = new Div(chart);
        plot.addClassName("plot");
        power = new Panel("power", words.get("power")).aside(legend.above()).body(plot, legend.below());
        power.onTable(words.get("asTable"), this::toggleTable);
        side = new SidePanel(words, context::zone);
        Div beside = new Div();
        beside.addClassName("beside");
        marking = new Marking(words, source, context, new MarkingPage(), beside, side);
        Div grid = new Div(power, beside);
        grid.addClassName("graph");
        add(head, tools(), grid);
        chart.onWindow(this::moved);
        chart.onStep(seconds -> {
            step = seconds;
            showLegend();
        });
        blank = new Blank(words, context);
        add(blank.panel());
        refresh = new Refresh<>(this, ticker, () -> source.now().toEpochSecond(), this);
        context.onState(state -> arrive(Place.of(state)));
        context.onLive(this::onSample);
        show();
        source.newest().ifPresent(chart::append);
    }

    private Div tools() {
        Span hatch = new Span();
        hatch.addClassName("hatch");
        gapNote.addClassNames("note", "gapnote");
        gapNote.add(hatch, gapText);
        gapNote.setVisible(false);
        Div grow = new Div();
        grow.addClassName("grow");
        Div tools = new Div(phases, live, grow, gapNote, new IconButton("reset", words.get("whole"), this::whole));
        tools.addClassName("tools");
        return tools;
    }

    private SequencedMap<Phases, String> choices() {
        SequencedMap<Phases, String> choices = new TreeMap<>();
        choices.put(Phases.SUM, words.get("phase.sum"));
        choices.put(Phases.L1, "L1");
        choices.put(Phases.L2, "L2");
        choices.put(Phases.L3, "L3");
        choices.put(Phases.EACH, words.get("phase.each"));
        return choices;
    }

    private LocalDate today() {
        return source.now().toLocalDate();
    }

    private void turn(int days) {
        LocalDate day = place.day(today(), context.zone()).plusDays(days);
        if (!day.isAfter(today())) {
            context.go(place.on(day, today()).state());
        }
    }

    private void whole() {
        if (place.live() || place.window().isPresent()) {
            Window day = new Window(curve.dayFrom(), curve.dayTo());
            context.go(place.zoomed(day, day, Place.day(day.from(), context.zone()), today()).state());
        }
    }

    private void toggleTable() {
        chart.showTable(!chart.isTableShown());
        power.setTableShown(chart.isTableShown());
    }

    /** The user has moved the window in the chart, which shows it already. */
    private void moved(long from, long to) {
        if (from >= to) {
            return;
        }
        Window day = new Window(curve.dayFrom(), curve.dayTo());
        Place next = place.zoomed(new Window(from, to), day, Place.day(day.from(), context.zone()), today());
        mine = next;
        context.go(next.state());
    }

    private void arrive(Place next) {
        boolean ofChart = next.equals(mine);
        mine = null;
        boolean sameWindow = ofChart || next.window().equals(place.window()) && next.date().equals(place.date())
                && next.live() == place.live();
        place = next;
        phases.setValue(next.phases());
        live.setValue(next.live());
        show(sameWindow ? curve.serial() : curve.serial() + 1);
    }

    private void show() {
        show(1);
    }

    private void show(int serial) {
        // Before the first read: what is read after a no holds everything.
        away = source.away();
        ZonedDateTime now = source.now();
        LocalDate day = place.day(now.toLocalDate(), context.zone());
        PowerCurve whole = PowerCurve.ofDay(context.locale(), day, context.zone(), now.toEpochSecond());
        Window shown = place.shown(whole.dayFrom(), whole.dayTo());
        OptionalLong first = source.first(new Window(whole.dayFrom(), whole.dayTo()));
        marking.read();
        curve = whole.withPhase(place.phases()).withLive(place.live()).withWindow(shown.from(), shown.to(), serial)
                .withFirst(first.isPresent() ? first.getAsLong() : null)
                .withInvalid(marking.shades(whole.dayFrom(), whole.dayTo()))
                .withProposed(place.marking() && curve != null ? curve.proposed() : null);
        chart.show(curve);
        power.setTitle(words.get(place.live() ? "power.live" : "power"));
        head.setTitle(words.dates().full(day), words.dates().brief(day));
        head.setDay(day, now.toLocalDate(), day.isBefore(now.toLocalDate()));
        showLegend();
        marking.show(place, day, place.window().map(window -> shown).filter(window -> !curve.whole()));
        Window elapsed = elapsed(now);
        showFigures(elapsed, source.figures(elapsed, place.phases()), now);
    }

    private void showLegend() {
        Window shown = new Window(curve.from(), curve.to());
        boolean invalid = curve.invalid().stream().anyMatch(mark -> mark.to() > shown.from() && mark.from() < shown.to());
        legend.show(place.phases(), step, invalid);
    }

    /** The window's part that is over; a second of it where none is. */
    private Window elapsed(ZonedDateTime now) {
        long end = now.toEpochSecond() + 1;
        if (place.live()) {
            return new Window(end - PowerCurve.LIVE_SECONDS, end);
        }
        PowerCurve shown = curve;
        Window window = place.shown(shown.dayFrom(), shown.dayTo());
        return new Window(window.from(), Math.max(window.from() + 1, Math.min(window.to(), end)));
    }

    private void showFigures(Window elapsed, Optional<WindowFigures> figures, ZonedDateTime now) {
        if (away != source.away()) {
            away = !away;
            if (!away) {
                show(curve.serial());
                return;
            }
        }
        setClassName("blank", blank.show(curve, now, source.newest()));
        refresh.shown();
        if (figures.isEmpty()) {
            // The last ones stay.
            refresh.again();
        }
        if (away) {
            gapNote.setVisible(true);
            gapText.setText(words.get("away"));
        }
        if (figures.isEmpty() || away) {
            figures.ifPresent(known -> side.show(elapsed, known));
            return;
        }
        side.show(elapsed, figures.get());
        long first = curve.first() == null ? elapsed.from() : Math.max(curve.first(), elapsed.from());
        long settled = Math.min(elapsed.to(), now.toEpochSecond() - SETTLE_SECONDS);
        long marked = marking.seconds(first, settled);
        long missing = settled - first - marked - figures.get().coveredSeconds();
        gapNote.setVisible(missing > 0);
        gapText.setText(missing > 0 ? words.get("gap.sum", Dates.duration(missing)) : "");
    }

    private void onSample(Sample sample) {
        chart.append(sample);
    }

    @Override
    public boolean isDue(long seconds) {
        ZonedDateTime now = source.now();
        boolean grows = elapsed(now).to() > now.toEpochSecond();
        boolean back = away && !source.away();
        return grows && seconds >= (place.live() ? 1 : REFRESH_SECONDS) || isAnotherDay(now) || back || marking.isOld();
    }

    /** Today is another one, or the day begins at another second, since another zone has been chosen. */
    private boolean isAnotherDay(ZonedDateTime now) {
        ZoneId zone = context.zone();
        return curve.dayFrom() != place.day(now.toLocalDate(), zone).atStartOfDay(zone).toEpochSecond();
    }

    @Override
    public Optional<News> read() {
        ZonedDateTime now = source.now();
        PowerCurve shown = curve;
        boolean begun = shown.first() != null
                && !OptionalLong.of(shown.first()).equals(source.first(new Window(shown.dayFrom(), shown.dayTo())));
        Window elapsed = elapsed(now);
        return Optional.of(new News(now, isAnotherDay(now), begun || marking.isOld(), elapsed,
                source.figures(elapsed, place.phases())));
    }

    @Override
    public void show(News news) {
        if (news.anotherDay()) {
            show(curve.serial() + 1);
        } else if (news.anotherCurve()) {
            show(curve.serial());
        } else {
            showFigures(news.elapsed(), news.figures(), news.now());
        }
    }

    @Override
    public void showAway() {
        // The last curve and figures stay; the source tells by itself what is away.
    }

    @Override
    protected void onAttach(AttachEvent event) {
        STYLE.loadStyleSheet(event.getUI());
    }

    /** What marking does to this page. */
    private final class MarkingPage implements Marking.Page {

        @Override
        public Place place() {
            return place;
        }

        @Override
        public void goOn(Place to) {
            context.go(to.state());
        }

        @Override
        public void drawAgain() {
            show(curve.serial());
        }

        @Override
        public void propose(Optional<Window> stretch) {
            curve = curve.withProposed(stretch.map(s -> new PowerCurve.Shade(s.from(), s.to(), "")).orElse(null));
            chart.show(curve);
        }
    }
}
