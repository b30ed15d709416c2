package org.opensem.web.component;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.opensem.language.Quantity;

/**
 * A figure with its unit set smaller. Setting it again changes the texts only, so that a live value does not jump. Its size
 * comes from a class: {@code fig} for the large one, {@code fig m} for the medium one, none for running text.
 */
@Tag("span")
public final class Figure extends Span {
    private final Element leading = new Element("span");
    private final Element digits = new Element("b");
    private final Element trailing = new Element("span");

    /** An empty figure: a dash. */
    public Figure() {
        addClassName("figure");
        leading.getClassList().add("u");
        leading.getClassList().add("pre");
        digits.getClassList().add("n");
        trailing.getClassList().add("u");
        getElement().appendChild(leading, digits, trailing);
        clear();
    }

    public Figure(Quantity quantity) {
        this();
        set(quantity);
    }

    /** A figure with further classes, for example {@code "fig", "m"}. */
    public static Figure sized(String... classes) {
        Figure figure = new Figure();
        figure.addClassNames(classes);
        return figure;
    }

    /** Shows a quantity. */
    public void set(Quantity quantity) {
        boolean before = quantity.before();
        boolean bare = quantity.unit().isEmpty();
        // The space goes with the digits, so that it is as wide as theirs.
        String gap = quantity.space() && !bare ? Quantity.SPACE : "";
        change(leading, before ? quantity.sign() + quantity.unit() : "");
        change(digits, before ? gap + quantity.digits() : quantity.value() + gap);
        change(trailing, before ? "" : quantity.unit());
    }

    /** Shows a text of figures without a unit, for example a time. */
    public void text(String text) {
        change(leading, "");
        change(digits, text);
        change(trailing, "");
    }

    /** Shows that there is no figure. */
    public void clear() {
        text("\u2013");
    }

    /** The text as it is read. */
    @Override
    public String getText() {
        return leading.getText() + digits.getText() + trailing.getText();
    }

    private static void change(Element element, String text) {
        if (!element.getText().equals(text)) {
            element.setText(text);
        }
    }
}
