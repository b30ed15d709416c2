package org.opensem.web.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** A sentence above a view's panels about what is missing, with the next step if there is one. Hidden until it is told. */
public final class Banner extends Div {
    private final Span text = new Span();
    private final NativeButton step = new NativeButton();

    public Banner() {
        addClassName("banner");
        getElement().setAttribute("role", "status");
        step.addClassName("step");
        step.getElement().setAttribute("type", "button");
        step.setVisible(false);
        add(text, step);
        setVisible(false);
    }

    /** Adds the next step; {@link #tell} says whether it can be taken. */
    public Banner step(String name, Runnable action) {
        step.setText(name);
        step.addClickListener(click -> action.run());
        return this;
    }

    /** @param sentence empty hides it @param possible whether the next step can be taken now */
    public void tell(String sentence, boolean possible) {
        if (!text.getText().equals(sentence)) {
            text.setText(sentence);
        }
        step.setVisible(possible && !step.getText().isEmpty());
        setVisible(!sentence.isEmpty());
    }
}
