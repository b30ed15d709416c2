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
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;

/**
 * Where somebody is on Home: what the URL says (H1, H3). Without a date it follows the clock.
 *
 * @param kind of the period
 * @param anchor an instant in it; empty means now
 */
record Place(PeriodKind kind, Optional<ZonedDateTime> anchor) {
    static final Place TODAY = new Place(PeriodKind.DAY, Optional.empty());
    private static final String PERIOD = "period";
    private static final String DATE = "date";
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmXXX");

    /** Reads a URL's query; what makes no sense is today, so that an old or mistyped address still shows something. */
    static Place of(Map<String, String> state, ZoneId zone) {
        PeriodKind kind = PeriodKind.DAY;
        try {
            kind = PeriodKind.valueOf(state.getOrDefault(PERIOD, "day").toUpperCase(Locale.ROOT));
            String date = state.get(DATE);
            if (date == null) {
                return new Place(kind, Optional.empty());
            }
            return new Place(kind, Optional.of(parse(date, zone)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Place(kind, Optional.empty());
        }
    }

    private static ZonedDateTime parse(String date, ZoneId zone) {
        // A plus sign that was not encoded arrives as a blank.
        return date.indexOf('T') > 0
                ? OffsetDateTime.parse(date.replace(' ', '+')).atZoneSameInstant(zone)
                : LocalDate.parse(date).atStartOfDay(zone);
    }

    /** The address of a period; without a date where it is the one of now, so that it goes on with the clock. */
    static Place at(Period period, ZonedDateTime now) {
        boolean current = Period.of(period.kind(), now).equals(period);
        return new Place(period.kind(), current ? Optional.empty() : Optional.of(period.start()));
    }

    /** The URL's query. */
    Map<String, String> state() {
        Map<String, String> state = new LinkedHashMap<>();
        state.put(PERIOD, kind.name().toLowerCase(Locale.ROOT));
        anchor.ifPresent(time -> state.put(DATE, kind == PeriodKind.HOUR ? HOUR.format(time) : time.toLocalDate().toString()));
        return state;
    }

    /** The period to show; never one that begins after now. */
    Period period(ZonedDateTime now) {
        ZonedDateTime time = anchor.filter(t -> !t.isAfter(now)).orElse(now);
        return Period.of(kind, time.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Another kind of period around what is shown: around now where now is in it, else from its start. */
    static Place change(Period shown, PeriodKind kind, ZonedDateTime now) {
        boolean current = !now.isBefore(shown.start()) && now.isBefore(shown.end());
        return current ? new Place(kind, Optional.empty()) : at(Period.of(kind, shown.start()), now);
    }

    /** The period of a day that somebody picked in the calendar; hours give way to the day. */
    static Place pick(PeriodKind kind, LocalDate day, ZonedDateTime now) {
        PeriodKind wanted = kind == PeriodKind.HOUR ? PeriodKind.DAY : kind;
        return at(Period.of(wanted, day.atStartOfDay(now.getZone())), now);
    }

    /** The period behind a bar; empty where there is nothing smaller, or nothing yet. */
    static Optional<Place> open(Period shown, ZonedDateTime start, ZonedDateTime now) {
        if (shown.partKind() == null || start.isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(at(Period.of(shown.partKind(), start), now));
    }
}
