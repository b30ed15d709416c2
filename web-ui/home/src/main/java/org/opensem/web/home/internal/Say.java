package org.opensem.web.home.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.opensem.web.Icons;

/** What stands in place of figures that are not there: one sentence, what it means, and the next step. */
final class Say extends Div {
    private final Span title = new Span();
    private final Paragraph more = new Paragraph();
    private final Button button = new Button();
    private Runnable step = () -> { };

    /** @param icon name, or empty for none */
    Say(String icon) {
        addClassName("say");
        if (!icon.isEmpty()) {
            add(Icons.of(icon));
        }
        title.addClassName("strong");
        button.addClickListener(event -> step.run());
        add(title, more, button);
        noStep();
    }

    Say show(String sentence, String meaning) {
        title.setText(sentence);
        more.setText(meaning);
        return this;
    }

    /** Offers the next step. */
    void step(String text, Runnable action) {
        button.setText(text);
        button.setVisible(true);
        step = action;
    }

    void noStep() {
        button.setVisible(false);
    }
}
