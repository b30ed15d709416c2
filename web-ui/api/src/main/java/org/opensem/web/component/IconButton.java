package org.opensem.web.component;

import com.vaadin.flow.component.html.NativeButton;
import org.opensem.web.Icons;

/** A square button with an icon; its label is for screen readers and shows as a hint. */
public final class IconButton extends NativeButton {

    public IconButton(String icon, String label, Runnable action) {
        addClassName("ib");
        getElement().setAttribute("type", "button");
        setLabel(label);
        add(Icons.of(icon));
        addClickListener(event -> action.run());
    }

    /** What it does, in the user's language. */
    public void setLabel(String label) {
        getElement().setAttribute("aria-label", label);
        getElement().setAttribute("title", label);
    }

    /** Without a border, for a panel's header. */
    public IconButton bare() {
        addClassName("bare");
        return this;
    }
}
