package org.opensem.web.overview.internal;

import java.util.Map;
import org.opensem.web.ViewContext;
import org.opensem.web.component.Panel;
import org.opensem.web.component.Say;

/** A category's devices on a day (U2). As long as no pattern is known it says so, and where the day's curve is. */
final class CategoryPanel {
    private static final String GRAPH = "graph";

    private final Words words;
    private final ViewContext context;
    private final Panel panel = new Panel("category", "");
    private final Say say = new Say("table");
    private Tab shown;

    CategoryPanel(Words words, ViewContext context) {
        this.words = words;
        this.context = context;
        say.step(words.get("graph.open"), () -> context.open(GRAPH, Map.of("date", shown.day().toString())));
        say.tell(words.get("patterns.none.title"), words.get("patterns.none.more"));
        panel.body(say);
    }

    Panel panel() {
        return panel;
    }

    void show(Tab tab) {
        shown = tab;
        panel.setTitle(words.get("category.title", words.row(tab.row()), words.dates().full(tab.day())));
        say.offer(context.hasView(GRAPH));
    }
}
