package org.opensem.web.home.internal;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.opensem.metering.Sample;
import org.opensem.web.ViewContext;

/** A browser's tab, and what can be seen in it. */
final class Tab implements ViewContext {
    final Map<String, String> preferences = new HashMap<>();
    final Set<String> views = new HashSet<>();
    final List<String> opened = new ArrayList<>();
    Locale locale = Locale.GERMANY;
    int released;
    Map<String, String> state = Map.of();
    Consumer<Map<String, String>> onState = s -> { };
    Consumer<Sample> onLive = s -> { };

    @Override
    public Map<String, String> state() {
        return state;
    }

    @Override
    public void go(Map<String, String> to) {
        state = to;
        onState.accept(to);
    }

    @Override
    public void onState(Consumer<Map<String, String>> listener) {
        onState = listener;
    }

    @Override
    public void onLive(Consumer<Sample> listener) {
        onLive = listener;
    }

    @Override
    public String preference(String name, String otherwise) {
        return preferences.getOrDefault(name, otherwise);
    }

    @Override
    public void remember(String name, String value) {
        preferences.put(name, value);
    }

    @Override
    public void open(String route, Map<String, String> to) {
        opened.add(route + " " + to);
    }

    @Override
    public boolean hasView(String route) {
        return views.contains(route);
    }

    @Override
    public void released() {
        released++;
    }

    @Override
    public Locale locale() {
        return locale;
    }

    @Override
    public ZoneId zone() {
        return House.BERLIN;
    }

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
        Component button = all(component).filter(c -> (c instanceof NativeButton || c.getElement().getTag().equals("vaadin-button"))
                && text(c).strip().equals(text)).findFirst().orElseThrow(() -> new AssertionError("No button " + text));
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
    }
}
