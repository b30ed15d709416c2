package org.opensem.web.component;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.opensem.web.Icons;

/** A small button that is on or off. */
public final class Chip extends NativeButton {
    private boolean pressed;

    /** @param listener told of every change by the user */
    public Chip(String text, boolean pressed, Consumer<Boolean> listener) {
        addClassName("chip");
        getElement().setAttribute("type", "button");
        add(Icons.of("check"), new Span(text));
        setPressed(pressed);
        addClickListener(event -> {
            setPressed(!this.pressed);
            listener.accept(this.pressed);
        });
    }

    public boolean isPressed() {
        return pressed;
    }

    /** Sets it without telling the listener. */
    public void setPressed(boolean pressed) {
        this.pressed = pressed;
        getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
    }
}
