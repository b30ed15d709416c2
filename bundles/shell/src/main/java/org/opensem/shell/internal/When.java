package org.opensem.shell.internal;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.apache.karaf.shell.support.CommandException;
import org.opensem.time.ClockService;

/** Times as people type them: a year, a month, a day or a time of day, with or without an offset. */
final class When {
    static final String HELP = "today, yesterday, now, or like 2026, 2026-11, 2026-11-22, 2026-11-22T13:00, "
            + "2026-11-22T13:00+01:00";

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu[-MM[-dd['T'HH[:mm[:ss]][XXX]]]]")
            .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
            .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private When() {}

    /** @throws CommandException with one line for people if it is no time */
    static ZonedDateTime parse(String text, ClockService clock, ZoneId zone) throws CommandException {
        ZonedDateTime now = clock.now().atZone(zone);
        switch (text.toLowerCase(Locale.ROOT)) {
            case "now" -> {
                return now;
            }
            case "today" -> {
                return now.toLocalDate().atStartOfDay(zone);
            }
            case "yesterday" -> {
                return now.toLocalDate().minusDays(1).atStartOfDay(zone);
            }
            default -> {
                return parseDate(text, zone);
            }
        }
    }

    private static ZonedDateTime parseDate(String text, ZoneId zone) throws CommandException {
        try {
            TemporalAccessor time = FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime fixed
                    ? fixed.atZoneSameInstant(zone)
                    : ((LocalDateTime) time).atZone(zone);
        } catch (DateTimeException e) {
            throw SemCommand.refusal("\"" + text + "\" is no time. Give " + HELP);
        }
    }

    /** Whether a text names a day rather than a time of day. */
    static boolean isDay(String text) {
        return !text.contains("T") && !text.equalsIgnoreCase("now");
    }
}
