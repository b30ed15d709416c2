package org.opensem.aggregation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * A calendar period in a zone: an hour, a local day of 23 to 25 hours, a week from Monday, a month, a year (T2).
 *
 * @param kind which
 * @param start its first instant, in its zone
 */
public record Period(PeriodKind kind, ZonedDateTime start) {

    public Period {
        if (!start.equals(floor(kind, start))) {
            throw new IllegalArgumentException(start + " does not start a " + kind);
        }
    }

    /** The period that holds an instant. */
    public static Period of(PeriodKind kind, ZonedDateTime instant) {
        return new Period(kind, floor(kind, instant));
    }

    private static ZonedDateTime floor(PeriodKind kind, ZonedDateTime t) {
        ZoneId zone = t.getZone();
        return switch (kind) {
            case HOUR -> hour(t);
            case DAY -> t.toLocalDate().atStartOfDay(zone);
            case WEEK -> t.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay(zone);
            case MONTH -> t.toLocalDate().withDayOfMonth(1).atStartOfDay(zone);
            case YEAR -> t.toLocalDate().withDayOfYear(1).atStartOfDay(zone);
        };
    }

    /**
     * The start of the wall clock's hour, but not before the last change of the offset: so the hour that comes twice in autumn is
     * two, and where the clock moves by half an hour (Lord Howe) one hour of that day has 30 minutes.
     */
    private static ZonedDateTime hour(ZonedDateTime t) {
        Instant hour = t.toOffsetDateTime().truncatedTo(ChronoUnit.HOURS).toInstant();
        ZoneOffsetTransition change = t.getZone().getRules().previousTransition(t.toInstant().plusNanos(1));
        boolean changed = change != null && change.getInstant().isAfter(hour);
        return (changed ? change.getInstant() : hour).atZone(t.getZone());
    }

    private ZonedDateTime hourEnd() {
        Instant end = start.toOffsetDateTime().truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
        ZoneOffsetTransition change = start.getZone().getRules().nextTransition(start.toInstant());
        boolean changes = change != null && change.getInstant().isBefore(end);
        return (changes ? change.getInstant() : end).atZone(start.getZone());
    }

    /** The first instant after it. */
    public ZonedDateTime end() {
        ZoneId zone = start.getZone();
        return switch (kind) {
            case HOUR -> hourEnd();
            case DAY -> start.toLocalDate().plusDays(1).atStartOfDay(zone);
            case WEEK -> start.toLocalDate().plusWeeks(1).atStartOfDay(zone);
            case MONTH -> start.toLocalDate().plusMonths(1).atStartOfDay(zone);
            case YEAR -> start.toLocalDate().plusYears(1).atStartOfDay(zone);
        };
    }

    public Span span() {
        return new Span(start, end());
    }

    public Period next() {
        return of(kind, end());
    }

    public Period previous() {
        return of(kind, start.minusNanos(1));
    }

    /** The kind of this period's parts, or null for the parts of an hour, which are minutes or quarter-hours. */
    public PeriodKind partKind() {
        return switch (kind) {
            case HOUR -> null;
            case DAY -> PeriodKind.HOUR;
            case WEEK, MONTH -> PeriodKind.DAY;
            case YEAR -> PeriodKind.MONTH;
        };
    }

    /** The next smaller unit's spans, without holes: months, days or hours; an hour has its 60 minutes (H3). */
    public List<Span> parts() {
        if (kind == PeriodKind.HOUR) {
            return slices(60);
        }
        List<Span> spans = new ArrayList<>();
        ZonedDateTime end = end();
        for (Period p = of(partKind(), start); p.start.isBefore(end); p = p.next()) {
            spans.add(p.span());
        }
        return spans;
    }

    /** Spans of a fixed length from the start on; the last may be shorter. */
    public List<Span> slices(int seconds) {
        List<Span> spans = new ArrayList<>();
        ZonedDateTime end = end();
        for (ZonedDateTime t = start; t.isBefore(end); t = t.plusSeconds(seconds)) {
            ZonedDateTime to = t.plusSeconds(seconds);
            spans.add(new Span(t, to.isAfter(end) ? end : to));
        }
        return spans;
    }
}
