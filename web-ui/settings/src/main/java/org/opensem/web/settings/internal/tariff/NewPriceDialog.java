package org.opensem.web.settings.internal.tariff;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.opensem.web.component.Calendars;

/** Asks from which day on a new price holds. */
final class NewPriceDialog extends Dialog {

    /**
     * @param proposed the day that is likely
     * @param taken whether a day has a price that begins with it
     */
    NewPriceDialog(TariffWords words, LocalDate proposed, Predicate<LocalDate> taken, Consumer<LocalDate> chosen) {
        addClassName("new-price");
        setHeaderTitle(words.get("new.title"));
        DatePicker day = new DatePicker(words.get("validFrom"), proposed);
        day.setLocale(words.formats().locale());
        day.setI18n(Calendars.words(words.formats().locale()));
        day.setManualValidation(true);
        day.setAutoOpen(false);
        day.setErrorMessage(words.get("new.taken"));
        day.addValueChangeListener(event -> day.setInvalid(false));
        Button enter = new Button(words.get("new.enter"), event -> {
            LocalDate value = day.getValue();
            if (value == null || taken.test(value)) {
                day.setErrorMessage(words.get(value == null ? "new.none" : "new.taken"));
                day.setInvalid(true);
                day.focus();
            } else {
                close();
                chosen.accept(value);
            }
        });
        enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Paragraph what = new Paragraph(words.get("new"));
        what.addClassNames("small", "mut");
        add(day, what);
        getFooter().add(new Button(words.get("cancel"), event -> close()), enter);
    }
}
