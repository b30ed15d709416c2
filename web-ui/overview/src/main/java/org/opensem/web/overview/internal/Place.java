package org.opensem.web.overview.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opensem.web.Unit;

/**
 * Where somebody is: what the URL says. Without a date it follows the clock.
 *
 * @param date the chosen day; empty means today
 * @param unit empty means what the browser remembers
 * @param tabs the details that are open
 * @param active the one that is shown; empty for the table
 */
record Place(Optional<LocalDate> date, Optional<Unit> unit, List<Tab> tabs, Optional<Tab> active) {
    static final Place TODAY = new Place(Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    private static final String DATE = "date";
    private static final String TABS = "tabs";
    private static final String TAB = "tab";
    private static final int MOST_TABS = 8;

    Place {
        tabs = List.copyOf(tabs);
    }

    /** Reads a URL's query; what makes no sense is left out, so that an old or mistyped address still shows something. */
    static Place of(Map<String, String> state) {
        List<Tab> tabs = Arrays.stream(state.getOrDefault(TABS, "").split(",")).map(Tab::of).flatMap(Optional::stream).distinct()
                .limit(MOST_TABS).toList();
        Optional<Tab> active = Optional.ofNullable(state.get(TAB)).flatMap(Tab::of).filter(tabs::contains);
        return new Place(date(state.get(DATE)), Unit.named(state.get(Unit.NAME)), tabs, active);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The URL's query. */
    Map<String, String> state() {
        Map<String, String> state = new LinkedHashMap<>();
        date.ifPresent(day -> state.put(DATE, day.toString()));
        unit.ifPresent(chosen -> state.put(Unit.NAME, chosen.key()));
        if (!tabs.isEmpty()) {
            state.put(TABS, tabs.stream().map(Tab::key).collect(Collectors.joining(",")));
        }
        active.ifPresent(tab -> state.put(TAB, tab.key()));
        return state;
    }

    /** The day to show; never one after today. */
    LocalDate day(LocalDate today) {
        return date.filter(day -> !day.isAfter(today)).orElse(today);
    }

    /** Another day, with the table; without a date where it is today, so that it goes on with the clock. */
    Place at(LocalDate day, LocalDate today) {
        return new Place(day.isBefore(today) ? Optional.of(day) : Optional.empty(), unit, tabs, Optional.empty());
    }

    Place in(Unit chosen) {
        return new Place(date, Optional.of(chosen), tabs, active);
    }

    /** With a tab opened, or the one that is open already shown; when there are too many the oldest goes. */
    Place open(Tab tab) {
        List<Tab> open = new ArrayList<>(tabs);
        if (!open.contains(tab)) {
            open.add(tab);
        }
        return new Place(date, unit, open.subList(Math.max(0, open.size() - MOST_TABS), open.size()), Optional.of(tab));
    }

    /** @param tab empty for the table */
    Place show(Optional<Tab> tab) {
        return new Place(date, unit, tabs, tab);
    }

    /** Without a tab; when it was shown, its left neighbour is. */
    Place close(Tab tab) {
        List<Tab> open = new ArrayList<>(tabs);
        int index = open.indexOf(tab);
        open.remove(tab);
        Optional<Tab> left = index > 0 ? Optional.of(open.get(index - 1)) : Optional.empty();
        return new Place(date, unit, open, active.equals(Optional.of(tab)) ? left : active);
    }
}
