package org.opensem.web.access.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Lines of a panel: what it is, what is so now, and what can be done about it. */
final class Lines extends Div {

    Lines() {
        addClassName("lines");
    }

    Lines line(String name, String now, Component... actions) {
        Div text = new Div(new Span(name), small(now));
        text.addClassName("grow");
        Div line = new Div(text);
        line.addClassName("row");
        line.add(actions);
        add(line);
        return this;
    }

    private static Span small(String text) {
        Span small = new Span(text);
        small.addClassNames("small", "mut");
        return small;
    }
}
