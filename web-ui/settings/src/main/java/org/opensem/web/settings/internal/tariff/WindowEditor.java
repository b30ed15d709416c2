package org.opensem.web.settings.internal.tariff;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opensem.web.component.Chip;
import org.opensem.web.settings.FormFields;
import org.opensem.web.settings.SettingsForm;

/** The fields of one window: its days as chips, from and to. All of it works with the keyboard. */
final class WindowEditor extends Div {

    /** @param path of the window in the document */
    WindowEditor(SettingsForm form, FormFields fields, TariffWords words, String path, Runnable close) {
        addClassName("window");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", words.get("windows.edit"));
        List<Chip> chips = new ArrayList<>();
        LowRateWindow window = LowRateWindow.of(form.draft(), path);
        for (DayOfWeek day : DayOfWeek.values()) {
            Chip chip = new Chip(words.weekday(day), window.days().contains(day), on -> {
                form.draft().put(path + ".days", IntStream.range(0, chips.size())
                        .filter(i -> chips.get(i).isPressed()).mapToObj(i -> LowRateWindow.name(DayOfWeek.of(i + 1))).toList());
                form.edited();
            });
            chip.getElement().setAttribute("aria-label", words.longWeekday(day));
            chips.add(chip);
        }
        Div days = new Div();
        days.addClassNames("row", "wrap", "days");
        days.getElement().setAttribute("role", "group");
        days.getElement().setAttribute("aria-label", words.get("windows.days"));
        chips.forEach(days::add);
        TimePicker from = fields.time("from", words.get("windows.from"));
        TimePicker to = fields.endTime("to", words.get("windows.to"));
        fields.named(from, words.get("windows.field", words.get("windows.from")));
        fields.named(to, words.get("windows.field", words.get("windows.to")));
        Div times = new Div(from, to, new Button(words.get("windows.done"), event -> close.run()));
        times.addClassNames("row", "times");
        add(days, times);
    }
}
