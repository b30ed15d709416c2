package org.opensem.web.home.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.opensem.web.ViewContext;
import org.opensem.web.component.Chip;
import org.opensem.web.home.internal.PanelRegistry.Entry;

/**
 * Which panels are shown (H1); this browser remembers which are not, so that a new one is there at once. The buttons stand above
 * the panels; on a phone, where there is no room for them, below.
 */
final class PanelChoice {
    private static final String PREFERENCE = "home-hidden";
    /** Stands for none: a preference is never empty. */
    private static final String NONE = "none";

    private final Words words;
    private final ViewContext context;
    private final Runnable changed;
    private final Set<String> hidden;
    private final Div above = new Div();
    private final Div below = new Div();
    private final Section foot = new Section();

    /** @param changed called when a panel is to be hidden or shown */
    PanelChoice(Words words, ViewContext context, Runnable changed) {
        this.words = words;
        this.context = context;
        this.changed = changed;
        hidden = read(context.preference(PREFERENCE, NONE));
        for (Div chips : List.of(above, below)) {
            chips.addClassNames("chips", "row");
            chips.getElement().setAttribute("role", "group");
            chips.getElement().setAttribute("aria-label", words.get("panels"));
        }
        foot.addClassName("panel-choice");
        foot.add(new H2(words.get("panels")), below);
    }

    static Set<String> read(String preference) {
        Set<String> ids = new LinkedHashSet<>(Arrays.asList(preference.split(",")));
        ids.remove(NONE);
        return ids;
    }

    static String write(Set<String> ids) {
        return ids.isEmpty() ? NONE : String.join(",", ids);
    }

    /** Offers a button for each panel that there is. */
    void offer(List<Entry> panels) {
        above.removeAll();
        below.removeAll();
        for (Entry entry : panels) {
            String id = entry.id();
            String title = words.title(entry.descriptor());
            List<Chip> both = new ArrayList<>();
            for (Div chips : List.of(above, below)) {
                Chip chip = new Chip(title, isShown(id), on -> {
                    both.forEach(one -> one.setPressed(on));
                    choose(id, on);
                });
                both.add(chip);
                chips.add(chip);
            }
        }
    }

    private void choose(String id, boolean on) {
        if (on) {
            hidden.remove(id);
        } else {
            hidden.add(id);
        }
        context.remember(PREFERENCE, write(hidden));
        changed.run();
    }

    boolean isShown(String id) {
        return !hidden.contains(id);
    }

    /** The buttons above the panels. */
    Div above() {
        return above;
    }

    /** The same below them, for a phone. */
    Section foot() {
        return foot;
    }
}
