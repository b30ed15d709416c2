package org.opensem.web.console.internal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.opensem.language.Translations;
import org.opensem.web.Icons;

/** Says above every view that the clock is not set, and leads to where it is set (T6). */
final class ClockNote extends Div {
    private static final String SETTINGS = "settings?section=time";

    ClockNote(Translations texts) {
        addClassNames("banner", "clocknote");
        getElement().setAttribute("role", "status");
        Anchor step = new Anchor(SETTINGS, texts.get("clock.step"));
        step.getElement().setAttribute("router-link", true);
        step.addClassName("step");
        add(Icons.of("clock"), new Span(texts.get("clock.unset")), step);
    }
}
