package org.opensem.web.home.internal;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.stream.Stream;
import org.opensem.web.BrowserTab;

/** A browser's tab, and what can be seen in it. */
final class Tab extends BrowserTab {
    /** All text that can be seen. */
    static String text(Component component) {
        StringBuilder text = new StringBuilder();
        collect(component.getElement(), text);
        return text.toString();
    }

    private static void collect(Element element, StringBuilder text) {
        if (element.isTextNode()) {
            text.append(element.getText());
        } else if (element.isVisible()) {
            element.getChildren().forEach(child -> collect(child, text));
            text.append(' ');
        }
    }

    /** The component and all visible ones in it. */
    static Stream<Component> all(Component component) {
        // A text has no visibility of its own.
        return !(component instanceof Text) && component.isVisible()
                ? Stream.concat(Stream.of(component), component.getChildren().flatMap(Tab::all)) : Stream.empty();
    }

    /** The panels that are shown, in order. */
    static List<String> panels(Component component) {
        return all(component).map(c -> c.getElement().getAttribute("data-panel")).filter(id -> id != null).toList();
    }

    /** Clicks the first visible button with a text. */
    static void click(Component component, String text) {
        Component button = all(component).filter(Tab::isButton).filter(one -> text(one).strip().equals(text)).findFirst()
                .orElseThrow(() -> new AssertionError("No button " + text));
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
    }

    private static boolean isButton(Component component) {
        return component instanceof NativeButton || component.getElement().getTag().equals("vaadin-button");
    }
}
