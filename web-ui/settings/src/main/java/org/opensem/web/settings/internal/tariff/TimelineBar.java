package org.opensem.web.settings.internal.tariff;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.IntConsumer;

/** The versions side by side; one of them is being edited. */
final class TimelineBar extends OrderedList {
    /** Where there is no room for all, the chosen one stands in the middle; the page itself does not move. */
    private static final String CENTRE = "const bar = this.closest('.versions');"
            + "if (bar) bar.scrollLeft = this.offsetLeft - bar.offsetLeft - (bar.clientWidth - this.offsetWidth) / 2;";

    private final TariffWords words;
    private final IntConsumer chosen;

    TimelineBar(TariffWords words, IntConsumer chosen) {
        this.words = words;
        this.chosen = chosen;
        addClassName("versions");
        getElement().setAttribute("aria-label", words.get("versions"));
    }

    void show(TariffDraft tariff, Units units, LocalDate today, int selected) {
        removeAll();
        Timeline.of(tariff, today).forEach(entry -> add(item(entry, tariff, units, entry.index() == selected)));
        setVisible(tariff.versions() > 0);
    }

    private ListItem item(Timeline.Entry entry, TariffDraft tariff, Units units, boolean selected) {
        Span title = new Span(entry.title(words));
        title.addClassName("strong");
        Span price = new Span(tariff.price(entry.index(), "highPrice").map(units::briefPrice).orElse("\u2013"));
        price.addClassName("price");
        Span note = new Span(entry.note(words));
        note.addClassName("note");
        NativeButton button = new NativeButton();
        button.add(title, price, note);
        button.addClassNames("ver", entry.state().name().toLowerCase(Locale.ROOT));
        if (selected) {
            button.getElement().setAttribute("aria-current", "true");
            button.getElement().executeJs(CENTRE);
        }
        button.addClickListener(event -> chosen.accept(entry.index()));
        return new ListItem(button);
    }
}
