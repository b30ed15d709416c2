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
import org.opensem.language.Translations;

/** The date picker that opens below a button: Monday first, in the user's language. */
final class Calendars {
    private static final int MONDAY = 1;

    private Calendars() {}

    static DatePicker picker(Translations texts, Locale locale, Consumer<LocalDate> chosen) {
        DatePicker picker = new DatePicker();
        picker.addClassName("cal");
        picker.setLocale(locale);
        picker.setI18n(words(texts, locale));
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

    private static DatePickerI18n words(Translations texts, Locale locale) {
        List<DayOfWeek> sundayFirst = IntStream.range(0, 7).mapToObj(DayOfWeek.SUNDAY::plus).toList();
        return new DatePickerI18n()
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
