package org.opensem.web.settings.internal.tariff;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opensem.language.Formats;

/** A day of the year as people write it: {@code 1. Januar}, {@code 1 January}, {@code January 1}, or in figures. */
final class MonthDays {
    private static final int JANUARY = 1;
    private static final DateTimeFormatter STORED = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final Pattern FIGURES = Pattern.compile("(\\d{1,2})\\s*[./-]\\s*(\\d{1,2})\\.?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.?\\s*(\\p{L}{3,})\\.?");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\p{L}{3,})\\.?\\s*(\\d{1,2})");

    private final Locale locale;

    MonthDays(Locale locale) {
        this.locale = Formats.of(locale).locale();
    }

    /** What is stored, {@code 01-31}, as it is shown; nothing if it is no day. */
    String write(String stored) {
        try {
            String pattern = locale.equals(Locale.GERMANY) ? "d. MMMM" : locale.equals(Locale.US) ? "MMMM d" : "d MMMM";
            return DateTimeFormatter.ofPattern(pattern, locale).format(MonthDay.parse("--" + stored));
        } catch (DateTimeException e) {
            return "";
        }
    }

    /** What is stored for a text; empty if it is no day of a year. */
    Optional<String> read(String typed) {
        String text = typed.strip();
        Matcher figures = FIGURES.matcher(text);
        if (figures.matches()) {
            int first = Integer.parseInt(figures.group(1));
            int second = Integer.parseInt(figures.group(2));
            return locale.equals(Locale.US) ? stored(first, second) : stored(second, first);
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return stored(month(dayFirst.group(2)), Integer.parseInt(dayFirst.group(1)));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        return monthFirst.matches() ? stored(month(monthFirst.group(1)), Integer.parseInt(monthFirst.group(2))) : Optional.empty();
    }

    private int month(String name) {
        String[] months = DateFormatSymbols.getInstance(locale).getMonths();
        for (int i = 0; i < 12; i++) {
            if (months[i].toLowerCase(locale).startsWith(name.toLowerCase(locale))) {
                return JANUARY + i;
            }
        }
        return 0;
    }

    private static Optional<String> stored(int month, int day) {
        try {
            return Optional.of(STORED.format(MonthDay.of(month, day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
