package org.opensem.web.graph.internal;

import java.time.Instant;
import java.time.ZoneId;
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

    String moment(long second, ZoneId zone) {
        return dates().exact(Instant.ofEpochSecond(second).atZone(zone));
    }
}
