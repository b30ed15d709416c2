package org.opensem.web.overview.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.opensem.web.Icons;

/**
 * The table, and beside it the details that are open, each of which can be closed. Buttons rather than tabs by role, because a
 * tab must not hold another button.
 */
final class TabBar extends Div {
    private final Words words;
    private final Consumer<Optional<Tab>> show;
    private final Consumer<Tab> close;
    private Place shown;

    TabBar(Words words, Consumer<Optional<Tab>> show, Consumer<Tab> close) {
        this.words = words;
        this.show = show;
        this.close = close;
        addClassName("tabs");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", words.get("tabs"));
    }

    void show(Place place) {
        if (shown != null && shown.tabs().equals(place.tabs()) && shown.active().equals(place.active())) {
            return;
        }
        shown = place;
        setVisible(!place.tabs().isEmpty());
        removeAll();
        List<Div> all = new ArrayList<>(List.of(tab(Optional.empty(), words.get("title"))));
        for (Tab tab : place.tabs()) {
            Div box = tab(Optional.of(tab), words.tab(tab));
            NativeButton closer = new NativeButton("", click -> close.accept(tab));
            closer.add(Icons.of("close"));
            closer.addClassName("close");
            closer.getElement().setAttribute("aria-label", words.get("tab.close", words.tab(tab)));
            box.add(closer);
            all.add(box);
        }
        all.forEach(this::add);
    }

    private Div tab(Optional<Tab> tab, String name) {
        NativeButton button = new NativeButton(name, click -> show.accept(tab));
        Div box = new Div(button);
        box.addClassName("tab");
        if (shown.active().equals(tab)) {
            box.addClassName("here");
            button.getElement().setAttribute("aria-current", "page");
        }
        return box;
    }
}
