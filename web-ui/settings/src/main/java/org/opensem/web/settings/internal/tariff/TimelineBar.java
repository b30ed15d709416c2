package org.opensem.web.settings.internal.tariff;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/** The versions side by side; one of them is being edited. */
final class TimelineBar extends OrderedList {
    /** Where there is no room for all, the chosen one stands in the middle; the page itself does not move. */
    private static final String CENTRE = "const bar = this.closest('.versions');"
            + "if (bar) bar.scrollLeft = this.offsetLeft - bar.offsetLeft - (bar.clientWidth - this.offsetWidth) / 2;";

    private final TariffWords words;
    private final IntConsumer chosen;
    private final List<Item> items = new ArrayList<>();

    TimelineBar(TariffWords words, IntConsumer chosen) {
        this.words = words;
        this.chosen = chosen;
        addClassName("versions");
        getElement().setAttribute("aria-label", words.get("versions"));
    }

    /** Draws what is another now in place: a button that is made anew would lose the click of somebody who is pressing it. */
    void show(TariffDraft tariff, Units units, LocalDate today, int selected) {
        List<Timeline.Entry> entries = Timeline.of(tariff, today);
        if (entries.size() != items.size()) {
            removeAll();
            items.clear();
            entries.forEach(entry -> items.add(new Item(entry.index())));
            items.forEach(item -> add(new ListItem(item.button)));
        }
        for (Timeline.Entry entry : entries) {
            items.get(entry.index()).show(entry, tariff.price(entry.index(), "highPrice").map(units::briefPrice).orElse("\u2013"),
                    entry.index() == selected);
        }
        setVisible(!entries.isEmpty());
    }

    /** One version. */
    private final class Item {
        private final NativeButton button = new NativeButton();
        private final Span title = new Span();
        private final Span price = new Span();
        private final Span note = new Span();

        Item(int index) {
            title.addClassName("strong");
            price.addClassName("price");
            note.addClassName("note");
            button.add(title, price, note);
            button.addClickListener(event -> chosen.accept(index));
        }

        void show(Timeline.Entry entry, String costs, boolean selected) {
            title.setText(entry.title(words));
            price.setText(costs);
            note.setText(entry.note(words));
            button.setClassName("ver " + entry.state().name().toLowerCase(Locale.ROOT));
            boolean before = button.getElement().hasAttribute("aria-current");
            if (selected && !before) {
                button.getElement().setAttribute("aria-current", "true").executeJs(CENTRE);
            } else if (!selected) {
                button.getElement().removeAttribute("aria-current");
            }
        }
    }
}
