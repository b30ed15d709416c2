package org.opensem.web.console.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.opensem.web.Icons;
import org.opensem.language.Translations;

/** One panel with one sentence and, where there is one, the next step. */
final class Notice extends Section {
    private final Div say = new Div();

    private Notice(String icon, String title, String sentence) {
        addClassNames("card", "notice");
        getElement().setAttribute("role", "status");
        say.addClassName("say");
        Span strong = new Span(title);
        strong.addClassName("strong");
        say.add(Icons.of(icon), strong, new Paragraph(sentence));
        add(say);
    }

    private Notice step(Component step) {
        say.add(step);
        return this;
    }

    /** A view's bundle is being updated or is stopped. */
    static Notice away(Translations texts) {
        return new Notice("reset", texts.get("away.title"), texts.get("away"));
    }

    /** The console has just started and no view is there yet. */
    static Notice starting(Translations texts) {
        return new Notice("reset", texts.get("starting.title"), texts.get("starting"));
    }

    /** There is no such view. */
    static Notice unknown(Translations texts, String home) {
        Anchor link = new Anchor(home, texts.get("unknown.step"));
        link.getElement().setAttribute("router-link", true);
        link.addClassName("step");
        return new Notice("warn", texts.get("unknown.title"), texts.get("unknown")).step(link);
    }

    /** A view failed. */
    static Notice fault(Translations texts, Runnable retry) {
        return new Notice("warn", texts.get("fault.title"), texts.get("fault"))
                .step(new Button(texts.get("fault.step"), event -> retry.run()));
    }
}
