package org.opensem.web.comparison.internal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Currency;
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
import org.opensem.web.component.PeriodPicker;
import org.opensem.web.component.Segments;
import org.opensem.web.component.ViewHead;

/** A period beside another one (V1, V2). What is shown follows the URL; figures are renewed in place. */
final class ComparisonView extends Div implements Refresh.Page<Shot> {
    private static final Asset STYLE = Asset.of(ComparisonView.class, "comparison/comparison.css");
    private static final int REFRESH_SECONDS = 5;

    private final Source source;
    private final ViewContext context;
    private final Words words;
    private final Segments<PeriodKind> kinds;
    private final Segments<Unit> units;
    private final PeriodPicker period;
    private final PeriodPicker against;
    private final Hints hints;
    private final DifferenceBox difference;
    private final BarsPanel bars;
    private final Analysis analysis;
    private final Refresh<Shot> refresh;
    private volatile Place place;
    private Shot shown;

    /** @param ticker runs something every second on a thread of the bundle until it is closed */
    ComparisonView(Source source, ViewContext context, Function<Runnable, Registration> ticker) {
        this.source = source;
        this.context = context;
        words = new Words(context.locale());
        place = Place.of(context.state(), context.zone());
        addClassName("comparison-view");
        kinds = new Segments<>(words.get("period"), kindTexts(), segment(place.kind()), kind -> {
            if (kind != null) {
                go(place.change(kind, now()));
            }
        });
        units = new Segments<>(words.get("unit"), Unit.labels(null, context.locale()), unit(), this::choose);
        period = new PeriodPicker(words.get("period"), "actual", context.locale(), turning(true), day -> pick(day, true));
        against = new PeriodPicker(words.get("against"), "comparison", context.locale(), turning(false), day -> pick(day, false));
        difference = new DifferenceBox(words);
        Div picks = new Div(period, against, difference);
        picks.addClassName("picks");
        hints = new Hints(words, context);
        bars = new BarsPanel(words, this::open);
        analysis = new Analysis(words);
        CatchUp catchUp = new CatchUp(context.locale(), source::energy);
        ViewHead head = new ViewHead(words.get("title")).right(kinds, units);
        head.add(catchUp);
        add(head, picks, hints.banner(), hints.panel(), bars.panel(), analysis.panel());
        refresh = new Refresh<>(this, ticker, () -> source.now().getEpochSecond(), this).telling(catchUp);
        context.onState(state -> arrive(Place.of(state, context.zone())));
        refresh.now();
    }

    private SequencedMap<PeriodKind, String> kindTexts() {
        SequencedMap<PeriodKind, String> texts = new TreeMap<>();
        for (PeriodKind kind : PeriodKind.values()) {
            if (kind != PeriodKind.HOUR) {
                texts.put(kind, words.get("period." + kind));
            }
        }
        return texts;
    }

    /** An hour is reached by a click on a bar; none of the segments stands for it. */
    private static PeriodKind segment(PeriodKind kind) {
        return kind == PeriodKind.HOUR ? null : kind;
    }

    private ZonedDateTime now() {
        return source.now().atZone(context.zone());
    }

    /** What the URL says, else what this browser remembers, else cost. */
    private Unit unit() {
        return place.unit().or(() -> Unit.named(context.preference(Unit.NAME, Unit.COST.key()))).orElse(Unit.COST);
    }

    private void choose(Unit unit) {
        context.remember(Unit.NAME, unit.key());
        go(place.in(unit));
    }

    private PeriodPicker.Turn turning(boolean first) {
        return new PeriodPicker.Turn() {
            @Override
            public void back() {
                turn(first, (first ? place.period(now()) : place.comparison(now())).previous());
            }

            @Override
            public void ahead() {
                turn(first, (first ? place.period(now()) : place.comparison(now())).next());
            }
        };
    }

    private void turn(boolean first, Period to) {
        ZonedDateTime now = now();
        if (!to.start().isAfter(now)) {
            go(first ? place.at(to, now) : place.against(to, now));
        }
    }

    private void pick(LocalDate day, boolean first) {
        Period picked = place.pick(day, context.zone());
        turn(first, picked);
    }

    private void open(int index) {
        if (shown != null && bars.opens(index)) {
            go(place.open(shown.period().bucket(index).span().start(), shown.against().bucket(index).span().start(), now()));
        }
    }

    private void go(Place to) {
        context.go(to.state());
    }

    private void arrive(Place to) {
        place = to;
        kinds.setValue(segment(to.kind()));
        units.setValue(unit());
        refresh.now();
    }

    @Override
    public boolean isDue(long seconds) {
        return seconds >= REFRESH_SECONDS;
    }

    @Override
    public Optional<Shot> read() {
        return source.energy().map(energy -> Shot.of(place, now(), source, energy));
    }

    @Override
    public void show(Shot shot) {
        ZonedDateTime now = shot.period().now();
        showPicks(now);
        // While prices are away for a moment, the last figures with their money stay.
        boolean moneyStays = shot.moneyAway() && shown != null && shown.currency().isPresent() && shown.sameAs(shot);
        if (moneyStays) {
            refresh.again();
        }
        Optional<Currency> before = shown == null ? Optional.empty() : shown.currency();
        if (!moneyStays) {
            shown = shot;
        }
        if (!shown.currency().equals(before)) {
            units.relabel(Unit.labels(shown.currency().orElse(null), context.locale()));
        }
        hints.show(shown, unit(), moneyStays);
        Unit unit = shown.shown(unit());
        setShown(!shown.empty());
        if (!shown.empty()) {
            difference.show(shown, unit);
            bars.show(shown, unit, hints.remark());
            analysis.show(shown, unit);
        }
    }

    private void setShown(boolean figures) {
        difference.setVisible(figures);
        bars.panel().setVisible(figures);
        analysis.panel().setVisible(figures);
    }

    private void showPicks(ZonedDateTime now) {
        Period one = place.period(now);
        Period two = place.comparison(now);
        boolean current = Period.of(one.kind(), now).equals(one);
        period.show(current ? words.get("period.now." + one.kind()) : words.get("period"), words.name(one));
        period.setDay(one.start().toLocalDate(), now.toLocalDate(), !one.end().isAfter(now));
        against.show(words.get("against"), words.name(two));
        against.setDay(two.start().toLocalDate(), now.toLocalDate(), !two.end().isAfter(now));
    }

    @Override
    public void showAway() {
        if (shown == null) {
            showPicks(now());
            setShown(false);
        }
        hints.showAway(shown != null);
        bars.remark(hints.remark());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        STYLE.loadStyleSheet(event.getUI());
    }
}
