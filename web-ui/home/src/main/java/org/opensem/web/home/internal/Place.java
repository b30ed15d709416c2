package org.opensem.web.home.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.web.Unit;

/**
 * Where somebody is on Home: what the URL says (H1, H3). Without a date it follows the clock.
 *
 * @param kind of the period
 * @param anchor an instant in it; empty means now
 * @param unit empty means what the browser remembers
 * @param panels what panels keep in the URL: their id, a dot and a name of theirs
 */
record Place(PeriodKind kind, Optional<ZonedDateTime> anchor, Optional<Unit> unit, Map<String, String> panels) {
    static final Place TODAY = new Place(PeriodKind.DAY, Optional.empty(), Optional.empty(), Map.of());
    private static final String PERIOD = "period";
    private static final String DATE = "date";
    private static final char OF_A_PANEL = '.';
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmXXX");

    Place {
        panels = Map.copyOf(panels);
    }

    /** Reads a URL's query; what makes no sense is today, so that an old or mistyped address still shows something. */
    static Place of(Map<String, String> state, ZoneId zone) {
        Map<String, String> panels = new TreeMap<>(state);
        panels.keySet().removeIf(name -> name.indexOf(OF_A_PANEL) < 0);
        Optional<Unit> unit = Unit.named(state.get(Unit.NAME));
        PeriodKind kind = PeriodKind.DAY;
        try {
            kind = PeriodKind.valueOf(state.getOrDefault(PERIOD, "day").toUpperCase(Locale.ROOT));
            return new Place(kind, Optional.ofNullable(state.get(DATE)).map(date -> parse(date, zone)), unit, panels);
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Place(kind, Optional.empty(), unit, panels);
        }
    }

    private static ZonedDateTime parse(String date, ZoneId zone) {
        // A plus sign that was not encoded arrives as a blank.
        return date.indexOf('T') > 0
                ? OffsetDateTime.parse(date.replace(' ', '+')).atZoneSameInstant(zone)
                : LocalDate.parse(date).atStartOfDay(zone);
    }

    /** The URL's query. */
    Map<String, String> state() {
        Map<String, String> state = new LinkedHashMap<>();
        state.put(PERIOD, kind.name().toLowerCase(Locale.ROOT));
        anchor.ifPresent(time -> state.put(DATE, kind == PeriodKind.HOUR ? HOUR.format(time) : time.toLocalDate().toString()));
        unit.ifPresent(chosen -> state.put(Unit.NAME, chosen.key()));
        state.putAll(panels);
        return state;
    }

    /** The period to show; never one that begins after now. */
    Period period(ZonedDateTime now) {
        ZonedDateTime time = anchor.filter(t -> !t.isAfter(now)).orElse(now);
        return Period.of(kind, time.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The same at another period; without a date where it is the one of now, so that it goes on with the clock. */
    Place at(Period period, ZonedDateTime now) {
        boolean current = Period.of(period.kind(), now).equals(period);
        return new Place(period.kind(), current ? Optional.empty() : Optional.of(period.start()), unit, panels);
    }

    /** Another kind of period around what is shown: around now where now is in it, else from its start. */
    Place change(PeriodKind other, ZonedDateTime now) {
        Period shown = period(now);
        boolean current = !now.isBefore(shown.start()) && now.isBefore(shown.end());
        return current ? new Place(other, Optional.empty(), unit, panels) : at(Period.of(other, shown.start()), now);
    }

    /** The period of a day that somebody picked in the calendar; hours give way to the day. */
    Place pick(LocalDate day, ZonedDateTime now) {
        PeriodKind wanted = kind == PeriodKind.HOUR ? PeriodKind.DAY : kind;
        return at(Period.of(wanted, day.atStartOfDay(now.getZone())), now);
    }

    Place in(Unit chosen) {
        return new Place(kind, anchor, Optional.of(chosen), panels);
    }

    /** What one panel keeps in the URL, by its own names. */
    Map<String, String> of(String panel) {
        String prefix = panel + OF_A_PANEL;
        Map<String, String> own = new TreeMap<>();
        panels.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), value);
            }
        });
        return own;
    }

    /** The same with what one panel keeps in the URL. */
    Place with(String panel, Map<String, String> own) {
        Map<String, String> all = new TreeMap<>(panels);
        all.keySet().removeIf(name -> name.startsWith(panel + OF_A_PANEL));
        own.forEach((name, value) -> all.put(panel + OF_A_PANEL + name, value));
        return new Place(kind, anchor, unit, all);
    }
}
