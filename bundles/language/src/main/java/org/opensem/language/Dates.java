package org.opensem.language;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Dates and times as the console writes them: 24 hours in German and British English, am/pm in US English. Everything given
 * is local time already. Immutable; see {@link Formats#dates()}.
 */
public final class Dates {
    private static final String DASH = "\u2013";
    private static final int MINUTE = 60;
    private static final int DAY_HOURS = 24;
    private static final int LONG_HOURS = 48;

    private final Locale locale;
    private final Style style;

    Dates(Locale locale) {
        this.locale = locale;
        if (locale.equals(Locale.GERMANY)) {
            style = new Style("dd.MM.yyyy", "EEEE, d. MMMM yyyy", "ccc d. MMM", "d. MMMM yyyy", "d. MMM", "HH:mm", "HH:mm:ss");
        } else if (locale.equals(Locale.US)) {
            style = new Style("MM/dd/yyyy", "EEEE, MMMM d, yyyy", "ccc, MMM d", "MMMM d, yyyy", "MMM d", "h:mm\u00a0a",
                    "h:mm:ss\u00a0a");
        } else {
            style = new Style("dd/MM/yyyy", "EEEE, d MMMM yyyy", "ccc d MMM", "d MMMM yyyy", "d MMM", "HH:mm", "HH:mm:ss");
        }
    }

    private record Style(String date, String full, String brief, String dayOfMonth, String dayAndMonth, String time,
            String timeWithSeconds) {}

    /** In figures: {@code 19.11.2026}, {@code 11/19/2026}, {@code 19/11/2026}. */
    public String date(LocalDate date) {
        return format(style.date(), date);
    }

    /** With weekday: {@code Donnerstag, 19. November 2026}. */
    public String full(LocalDate date) {
        return format(style.full(), date);
    }

    /** For narrow places: {@code Do 19. Nov.}. */
    public String brief(LocalDate date) {
        return format(style.brief(), date);
    }

    /** {@code 19. Nov.}. */
    public String dayAndMonth(LocalDate date) {
        return format(style.dayAndMonth(), date);
    }

    /** {@code November 2026}. */
    public String month(YearMonth month) {
        return format("LLLL yyyy", month);
    }

    /** {@code Nov. 2026}. */
    public String briefMonth(YearMonth month) {
        return format("MMM yyyy", month);
    }

    /** A range of days, both of them in it: {@code 16.–22. November 2026}. */
    public String range(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return format(style.dayOfMonth(), first);
        }
        if (first.getYear() != last.getYear()) {
            return format(style.dayOfMonth(), first) + " " + DASH + " " + format(style.dayOfMonth(), last);
        }
        return first.getMonth() == last.getMonth() ? rangeInMonth(first, last) : rangeInYear(first, last);
    }

    private String rangeInMonth(LocalDate first, LocalDate last) {
        if (locale.equals(Locale.US)) {
            return format("MMMM d", first) + DASH + format("d, yyyy", last);
        }
        return format(locale.equals(Locale.GERMANY) ? "d." : "d", first) + DASH + format(style.dayOfMonth(), last);
    }

    private String rangeInYear(LocalDate first, LocalDate last) {
        String open = locale.equals(Locale.GERMANY) ? "d. MMMM" : locale.equals(Locale.US) ? "MMMM d" : "d MMMM";
        return format(open, first) + " " + DASH + " " + format(style.dayOfMonth(), last);
    }

    /** A range of days for narrow places: {@code 16.–22. Nov.}, {@code 28. Sept. – 4. Okt.}. */
    public String briefRange(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return dayAndMonth(first);
        }
        if (first.getYear() == last.getYear() && first.getMonth() == last.getMonth()) {
            return locale.equals(Locale.US)
                    ? dayAndMonth(first) + DASH + last.getDayOfMonth()
                    : format(locale.equals(Locale.GERMANY) ? "d." : "d", first) + DASH + dayAndMonth(last);
        }
        return dayAndMonth(first) + " " + DASH + " " + dayAndMonth(last);
    }

    /** Hours and minutes: {@code 20:47}, {@code 8:47 PM}. */
    public String time(LocalTime time) {
        return format(style.time(), time);
    }

    /** Hours, minutes and seconds: {@code 20:47:12}, {@code 8:47:12 PM}. */
    public String timeWithSeconds(LocalTime time) {
        return format(style.timeWithSeconds(), time);
    }

    /** A stretch of time: {@code 03:12–03:41}; one that ends at midnight ends at 24:00 where the clock has 24 hours. */
    public String times(LocalTime from, LocalTime to) {
        boolean midnight = to.equals(LocalTime.MIDNIGHT) && !locale.equals(Locale.US);
        return time(from) + DASH + (midnight ? "24:00" : time(to));
    }

    /** Exact to the second; where the wall clock shows a time twice, in autumn, with its offset. */
    public String exact(ZonedDateTime time) {
        String clock = timeWithSeconds(time.toLocalTime());
        return isDoubled(time) ? clock + " " + time.getOffset().getId() : clock;
    }

    /** Whether the wall clock shows this time twice. */
    public static boolean isDoubled(ZonedDateTime time) {
        return time.getZone().getRules().getValidOffsets(time.toLocalDateTime()).size() > 1;
    }

    /** A length of time: {@code 12 s}, {@code 29 min}, {@code 3 h 12 min}, {@code 2 d 4 h}. */
    public static String duration(long seconds) {
        if (seconds < MINUTE) {
            return seconds + Quantity.SPACE + "s";
        }
        long minutes = Math.round((double) seconds / MINUTE);
        if (minutes < MINUTE) {
            return minutes + Quantity.SPACE + "min";
        }
        if (minutes < LONG_HOURS * MINUTE) {
            return pair(minutes / MINUTE, "h", minutes % MINUTE, "min");
        }
        long hours = Math.round((double) seconds / (MINUTE * MINUTE));
        return pair(hours / DAY_HOURS, "d", hours % DAY_HOURS, "h");
    }

    private static String pair(long large, String unit, long small, String smallUnit) {
        String text = large + Quantity.SPACE + unit;
        return small == 0 ? text : text + " " + small + Quantity.SPACE + smallUnit;
    }

    /** The weekday's short name: {@code Do}. */
    public String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    private String format(String pattern, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(time);
    }
}
