package org.opensem.web.home.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.aggregation.Span;
import org.opensem.language.Dates;
import org.opensem.language.Formats;
import org.opensem.language.Translations;
import org.opensem.metering.Sample;
import org.opensem.web.Unit;
import org.opensem.web.home.PanelDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Home's texts in one language: titles, labels, durations, remarks. */
final class Words {
    private static final Logger LOG = LoggerFactory.getLogger(Words.class);
    /** Stands where nothing is known. */
    static final String NONE = "\u2013";
    private static final int MINUTE = 60;

    private final Locale locale;
    private final Translations texts;
    private final Formats formats;

    Words(Locale locale) {
        this.locale = locale;
        texts = Translations.of(Words.class, locale);
        formats = Formats.of(locale);
    }

    String get(String key, Object... values) {
        return texts.get(key, values);
    }

    /** What is counted in a unit: cost, energy, CO2. */
    String amount(Unit unit) {
        return get("amount." + unit);
    }

    /** A panel's title; one that cannot tell it is shown by its id. */
    String title(PanelDescriptor panel) {
        try {
            return panel.title().apply(locale);
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("Panel {} does not tell its title", panel.id(), e);
            return panel.id();
        }
    }

    Formats formats() {
        return formats;
    }

    Dates dates() {
        return formats.dates();
    }

    /** The head of the view. */
    String title(Period period) {
        LocalDate day = period.start().toLocalDate();
        return switch (period.kind()) {
            case HOUR -> dates().brief(day) + ", " + times(period.span());
            case DAY -> dates().full(day);
            case WEEK -> get("week", dates().range(day, lastDay(period)));
            case MONTH -> dates().month(YearMonth.from(day));
            case YEAR -> String.valueOf(day.getYear());
        };
    }

    /** The head on a narrow screen. */
    String briefTitle(Period period) {
        LocalDate day = period.start().toLocalDate();
        return switch (period.kind()) {
            case HOUR -> dates().dayAndMonth(day) + ", " + dates().time(period.start().toLocalTime());
            case DAY -> dates().brief(day);
            case WEEK -> dates().briefRange(day, lastDay(period));
            case MONTH -> dates().briefMonth(YearMonth.from(day));
            case YEAR -> String.valueOf(day.getYear());
        };
    }

    private static LocalDate lastDay(Period period) {
        return period.end().toLocalDate().minusDays(1);
    }

    /** A stretch of an hour or less; in the two hours of a clock change in autumn with its offset (T2). */
    String times(Span span) {
        String times = dates().times(span.start().toLocalTime(), span.end().toLocalTime());
        return Dates.isDoubled(span.start()) ? times + " (" + span.start().getOffset().getId() + ")" : times;
    }

    /** The end of a day below an axis: 24:00 where the clock has 24 hours. */
    String dayEnd(ZonedDateTime end) {
        return formats.locale().equals(Locale.US) ? label(PeriodKind.DAY, end) : get("midnight");
    }

    /** A bar's label below the axis. */
    String label(PeriodKind shown, ZonedDateTime start) {
        LocalDate day = start.toLocalDate();
        return switch (shown) {
            case HOUR, DAY -> dates().time(start.toLocalTime()).replace(":00\u00a0", "\u00a0");
            case WEEK -> dates().weekday(day) + " " + day.getDayOfMonth() + (german() ? "." : "");
            case MONTH -> day.getDayOfMonth() + (german() ? "." : "");
            case YEAR -> start.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, formats.locale());
        };
    }

    private boolean german() {
        return formats.locale().getLanguage().equals(Locale.GERMAN.getLanguage());
    }

    /** A bar's full name. */
    String barTitle(PeriodKind shown, Span span) {
        return switch (shown) {
            case HOUR, DAY -> times(span);
            case WEEK, MONTH -> dates().full(span.start().toLocalDate());
            case YEAR -> dates().month(YearMonth.from(span.start()));
        };
    }

    /** What the bars' table and tooltip are about: hour, day, month. */
    String partName(PeriodKind shown) {
        return switch (shown) {
            case HOUR, DAY -> get("part.time");
            case WEEK, MONTH -> get("part.day");
            case YEAR -> get("part.month");
        };
    }

    /** The time of an extreme: exact to the second, with its day where the period is longer than one. */
    String moment(PeriodKind shown, ZonedDateTime time) {
        String clock = dates().exact(time);
        boolean sameDay = shown == PeriodKind.HOUR || shown == PeriodKind.DAY;
        return sameDay ? clock : dates().dayAndMonth(time.toLocalDate()) + " " + clock;
    }

    /** The time of a sample, with its day if that is another than now's. */
    String clock(Sample sample, ZonedDateTime now) {
        ZonedDateTime time = sample.time().atZone(now.getZone());
        String clock = dates().time(time.toLocalTime());
        return time.toLocalDate().equals(now.toLocalDate()) ? clock : dates().dayAndMonth(time.toLocalDate()) + " " + clock;
    }

    /** The remark on the first measurement. */
    String since(ZonedDateTime first, PeriodKind shown) {
        String clock = dates().time(first.toLocalTime());
        boolean day = shown == PeriodKind.HOUR || shown == PeriodKind.DAY;
        return get("first.since", day ? clock : dates().dayAndMonth(first.toLocalDate()) + " " + clock);
    }

    /** The remark on what was not measured; empty if nothing is missing. */
    String missing(Gaps.Missing missing, Period period) {
        if (missing.seconds() == 0) {
            return "";
        }
        String sum = get("gap.sum", Dates.duration(missing.seconds()));
        if (missing.gaps().size() == 1) {
            return sum + ", " + range(missing.gaps().getFirst(), period);
        }
        return missing.gaps().size() > 1 ? sum + ", " + get("gap.count", missing.gaps().size()) : sum;
    }

    private String range(Gaps.Gap gap, Period period) {
        LocalTime from = at(gap.from(), period).toLocalTime();
        LocalTime to = at(gap.to(), period).toLocalTime();
        return gap.to() - gap.from() < MINUTE ? dates().timeWithSeconds(from) : dates().times(from, to);
    }

    private static ZonedDateTime at(long second, Period period) {
        return Instant.ofEpochSecond(second).atZone(period.start().getZone());
    }
}
