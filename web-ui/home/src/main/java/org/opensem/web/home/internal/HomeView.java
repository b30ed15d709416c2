package org.opensem.web.home.internal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.metering.Sample;
import org.opensem.web.Asset;
import org.opensem.web.ViewContext;
import org.opensem.web.component.Segments;
import org.opensem.web.component.ViewHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Home: how much, when, of what (H1–H4). What is shown follows the URL; figures are renewed in place while they can grow. */
final class HomeView extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(HomeView.class);
    private static final Asset STYLE = Asset.of(HomeView.class, "home/home.css");
    private static final int REFRESH_SECONDS = 10;

    private final Source source;
    private final ViewContext context;
    private final Words words;
    private final Function<Runnable, Registration> ticker;
    private final Gaps gaps = new Gaps();
    private final ViewHead head;
    private final Segments<PeriodKind> periods;
    private final Notes notes;
    private final OverviewPanel overview;
    private final HistoryPanel history;
    private final UsePanel use;
    private final PanelChoice panels;
    private volatile Place place;
    private volatile long shownAt = Long.MIN_VALUE;
    private volatile boolean stale;
    private Snapshot shown;
    private Registration ticking;

    /** @param ticker runs something every second on a thread of the bundle until it is closed */
    HomeView(Source source, ViewContext context, Function<Runnable, Registration> ticker) {
        this.source = source;
        this.context = context;
        this.ticker = ticker;
        words = new Words(context.locale());
        place = Place.of(context.state(), context.zone());
        addClassName("home-view");
        head = new ViewHead(words.get("title")).calendar(context.locale(), this::back, this::ahead,
                day -> go(Place.pick(place.kind(), day, source.now())));
        periods = new Segments<>(words.get("period"), kinds(), segment(place.kind()), kind -> {
            if (kind != null) {
                go(Place.change(period(), kind, source.now()));
            }
        });
        head.right(periods);
        notes = new Notes(words);
        overview = new OverviewPanel(words, context.zone());
        history = new HistoryPanel(words, this::go);
        use = new UsePanel(words);
        panels = new PanelChoice(words, context, Map.of(PanelChoice.OVERVIEW, overview.panel(),
                PanelChoice.HISTORY, history.panel(), PanelChoice.USE, use.panel()));
        Div grow = new Div();
        grow.addClassName("grow");
        Div tools = new Div(panels.chips(), grow, notes.line());
        tools.addClassName("tools");
        add(head, tools, notes.banner(), notes.say(), panels.grid());
        overview.start(source.now());
        source.newest().ifPresent(overview::show);
        context.onState(state -> arrive(Place.of(state, context.zone())));
        context.onLive(this::live);
        load();
    }

    private SequencedMap<PeriodKind, String> kinds() {
        SequencedMap<PeriodKind, String> kinds = new TreeMap<>();
        for (PeriodKind kind : PeriodKind.values()) {
            if (kind != PeriodKind.HOUR) {
                kinds.put(kind, words.get("period." + kind));
            }
        }
        return kinds;
    }

    /** An hour is reached by a click on a bar; none of the segments stands for it. */
    private static PeriodKind segment(PeriodKind kind) {
        return kind == PeriodKind.HOUR ? null : kind;
    }

    private Period period() {
        return place.period(source.now());
    }

    private void back() {
        go(Place.at(period().previous(), source.now()));
    }

    private void ahead() {
        Period next = period().next();
        if (!next.start().isAfter(source.now())) {
            go(Place.at(next, source.now()));
        }
    }

    private void go(Place to) {
        context.go(to.state());
    }

    private void arrive(Place to) {
        place = to;
        periods.setValue(segment(to.kind()));
        load();
    }

    private void live(Sample sample) {
        overview.show(sample);
    }

    /** Loads and shows at once: somebody has asked for it. */
    private void load() {
        read(place).ifPresentOrElse(this::show, this::showAway);
    }

    /** Reads without touching the page; empty while the figures' service is away. */
    private Optional<Snapshot> read(Place at) {
        Optional<EnergyService> energy = source.energy();
        if (energy.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Snapshot.of(at.period(source.now()), source, energy.get(), gaps));
        } catch (RuntimeException e) {
            // Its store or the database is being updated under it; the next tick asks again.
            LOG.debug("The figures of {} are not to be had now", at, e);
            return Optional.empty();
        }
    }

    private void show(Snapshot shot) {
        shown = shot;
        stale = false;
        shownAt = shot.now().toEpochSecond();
        Period period = shot.period();
        head.setTitle(words.title(period), words.briefTitle(period));
        head.setDay(period.start().toLocalDate(), shot.now().toLocalDate(), !period.end().isAfter(shot.now()));
        overview.show(shot);
        history.show(shot);
        use.show(shot);
        panels.grid().setVisible(!shot.empty());
        notes.show(shot);
        watchMeter(shot.now());
    }

    private void showAway() {
        stale = true;
        if (shown == null) {
            head.setTitle(words.title(period()), words.briefTitle(period()));
            head.setDay(period().start().toLocalDate(), source.now().toLocalDate(), false);
            panels.grid().setVisible(false);
            notes.showAway(false);
        } else {
            notes.showAway(true);
        }
    }

    private void watchMeter(ZonedDateTime now) {
        Silence silence = Silence.of(source, now);
        overview.silent(silence.quiet() ? silence.since(words, now) : "");
        notes.showSilence(silence.quiet() ? silence.text(words, now) : "");
    }

    /** Every second, on the bundle's thread: reads there, so that a slow answer holds up no page. */
    private void tick(UI ui) {
        ZonedDateTime now = source.now();
        long second = now.toEpochSecond();
        boolean due = stale || second < shownAt || second - shownAt >= REFRESH_SECONDS;
        if (!due) {
            return;
        }
        Place at = place;
        Optional<Snapshot> shot = read(at);
        try {
            ui.access(() -> {
                if (!at.equals(place)) {
                    return;
                }
                shot.ifPresentOrElse(this::show, this::showAway);
                watchMeter(now);
            });
        } catch (UIDetachedException e) {
            LOG.trace("The page has gone", e);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        STYLE.loadStyleSheet(event.getUI());
        UI ui = event.getUI();
        ticking = ticker.apply(() -> tick(ui));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        ticking.remove();
    }
}
