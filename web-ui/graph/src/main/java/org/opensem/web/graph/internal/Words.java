package org.opensem.web.graph.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.opensem.language.Dates;
import org.opensem.language.Formats;
import org.opensem.language.Translations;
import org.opensem.web.graph.internal.Place.Window;

/** The graph's texts in one language. */
final class Words {
    private static final int HOUR = 3600;

    private final Translations texts;
    private final Formats formats;

    Words(Locale locale) {
        texts = Translations.of(Words.class, locale);
        formats = Formats.of(locale);
    }

    String get(String key, Object... values) {
        return texts.get(key, values);
    }

    Formats formats() {
        return formats;
    }

    Dates dates() {
        return formats.dates();
    }

    /** A window's times: to the minute, a short one to the second. */
    String window(Window window, ZoneId zone) {
        var from = Instant.ofEpochSecond(window.from()).atZone(zone);
        var to = Instant.ofEpochSecond(window.to()).atZone(zone);
        if (window.seconds() < HOUR) {
            return dates().timeWithSeconds(from.toLocalTime()) + "\u2013" + dates().timeWithSeconds(to.toLocalTime());
        }
        return dates().times(from.toLocalTime(), to.toLocalTime());
    }

    /**
     * A stretch that may lie on other days than the one that is shown: only what differs from it is written.
     *
     * @param shown the day that needs no date
     */
    String stretch(Window stretch, LocalDate shown, ZoneId zone) {
        ZonedDateTime from = Instant.ofEpochSecond(stretch.from()).atZone(zone);
        ZonedDateTime to = Instant.ofEpochSecond(stretch.to()).atZone(zone);
        boolean ofOneDay = !to.isAfter(from.toLocalDate().plusDays(1).atStartOfDay(zone));
        if (!ofOneDay) {
            return dates().date(from.toLocalDate()) + " " + clock(from) + " \u2013 " + dates().date(to.toLocalDate()) + " "
                    + clock(to);
        }
        boolean exact = from.getSecond() > 0 || to.getSecond() > 0 || Dates.isDoubled(from) || Dates.isDoubled(to);
        String times = exact ? dates().exact(from) + "\u2013" + dates().exact(to)
                : dates().times(from.toLocalTime(), to.toLocalTime());
        return from.toLocalDate().equals(shown) ? times : dates().date(from.toLocalDate()) + ", " + times;
    }

    private String clock(ZonedDateTime time) {
        return time.getSecond() > 0 || Dates.isDoubled(time) ? dates().exact(time) : dates().time(time.toLocalTime());
    }

    String moment(long second, ZoneId zone) {
        return dates().exact(Instant.ofEpochSecond(second).atZone(zone));
    }
}
