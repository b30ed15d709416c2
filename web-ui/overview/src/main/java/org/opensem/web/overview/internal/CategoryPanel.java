package org.opensem.web.overview.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import org.opensem.web.Icons;
import org.opensem.web.ViewContext;
import org.opensem.web.component.Panel;

/** A category's devices on a day (U2). As long as no pattern is known it says so, and where the day's curve is. */
final class CategoryPanel {
    private static final String GRAPH = "graph";

    private final Words words;
    private final ViewContext context;
    private final Panel panel = new Panel("category", "");
    private final Paragraph more = new Paragraph();
    private final NativeButton graph = new NativeButton();
    private Tab shown;

    CategoryPanel(Words words, ViewContext context) {
        this.words = words;
        this.context = context;
        Span title = new Span(words.get("patterns.none.title"));
        title.addClassName("strong");
        graph.setText(words.get("graph.open"));
        graph.addClassName("link");
        graph.addClickListener(click -> context.open(GRAPH, Map.of("date", shown.day().toString())));
        Div box = new Div(Icons.of("table"), title, more, graph);
        box.addClassName("say");
        panel.body(box);
    }

    Panel panel() {
        return panel;
    }

    void show(Tab tab) {
        shown = tab;
        panel.setTitle(words.get("category.title", words.row(tab.row()), words.dates().full(tab.day())));
        more.setText(words.get("patterns.none.more"));
        graph.setVisible(context.hasView(GRAPH));
    }
}
