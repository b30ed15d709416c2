package org.opensem.web.home.internal;

import com.vaadin.flow.component.html.Div;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opensem.web.ViewContext;
import org.opensem.web.component.Chip;
import org.opensem.web.component.Panel;

/** Which panels are shown (H1); this browser remembers it. What is left grows to fill the row. */
final class PanelChoice {
    static final String USE = "use";
    static final String HISTORY = "history";
    static final String OVERVIEW = "overview";
    private static final String PREFERENCE = "home-panels";
    /** Stands for none: a preference is never empty. */
    private static final String NONE = "none";
    private static final List<String> CHIPS = List.of(USE, HISTORY, OVERVIEW);
    private static final List<String> GRID = List.of(OVERVIEW, HISTORY, USE);

    private final ViewContext context;
    private final Map<String, Panel> panels;
    private final Set<String> shown;
    private final Div chips = new Div();
    private final Div grid = new Div();

    PanelChoice(Words words, ViewContext context, Map<String, Panel> panels) {
        this.context = context;
        this.panels = panels;
        shown = read(context.preference(PREFERENCE, String.join(",", CHIPS)));
        chips.addClassNames("chips", "row");
        chips.getElement().setAttribute("role", "group");
        chips.getElement().setAttribute("aria-label", words.get("panels"));
        CHIPS.forEach(id -> chips.add(new Chip(words.get("panel." + id), shown.contains(id), on -> choose(id, on))));
        grid.addClassNames("grid", "home");
        GRID.forEach(id -> grid.add(panels.get(id)));
        apply();
    }

    static Set<String> read(String preference) {
        Set<String> ids = new LinkedHashSet<>(Arrays.asList(preference.split(",")));
        ids.retainAll(CHIPS);
        return ids;
    }

    static String write(Set<String> ids) {
        return ids.isEmpty() ? NONE : String.join(",", ids);
    }

    private void choose(String id, boolean on) {
        if (on) {
            shown.add(id);
        } else {
            shown.remove(id);
        }
        context.remember(PREFERENCE, write(shown));
        apply();
    }

    private void apply() {
        panels.forEach((id, panel) -> panel.setVisible(shown.contains(id)));
        grid.setClassName("alone", shown.contains(OVERVIEW) != shown.contains(HISTORY));
    }

    Div chips() {
        return chips;
    }

    Div grid() {
        return grid;
    }
}
