package org.opensem.rest.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;

/** Times as they come and go: ISO-8601 with offset. */
final class Times {
    private static final DateTimeFormatter OUT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9998, 12, 31);

    private Times() {}

    /** @throws DateTimeException if there is no such zone */
    static ZoneId zone(String id) {
        // A plus of "+02:00" comes as a space when the caller did not encode it.
        return ZoneId.of(id.startsWith(" ") ? "+" + id.substring(1) : id);
    }

    static String text(long epochSecond, ZoneId zone) {
        return OUT.format(Instant.ofEpochSecond(epochSecond).atZone(zone));
    }

    static String utc(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(Instant.ofEpochSecond(instant.getEpochSecond()));
    }

    /**
     * An instant from text with an offset, or local text that means one instant only in the zone.
     *
     * @return empty if the local time is skipped or comes twice in the zone
     * @throws DateTimeException if it is no time at all, or one beyond 1970…9998
     */
    static Optional<Instant> instant(String text, ZoneId zone) {
        TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                text.replace(' ', '+'), OffsetDateTime::from, LocalDateTime::from);
        if (time instanceof OffsetDateTime offset) {
            return Optional.of(inRange(offset.toLocalDateTime(), offset.toInstant()));
        }
        LocalDateTime local = (LocalDateTime) time;
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(inRange(local, local.toInstant(offsets.getFirst())));
    }

    /** @throws DateTimeException if it is no date, or one beyond 1970…9998 */
    static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        inRange(date.atStartOfDay(), Instant.EPOCH);
        return date;
    }

    private static Instant inRange(LocalDateTime local, Instant instant) {
        if (local.toLocalDate().isBefore(FIRST_DAY) || local.toLocalDate().isAfter(LAST_DAY)) {
            throw new DateTimeException("Beyond 1970 to 9998");
        }
        return instant;
    }
}
