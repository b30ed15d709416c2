package org.opensem.web.component;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.opensem.language.Formats;
import org.opensem.language.Translations;

/** Date pickers in the user's language: Monday first. */
public final class Calendars {
    private static final int MONDAY = 1;

    private Calendars() {}

    /** The one that opens below a button. */
    static DatePicker picker(Locale locale, Consumer<LocalDate> chosen) {
        DatePicker picker = new DatePicker();
        picker.addClassName("cal");
        picker.setLocale(locale);
        picker.setI18n(words(locale));
        // The button opens it; its own field is neither seen nor reached by the keyboard.
        picker.getElement().setAttribute("tabindex", "-1");
        picker.getElement().setAttribute("aria-hidden", "true");
        picker.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                chosen.accept(event.getValue());
            }
        });
        return picker;
    }

    /** The words and formats of a date picker; the first format is the one that it writes. */
    public static DatePickerI18n words(Locale locale) {
        Translations texts = Translations.of(Calendars.class, locale);
        List<DayOfWeek> sundayFirst = IntStream.range(0, 7).mapToObj(DayOfWeek.SUNDAY::plus).toList();
        DatePickerI18n words = new DatePickerI18n();
        switch (Formats.of(locale).locale().getCountry()) {
            case "DE" -> words.setDateFormats("dd.MM.yyyy", "d.M.yyyy", "d.M.yy");
            case "US" -> words.setDateFormats("MM/dd/yyyy", "M/d/yyyy", "M/d/yy");
            default -> words.setDateFormats("dd/MM/yyyy", "d/M/yyyy", "d/M/yy");
        }
        return words
                .setFirstDayOfWeek(MONDAY)
                .setToday(texts.get("calendar.today"))
                .setCancel(texts.get("calendar.close"))
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale)).toList())
                .setWeekdays(sundayFirst.stream().map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, locale)).toList())
                .setWeekdaysShort(sundayFirst.stream()
                        .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale)).toList());
    }
}
