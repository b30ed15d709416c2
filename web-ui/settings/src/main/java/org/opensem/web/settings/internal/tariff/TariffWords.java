package org.opensem.web.settings.internal.tariff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.opensem.language.Dates;
import org.opensem.language.Formats;
import org.opensem.language.Translations;

/** The tariff's texts in one language: days, hours, versions. */
final class TariffWords {
    private static final String DASH = "\u2013";
    private static final int LEAST_RUN = 3;
    private static final int NOON = 12;

    private final Translations texts;
    private final Formats formats;

    TariffWords(Locale locale) {
        texts = Translations.of(TariffWords.class, locale);
        formats = Formats.of(locale);
    }

    String get(String key, Object... values) {
        return texts.get(key, values);
    }

    Translations texts() {
        return texts;
    }

    Formats formats() {
        return formats;
    }

    Dates dates() {
        return formats.dates();
    }

    /** A day in full: {@code 1. Januar 2026}. */
    String day(LocalDate day) {
        return dates().range(day, day);
    }

    /** A weekday's short name, without a point. */
    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, formats.locale()).replace(".", "");
    }

    String longWeekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, formats.locale());
    }

    String month(Month month) {
        return month.getDisplayName(TextStyle.FULL_STANDALONE, formats.locale());
    }

    /** An hour below a picture of the day. */
    String hourLabel(int hour) {
        if (!formats.locale().equals(Locale.US)) {
            return String.valueOf(hour);
        }
        int onTheClock = hour % NOON == 0 ? NOON : hour % NOON;
        return onTheClock + (hour % (2 * NOON) < NOON ? "\u00a0AM" : "\u00a0PM");
    }

    /** Weekdays: {@code Mo–Fr}, {@code Sa, So}. */
    String weekdays(Set<DayOfWeek> days) {
        if (days.size() == DayOfWeek.values().length) {
            return get("windows.daily");
        }
        List<String> runs = new ArrayList<>();
        List<DayOfWeek> run = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (days.contains(day)) {
                run.add(day);
            } else {
                runs.addAll(run(run));
                run.clear();
            }
        }
        runs.addAll(run(run));
        return String.join(", ", runs);
    }

    private List<String> run(List<DayOfWeek> days) {
        return days.size() >= LEAST_RUN ? List.of(weekday(days.getFirst()) + DASH + weekday(days.getLast()))
                : days.stream().map(this::weekday).toList();
    }

    /** Hours of the low rate: {@code 22:00–06:00}; nothing while they cannot be read. */
    String hours(LowRateWindow window) {
        return window.from() < 0 || window.to() < 0 ? "" : dates().times(window.start(), window.stop());
    }
}
