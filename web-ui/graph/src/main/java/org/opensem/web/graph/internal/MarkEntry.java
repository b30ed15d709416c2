package org.opensem.web.graph.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensem.store.InvalidRanges;
import org.opensem.web.graph.internal.Place.Window;

/**
 * What somebody has entered of a stretch that is to be marked invalid (G7), in local time; what is not entered is null. A time
 * that the clock shows twice, in autumn, begins with its first and ends with its second occurrence.
 */
record MarkEntry(LocalDate fromDate, LocalTime fromTime, LocalDate toDate, LocalTime toTime, String reason) {

    /** A field of the form. */
    enum Field {
        FROM_DATE,
        FROM_TIME,
        TO_DATE,
        TO_TIME,
        REASON
    }

    /** A stretch as it is entered. */
    static MarkEntry of(Window stretch, ZoneId zone, String reason) {
        LocalDateTime from = Place.local(stretch.from(), zone);
        LocalDateTime to = Place.local(stretch.to(), zone);
        return new MarkEntry(from.toLocalDate(), from.toLocalTime(), to.toLocalDate(), to.toLocalTime(), reason);
    }

    /** All that is wrong, by field: keys of texts. */
    Map<Field, String> faults(ZoneId zone) {
        Map<Field, String> faults = new EnumMap<>(Field.class);
        check(fromDate, fromTime, zone, Field.FROM_DATE, Field.FROM_TIME, faults);
        check(toDate, toTime, zone, Field.TO_DATE, Field.TO_TIME, faults);
        if (reason.strip().length() > InvalidRanges.MOST_REASON) {
            faults.put(Field.REASON, "mark.fault.long");
        }
        if (fromDate != null && toDate != null && toDate.isBefore(fromDate)) {
            faults.put(Field.TO_DATE, "mark.fault.order");
        } else if (faults.keySet().stream().allMatch(field -> field == Field.REASON) && end(zone) <= start(zone)) {
            faults.put(Field.TO_TIME, "mark.fault.order");
        }
        return faults;
    }

    private static void check(
            LocalDate date, LocalTime time, ZoneId zone, Field ofDate, Field ofTime, Map<Field, String> faults) {
        if (date == null || date.getYear() < 1970) {
            faults.put(ofDate, "mark.fault.date");
        }
        if (time == null) {
            faults.put(ofTime, "mark.fault.time");
        } else if (date != null && zone.getRules().getValidOffsets(date.atTime(time)).isEmpty()) {
            faults.put(ofTime, "mark.fault.skipped");
        }
    }

    /**
     * The stretch, if nothing is wrong with it.
     *
     * @param proposed where the fields were filled from: it knows which of two equal times is meant
     */
    Optional<Window> stretch(ZoneId zone, Optional<Window> proposed) {
        if (faults(zone).keySet().stream().anyMatch(field -> field != Field.REASON)) {
            return Optional.empty();
        }
        LocalDateTime from = fromDate.atTime(fromTime);
        LocalDateTime to = toDate.atTime(toTime);
        long start = proposed.map(Window::from).filter(second -> Place.local(second, zone).equals(from))
                .orElseGet(() -> start(zone));
        long end = proposed.map(Window::to).filter(second -> Place.local(second, zone).equals(to))
                .orElseGet(() -> end(zone));
        return start < end ? Optional.of(new Window(start, end)) : Optional.empty();
    }

    private long start(ZoneId zone) {
        return fromDate.atTime(fromTime).atZone(zone).toEpochSecond();
    }

    private long end(ZoneId zone) {
        LocalDateTime to = toDate.atTime(toTime);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(to);
        return to.toEpochSecond(offsets.getLast());
    }
}
