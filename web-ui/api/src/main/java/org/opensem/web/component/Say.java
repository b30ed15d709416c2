package org.opensem.web.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.opensem.web.Icons;

/** What stands in a panel that has nothing to show: an icon, what is, why, and the next step if there is one. */
public final class Say extends Div {
    private final Span title = new Span();
    private final Paragraph more = new Paragraph();
    private final NativeButton step = new NativeButton();

    /** @param icon name, see {@link Icons} */
    public Say(String icon) {
        addClassName("say");
        title.addClassName("strong");
        step.addClassName("step");
        step.getElement().setAttribute("type", "button");
        step.setVisible(false);
        add(Icons.of(icon), title, more, step);
    }

    /** Adds the next step; {@link #offer} hides it where it cannot be taken. */
    public Say step(String text, Runnable action) {
        step.setText(text);
        step.addClickListener(click -> action.run());
        step.setVisible(true);
        return this;
    }

    /** Says what is, and why or what then. */
    public void tell(String what, String why) {
        title.setText(what);
        more.setText(why);
    }

    /** Whether the next step can be taken now. */
    public void offer(boolean possible) {
        step.setVisible(possible && !step.getText().isEmpty());
    }
}
