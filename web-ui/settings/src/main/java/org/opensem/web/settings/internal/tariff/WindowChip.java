package org.opensem.web.settings.internal.tariff;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.opensem.web.component.IconButton;

/** A window of the low rate: pressed, its fields open; a cross deletes it. */
final class WindowChip extends Div {
    private final TariffWords words;
    private final Span days = new Span();
    private final Span hours = new Span();
    private final NativeButton edit = new NativeButton();
    private final IconButton remove;

    WindowChip(TariffWords words, Runnable opened, Runnable removed) {
        this.words = words;
        hours.addClassName("strong");
        edit.add(days, hours);
        edit.addClassName("open");
        edit.getElement().setAttribute("title", words.get("windows.edit"));
        edit.addClickListener(event -> opened.run());
        remove = new IconButton("close", "", removed).bare();
        addClassName("win");
        add(edit, remove);
    }

    void show(LowRateWindow window, boolean open) {
        days.setText(window.days().isEmpty() ? "\u2013" : words.weekdays(window.days()));
        hours.setText(words.hours(window));
        String label = words.get("windows.remove", days.getText(), hours.getText());
        remove.getElement().setAttribute("aria-label", label);
        remove.getElement().setAttribute("title", label);
        edit.getElement().setAttribute("aria-expanded", Boolean.toString(open));
        setClassName("on", open);
    }
}
