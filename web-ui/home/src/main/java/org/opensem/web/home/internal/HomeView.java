package org.opensem.web.home.internal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.web.Asset;
import org.opensem.web.Unit;
import org.opensem.web.ViewContext;
import org.opensem.web.component.Segments;
import org.opensem.web.component.ViewHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Home: how much, when, of what, and what it costs (H1–H6). What is shown follows the URL; figures are renewed in place while
 * they can grow, and so are the panels, which other bundles may bring and take.
 */
final class HomeView extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(HomeView.class);
    private static final Asset STYLE = Asset.of(HomeView.class, "home/home.css");
    private static final int REFRESH_SECONDS = 10;

    private final Source source;
    private final ViewContext context;
    private final Words words;
    private final Function<Runnable, Registration> ticker;
    private final Reader reader;
    private final ViewHead head;
    private final Segments<PeriodKind> periods;
    private final Segments<Unit> units;
    private final Notes notes;
    private final Board board;
    private volatile Place place;
    private volatile long shownAt = Long.MIN_VALUE;
    private volatile boolean stale;
    private Shot shown;
    private Registration ticking;

    /** @param ticker runs something every second on a thread of the bundle until it is closed */
    HomeView(Source source, PanelRegistry registry, ViewContext context, Function<Runnable, Registration> ticker) {
        this.source = source;
        this.context = context;
        this.ticker = ticker;
        reader = new Reader(source);
        words = new Words(context.locale());
        place = Place.of(context.state(), context.zone());
        addClassName("home-view");
        head = new ViewHead(words.get("title")).calendar(context.locale(), () -> go(place.at(period().previous(), source.now())),
                this::ahead, day -> go(place.pick(day, source.now())));
        periods = new Segments<>(words.get("period"), kinds(), segment(place.kind()), kind -> {
            if (kind != null) {
                go(place.change(kind, source.now()));
            }
        });
        units = new Segments<>(words.get("unit"), Unit.labels(source.currency().orElse(null), context.locale()), unit(),
                this::choose);
        head.right(periods, units);
        notes = new Notes(words, context);
        board = new Board(registry, context, words, place, new Navigation());
        Div grow = new Div();
        grow.addClassName("grow");
        Div tools = new Div(board.choice().above(), grow, notes.line());
        tools.addClassName("tools");
        add(head, tools, notes.say(), board, board.choice().foot());
        source.newest().ifPresent(board::live);
        context.onState(state -> arrive(Place.of(state, context.zone())));
        context.onLive(board::live);
        load();
    }

    private final class Navigation implements HostedPanel.Navigation {
        @Override
        public void show(Period period) {
            if (!period.start().isAfter(source.now())) {
                HomeView.this.go(place.at(period, source.now()));
            }
        }

        @Override
        public void go(String panel, Map<String, String> state) {
            HomeView.this.go(place.with(panel, state));
        }
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

    /** What the URL says, else what this browser remembers, else cost. */
    private Unit unit() {
        return place.unit().or(() -> Unit.named(context.preference(Unit.NAME, Unit.COST.key()))).orElse(Unit.COST);
    }

    private void choose(Unit unit) {
        context.remember(Unit.NAME, unit.key());
        go(place.in(unit));
    }

    private void ahead() {
        Period next = period().next();
        if (!next.start().isAfter(source.now())) {
            go(place.at(next, source.now()));
        }
    }

    private void go(Place to) {
        context.go(to.state());
    }

    private void arrive(Place to) {
        place = to;
        periods.setValue(segment(to.kind()));
        units.setValue(unit());
        board.arrive(to);
        load();
    }

    /** Loads and shows at once: somebody has asked for it. */
    private void load() {
        reader.read(place).ifPresentOrElse(this::show, this::showAway);
    }

    private void show(Shot shot) {
        showCurrency(shot.currency());
        shown = shot;
        stale = shot.moneyStays();
        shownAt = shot.figures().now().toEpochSecond();
        showHead(shot.figures().period(), shot.figures().now());
        board.setVisible(!shot.figures().empty());
        board.show(shot.in(unit()));
        notes.show(shot);
    }

    private void showHead(Period period, ZonedDateTime now) {
        head.setTitle(words.title(period), words.briefTitle(period));
        head.setDay(period.start().toLocalDate(), now.toLocalDate(), !period.end().isAfter(now));
    }

    private void showCurrency(Optional<Currency> currency) {
        if (shown == null || !shown.currency().equals(currency)) {
            currency.ifPresent(known -> units.relabel(Unit.labels(known, context.locale())));
        }
    }

    private void showAway() {
        stale = true;
        if (shown == null) {
            showHead(period(), source.now());
            board.setVisible(false);
        }
        notes.showAway(shown != null);
    }

    /** Every second, on the bundle's thread: reads there, so that a slow answer holds up no page. */
    private void tick(UI ui) {
        ZonedDateTime now = source.now();
        long second = now.toEpochSecond();
        boolean due = stale || second < shownAt || second - shownAt >= REFRESH_SECONDS;
        if (!due && !board.isOutdated()) {
            return;
        }
        Place at = place;
        Optional<Shot> shot = due ? reader.read(at) : Optional.empty();
        try {
            ui.access(() -> {
                if (board.isOutdated()) {
                    board.renew();
                }
                if (due && at.equals(place)) {
                    shot.ifPresentOrElse(this::show, this::showAway);
                }
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
