package org.opensem.web.home.internal;

import com.vaadin.flow.component.AttachEvent;
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
import org.opensem.web.CatchUp;
import org.opensem.web.Refresh;
import org.opensem.web.Unit;
import org.opensem.web.ViewContext;
import org.opensem.web.component.Segments;
import org.opensem.web.component.ViewHead;

/**
 * Home: how much, when, of what, and what it costs (H1–H6). What is shown follows the URL; figures are renewed in place while
 * they can grow, and so are the panels, which other bundles may bring and take.
 */
final class HomeView extends Div implements Refresh.Page<Shot> {
    private static final Asset STYLE = Asset.of(HomeView.class, "home/home.css");
    private static final int REFRESH_SECONDS = 10;

    private final Source source;
    private final ViewContext context;
    private final Words words;
    private final Reader reader;
    private final ViewHead head;
    private final Segments<PeriodKind> periods;
    private final Segments<Unit> units;
    private final Notes notes;
    private final Board board;
    private final Refresh<Shot> refresh;
    private volatile Place place;
    private Shot shown;

    /** @param ticker runs something every second on a thread of the bundle until it is closed */
    HomeView(Source source, PanelRegistry registry, ViewContext context, Function<Runnable, Registration> ticker) {
        this.source = source;
        this.context = context;
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
        CatchUp catchUp = new CatchUp(context.locale(), source::energy);
        head.add(catchUp);
        notes = new Notes(words, context);
        board = new Board(registry, context, words, place, new Navigation());
        Div grow = new Div();
        grow.addClassName("grow");
        Div tools = new Div(board.choice().above(), grow, notes.line());
        tools.addClassName("tools");
        add(head, tools, notes.say(), board, board.choice().foot());
        refresh = new Refresh<>(this, ticker, () -> source.now().toEpochSecond(), this).telling(catchUp);
        source.newest().ifPresent(board::live);
        context.onState(state -> arrive(Place.of(state, context.zone())));
        context.onLive(board::live);
        refresh.now();
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
        refresh.now();
    }

    @Override
    public boolean isDue(long seconds) {
        return seconds >= REFRESH_SECONDS || board.isOutdated();
    }

    @Override
    public Optional<Shot> read() {
        return reader.read(place);
    }

    @Override
    public void show(Shot shot) {
        renewBoard();
        showCurrency(shot.currency());
        shown = shot;
        if (shot.moneyStays()) {
            refresh.again();
        }
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

    @Override
    public void showAway() {
        renewBoard();
        if (shown == null) {
            showHead(period(), source.now());
            board.setVisible(false);
        }
        notes.showAway(shown != null);
    }

    private void renewBoard() {
        if (board.isOutdated()) {
            board.renew();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        STYLE.loadStyleSheet(event.getUI());
    }
}
