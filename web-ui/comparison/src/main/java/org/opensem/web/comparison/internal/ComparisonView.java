package org.opensem.web.comparison.internal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.web.Asset;
import org.opensem.web.Unit;
import org.opensem.web.ViewContext;
import org.opensem.web.component.PeriodPicker;
import org.opensem.web.component.Segments;
import org.opensem.web.component.ViewHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A period beside another one (V1, V2). What is shown follows the URL; figures are renewed in place. */
final class ComparisonView extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(ComparisonView.class);
    private static final Asset STYLE = Asset.of(ComparisonView.class, "comparison/comparison.css");
    private static final int REFRESH_SECONDS = 5;

    private final Source source;
    private final ViewContext context;
    private final Words words;
    private final Function<Runnable, Registration> ticker;
    private final Segments<PeriodKind> kinds;
    private final Segments<Unit> units;
    private final PeriodPicker period;
    private final PeriodPicker against;
    private final Hints hints;
    private final DifferenceBox difference;
    private final BarsPanel bars;
    private final Analysis analysis;
    private volatile Place place;
    private volatile long shownAt = Long.MIN_VALUE;
    private volatile boolean stale;
    private Shot shown;
    private Registration ticking;

    /** @param ticker runs something every second on a thread of the bundle until it is closed */
    ComparisonView(Source source, ViewContext context, Function<Runnable, Registration> ticker) {
        this.source = source;
        this.context = context;
        this.ticker = ticker;
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
        add(new ViewHead(words.get("title")).right(kinds, units), picks, hints.banner(), hints.panel(), bars.panel(),
                analysis.panel());
        context.onState(state -> arrive(Place.of(state, context.zone())));
        load();
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
        load();
    }

    /** Loads and shows at once: somebody has asked for it. */
    private void load() {
        read(place).ifPresentOrElse(this::show, this::showAway);
    }

    /** Reads without touching the page; empty while the figures' service is away. */
    private Optional<Shot> read(Place at) {
        Optional<EnergyService> energy = source.energy();
        if (energy.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Shot.of(at, now(), source, energy.get()));
        } catch (RuntimeException e) {
            // What it reads from is being updated under it; the next tick asks again.
            LOG.debug("The figures of {} are not to be had now", at, e);
            return Optional.empty();
        }
    }

    private void show(Shot shot) {
        ZonedDateTime now = shot.period().now();
        showPicks(now);
        // While prices are away for a moment, the last figures with their money stay.
        boolean moneyStays = shot.moneyAway() && shown != null && shown.currency().isPresent() && shown.sameAs(shot);
        stale = moneyStays;
        shownAt = now.toEpochSecond();
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

    private void showAway() {
        stale = true;
        if (shown == null) {
            showPicks(now());
            setShown(false);
        }
        hints.showAway(shown != null);
        bars.remark(hints.remark());
    }

    /** Every second, on the bundle's thread: reads there, so that a slow answer holds up no page. */
    private void tick(UI ui) {
        long second = source.now().getEpochSecond();
        if (!stale && second >= shownAt && second - shownAt < REFRESH_SECONDS) {
            return;
        }
        Place at = place;
        Optional<Shot> shot = read(at);
        try {
            ui.access(() -> {
                if (at.equals(place)) {
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
