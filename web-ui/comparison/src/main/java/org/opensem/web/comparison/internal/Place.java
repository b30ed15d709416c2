package org.opensem.web.comparison.internal;

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
import org.opensem.web.Unit;

/**
 * Where somebody is: what the URL says (V1). Without a date it follows the clock; without a comparison that follows the period: a
 * day's is the same weekday a week before.
 *
 * @param kind of both periods
 * @param anchor an instant in the period; empty means now
 * @param with an instant in what it is compared with; empty for the one that is natural
 * @param unit empty means what the browser remembers
 */
record Place(PeriodKind kind, Optional<ZonedDateTime> anchor, Optional<ZonedDateTime> with, Optional<Unit> unit) {
    private static final String PERIOD = "period";
    private static final String DATE = "date";
    private static final String WITH = "with";
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmXXX");

    /** Reads a URL's query; what makes no sense is left out, so that an old or mistyped address still shows something. */
    static Place of(Map<String, String> state, ZoneId zone) {
        PeriodKind kind;
        try {
            kind = PeriodKind.valueOf(state.getOrDefault(PERIOD, "day").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            kind = PeriodKind.DAY;
        }
        return new Place(kind, time(state.get(DATE), zone), time(state.get(WITH), zone), Unit.named(state.get(Unit.NAME)));
    }

    private static Optional<ZonedDateTime> time(String text, ZoneId zone) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            // A plus sign that was not encoded arrives as a blank.
            return Optional.of(text.indexOf('T') > 0
                    ? OffsetDateTime.parse(text.replace(' ', '+')).atZoneSameInstant(zone)
                    : LocalDate.parse(text).atStartOfDay(zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The URL's query. */
    Map<String, String> state() {
        Map<String, String> state = new LinkedHashMap<>();
        state.put(PERIOD, kind.name().toLowerCase(Locale.ROOT));
        anchor.ifPresent(time -> state.put(DATE, text(time)));
        with.ifPresent(time -> state.put(WITH, text(time)));
        unit.ifPresent(chosen -> state.put(Unit.NAME, chosen.key()));
        return state;
    }

    private String text(ZonedDateTime time) {
        return kind == PeriodKind.HOUR ? HOUR.format(time) : time.toLocalDate().toString();
    }

    /** The period to show; never one that begins after now. */
    Period period(ZonedDateTime now) {
        return Period.of(kind, anchor.filter(time -> !time.isAfter(now)).orElse(now).truncatedTo(ChronoUnit.SECONDS));
    }

    /** What it is compared with; never one that begins after now. */
    Period comparison(ZonedDateTime now) {
        return with.filter(time -> !time.isAfter(now)).map(time -> Period.of(kind, time.truncatedTo(ChronoUnit.SECONDS)))
                .orElseGet(() -> natural(period(now)));
    }

    /** Seven calendar days before, not 168 hours; of what is longer than a day the period before. */
    private static Period natural(Period period) {
        return switch (period.kind()) {
            case HOUR, DAY -> Period.of(period.kind(), period.start().minusDays(7));
            case WEEK, MONTH, YEAR -> period.previous();
        };
    }

    /** Another period; without a date where it is the one of now, so that it goes on with the clock. */
    Place at(Period period, ZonedDateTime now) {
        boolean current = Period.of(period.kind(), now).equals(period);
        return new Place(kind, current ? Optional.empty() : Optional.of(period.start()), with, unit);
    }

    /** Compared with another period; the natural one is not kept, so that it goes on with the period. */
    Place against(Period comparison, ZonedDateTime now) {
        boolean natural = natural(period(now)).equals(comparison);
        return new Place(kind, anchor, natural ? Optional.empty() : Optional.of(comparison.start()), unit);
    }

    /** Another kind of period around what is shown, compared with its natural one. */
    Place change(PeriodKind other, ZonedDateTime now) {
        Period shown = period(now);
        boolean current = !now.isBefore(shown.start()) && now.isBefore(shown.end());
        Place changed = new Place(other, Optional.empty(), Optional.empty(), unit);
        return current ? changed : changed.at(Period.of(other, shown.start()), now);
    }

    /** A part of the one against a part of the other (V1). */
    Place open(ZonedDateTime part, ZonedDateTime other, ZonedDateTime now) {
        PeriodKind smaller = period(now).partKind();
        return new Place(smaller, Optional.empty(), Optional.empty(), unit).at(Period.of(smaller, part), now)
                .against(Period.of(smaller, other), now);
    }

    /** The period of this kind that holds a day that somebody picked; of hours it is the day's first. */
    Period pick(LocalDate day, ZoneId zone) {
        return Period.of(kind, day.atStartOfDay(zone));
    }

    Place in(Unit chosen) {
        return new Place(kind, anchor, with, Optional.of(chosen));
    }
}
