package org.opensem.web.graph.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opensem.web.chart.PowerCurve;
import org.opensem.web.chart.PowerCurve.Phases;

/**
 * Where somebody is in the graph: what the URL says.
 *
 * @param date the local day; empty means today, and goes on with the clock
 * @param window the zoomed window, empty for the whole day
 * @param phases what is drawn
 * @param live whether the last 30 minutes are shown; date and window wait for the way back (G3)
 * @param marking whether a stretch is being chosen that is to be marked invalid (G7)
 */
record Place(Optional<LocalDate> date, Optional<Window> window, Phases phases, boolean live, boolean marking) {
    private static final String DATE = "date";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String PHASE = "phase";
    private static final String LIVE = "live";
    private static final String MARK = "mark";
    private static final String YES = "1";

    /**
     * @param from epoch second
     * @param to epoch second, exclusive
     */
    record Window(long from, long to) {
        Window {
            if (from >= to) {
                throw new IllegalArgumentException("A window ends after its start");
            }
        }

        long seconds() {
            return to - from;
        }
    }

    /** Reads a URL's query; what makes no sense is left out. */
    static Place of(Map<String, String> state) {
        Optional<Window> window = window(state);
        boolean live = YES.equals(state.get(LIVE));
        return new Place(date(state.get(DATE)), window, phases(state.get(PHASE)), live, !live && YES.equals(state.get(MARK)));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Window> window(Map<String, String> state) {
        if (!state.containsKey(FROM) || !state.containsKey(TO)) {
            return Optional.empty();
        }
        try {
            long from = Instant.parse(state.get(FROM)).getEpochSecond();
            long to = Instant.parse(state.get(TO)).getEpochSecond();
            return from < to ? Optional.of(new Window(from, to)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Phases phases(String text) {
        try {
            return text == null ? Phases.SUM : Phases.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Phases.SUM;
        }
    }

    static LocalDateTime local(long second, ZoneId zone) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(second), zone);
    }

    static LocalDate day(long second, ZoneId zone) {
        return Instant.ofEpochSecond(second).atZone(zone).toLocalDate();
    }

    /** The URL's query. */
    Map<String, String> state() {
        Map<String, String> state = new LinkedHashMap<>();
        date.ifPresent(day -> state.put(DATE, day.toString()));
        window.ifPresent(w -> {
            state.put(FROM, Instant.ofEpochSecond(w.from()).toString());
            state.put(TO, Instant.ofEpochSecond(w.to()).toString());
        });
        if (phases != Phases.SUM) {
            state.put(PHASE, phases.name().toLowerCase(Locale.ROOT));
        }
        if (live) {
            state.put(LIVE, YES);
        }
        if (marking) {
            state.put(MARK, YES);
        }
        return state;
    }

    /** The day to show: never after today, and today while live; without a date the window's. */
    LocalDate day(LocalDate today, ZoneId zone) {
        return live ? today
                : date.or(() -> window.map(w -> day(w.from(), zone))).filter(day -> !day.isAfter(today)).orElse(today);
    }

    /** What is shown of a day: the window cut to the day, or the whole of it. */
    Window shown(long dayFrom, long dayTo) {
        Window whole = new Window(dayFrom, dayTo);
        return window.map(w -> new long[] {Math.max(dayFrom, w.from()), Math.min(dayTo, w.to())})
                .filter(w -> w[1] - w[0] >= PowerCurve.LEAST_SECONDS).map(w -> new Window(w[0], w[1])).orElse(whole);
    }

    /** Another day, whole. */
    Place on(LocalDate day, LocalDate today) {
        return new Place(day.isBefore(today) ? Optional.of(day) : Optional.empty(), Optional.empty(), phases, false, marking);
    }

    /** Another window of the day that is shown; the whole day is none. */
    Place zoomed(Window to, Window wholeDay, LocalDate day, LocalDate today) {
        boolean whole = to.from() <= wholeDay.from() && to.to() >= wholeDay.to();
        return new Place(day.isBefore(today) ? Optional.of(day) : Optional.empty(),
                whole ? Optional.empty() : Optional.of(to), phases, false, marking);
    }

    Place with(Phases wanted) {
        return new Place(date, window, wanted, live, marking);
    }

    Place live(boolean wanted) {
        return new Place(date, window, phases, wanted, false);
    }

    /** Begins or ends the choice of what is to be marked. */
    Place marking(boolean wanted) {
        return new Place(date, window, phases, false, wanted);
    }

    /** After a stretch was marked: a window that has nothing else in it is widened, so that one sees where the mark lies. */
    Place marked(Window mark) {
        Optional<Window> wider = window.map(w -> mark.from() <= w.from() && mark.to() >= w.to()
                ? new Window(w.from() - w.seconds(), w.to() + w.seconds()) : w);
        return new Place(date, wider, phases, false, false);
    }
}
