package org.opensem.web.overview.internal;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.opensem.aggregation.Span;
import org.opensem.language.Dates;
import org.opensem.language.Formats;
import org.opensem.language.Translations;
import org.opensem.report.OverviewRow;

/** The view's texts in one language. */
final class Words {
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

    String row(OverviewRow row) {
        return get("row." + row.name().toLowerCase(Locale.ROOT));
    }

    /** A tab's short name: {@code Gesamt, Mi 18.}. */
    String tab(Tab tab) {
        LocalDate day = tab.day();
        String point = formats.locale().getLanguage().equals(Locale.GERMAN.getLanguage()) ? "." : "";
        return row(tab.row()) + ", " + dates().weekday(day) + " " + day.getDayOfMonth() + point;
    }

    /** An hour's label below the axis. */
    String hour(ZonedDateTime start) {
        return dates().time(start.toLocalTime()).replace(":00\u00a0", "\u00a0");
    }

    /** An hour's full name; in the two hours of a clock change in autumn with its offset (T2). */
    String hours(Span span) {
        String times = dates().times(span.start().toLocalTime(), span.end().toLocalTime());
        return Dates.isDoubled(span.start()) ? times + " (" + span.start().getOffset().getId() + ")" : times;
    }
}
