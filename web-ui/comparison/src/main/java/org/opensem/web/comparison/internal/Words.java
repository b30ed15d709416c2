package org.opensem.web.comparison.internal;

import com.vaadin.flow.component.HasStyle;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.aggregation.Span;
import org.opensem.language.Dates;
import org.opensem.language.Formats;
import org.opensem.language.Quantity;
import org.opensem.language.Translations;

/** The view's texts in one language: names of periods and of their parts. */
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

    private boolean german() {
        return formats.locale().getLanguage().equals(Locale.GERMAN.getLanguage());
    }

    /** A period's name with its year: {@code Do 19. November 2026}. */
    String name(Period period) {
        LocalDate day = period.start().toLocalDate();
        return switch (period.kind()) {
            case HOUR -> dates().brief(day) + ", " + times(period.span());
            case DAY -> dates().weekday(day) + (formats.locale().equals(Locale.US) ? ", " : " ") + dates().range(day, day);
            case WEEK -> dates().range(day, day.plusDays(6));
            case MONTH -> dates().month(YearMonth.from(day));
            case YEAR -> String.valueOf(day.getYear());
        };
    }

    /** A period's name for a legend or a head: {@code Do 19. Nov.}. */
    String brief(Period period) {
        LocalDate day = period.start().toLocalDate();
        return switch (period.kind()) {
            case HOUR -> dates().dayAndMonth(day) + ", " + hour(period.start());
            case DAY -> dates().brief(day);
            case WEEK -> dates().briefRange(day, day.plusDays(6));
            case MONTH -> dates().briefMonth(YearMonth.from(day));
            case YEAR -> String.valueOf(day.getYear());
        };
    }

    private String hour(ZonedDateTime start) {
        return dates().time(start.toLocalTime()).replace(":00\u00a0", "\u00a0");
    }

    /** A stretch of an hour or less; in the two hours of a clock change in autumn with its offset (T2). */
    private String times(Span span) {
        String times = dates().times(span.start().toLocalTime(), span.end().toLocalTime());
        return Dates.isDoubled(span.start()) ? times + " (" + span.start().getOffset().getId() + ")" : times;
    }

    /** Below the axis. */
    String label(PeriodKind kind, Span part) {
        LocalDate day = part.start().toLocalDate();
        return switch (kind) {
            case HOUR, DAY -> hour(part.start());
            case WEEK -> dates().weekday(day);
            case MONTH -> day.getDayOfMonth() + (german() ? "." : "");
            case YEAR -> part.start().getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, formats.locale());
        };
    }

    /** What a part of both periods has in common. */
    String title(PeriodKind kind, Span part) {
        LocalDate day = part.start().toLocalDate();
        return switch (kind) {
            case HOUR, DAY -> times(part);
            case WEEK -> day.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, formats.locale());
            case MONTH -> get("dayOfMonth", day.getDayOfMonth());
            case YEAR -> part.start().getMonth().getDisplayName(TextStyle.FULL_STANDALONE, formats.locale());
        };
    }

    /** Which of the two a part belongs to: the period, or the part's own day or month. */
    String part(Period period, Span part) {
        return switch (period.kind()) {
            case HOUR, DAY, YEAR -> brief(period);
            case WEEK, MONTH -> dates().brief(part.start().toLocalDate());
        };
    }

    /** The time of an extreme, with its day where the period is longer than one. */
    String moment(PeriodKind kind, ZonedDateTime time) {
        boolean sameDay = kind == PeriodKind.HOUR || kind == PeriodKind.DAY;
        return sameDay ? dates().exact(time) : dates().dayAndMonth(time.toLocalDate()) + " " + dates().exact(time);
    }

    /** How far a running period has come. */
    String until(PeriodKind kind, ZonedDateTime now) {
        return kind == PeriodKind.HOUR || kind == PeriodKind.DAY ? dates().time(now.toLocalTime())
                : dates().brief(now.toLocalDate());
    }

    /** A difference in per cent, with its sign. */
    Quantity percent(double percent) {
        return signed(formats.difference(percent, 1), "%");
    }

    /** A difference of energies with as many places as the larger of the two has. */
    Quantity energyDifference(Shot shot, double kilowattHours) {
        double largest = Math.max(shot.period().totals().energy().imported(), shot.against().totals().energy().imported());
        return signed(formats.difference(kilowattHours, formats.energyPlaces(largest / Energy.PER_KWH)), "kWh");
    }

    /** A difference of masses of CO2 in kg, with its sign. */
    Quantity co2Difference(double kilograms) {
        Quantity plain = formats.co2(Math.abs(kilograms));
        boolean nothing = plain.digits().chars().noneMatch(digit -> digit >= '1' && digit <= '9');
        String sign = nothing ? "" : kilograms < 0 ? Formats.MINUS : "+";
        return new Quantity(sign, plain.digits(), plain.unit(), false, true);
    }

    /** Less is good, more is bad, as far as it shows. */
    void tint(HasStyle figure, Optional<Quantity> difference) {
        String sign = difference.map(Quantity::sign).orElse("");
        figure.setClassName("good", sign.equals(Formats.MINUS));
        figure.setClassName("bad", sign.equals("+"));
    }

    private static Quantity signed(String text, String unit) {
        boolean hasSign = text.startsWith("+") || text.startsWith(Formats.MINUS);
        return new Quantity(hasSign ? text.substring(0, 1) : "", hasSign ? text.substring(1) : text, unit, false, true);
    }
}
