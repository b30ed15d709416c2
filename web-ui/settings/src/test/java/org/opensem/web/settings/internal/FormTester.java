package org.opensem.web.settings.internal;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.BlurNotifier.BlurEvent;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.opensem.metering.Sample;
import org.opensem.settings.Settings;
import org.opensem.web.BrowserTab;
import org.opensem.web.settings.SectionContext;

/** Uses a section as people do: finds fields by their labels, types, presses buttons. */
public final class FormTester {
    private final BrowserTab tab = new BrowserTab();
    private final SectionRegistry registry = new SectionRegistry();
    private final LentContext context;
    private final Component component;
    private boolean unsaved;

    private FormTester(Settings settings, Map<String, String> state, Function<SectionContext, Component> factory) {
        registry.settings = settings;
        tab.state = state;
        context = new LentContext(tab, registry, "test", now -> unsaved = now);
        tab.onState = context::accept;
        tab.onLive = context::live;
        component = factory.apply(context);
    }

    /** @param state of the section in the address */
    public static FormTester of(Settings settings, Map<String, String> state, Function<SectionContext, Component> factory) {
        return new FormTester(settings, state, factory);
    }

    public String text() {
        return Fakes.text(component);
    }

    public boolean isUnsaved() {
        return unsaved;
    }

    public Map<String, String> address() {
        return tab.state;
    }

    public Map<String, String> preferences() {
        return tab.preferences;
    }

    /** Goes to an address, as Back does. */
    public void arrive(Map<String, String> state) {
        tab.go(state);
    }

    public void live(Sample sample) {
        tab.onLive.accept(sample);
    }

    /** A second passes, with or without a sample. */
    public void second() {
        context.groupsChanged();
    }

    public Component component() {
        return component;
    }

    /** All components of a class that can be seen. */
    public <T> Stream<T> all(Class<T> type) {
        return Fakes.all(component).filter(type::isInstance).map(type::cast);
    }

    /** The nth visible field of this label. */
    public <T extends Component> T field(Class<T> type, String label, int nth) {
        return all(type).filter(field -> label.equals(label(field))).skip(nth).findFirst()
                .orElseThrow(() -> new AssertionError("No field " + label + " in " + text()));
    }

    private static String label(Component field) {
        String label = field instanceof HasLabel has ? has.getLabel() : null;
        return label != null ? label : Optional.of(field).filter(HasAriaLabel.class::isInstance).map(HasAriaLabel.class::cast)
                .flatMap(HasAriaLabel::getAriaLabel).orElse(null);
    }

    /** The first text field of this label. */
    public TextField field(String label) {
        return field(TextField.class, label, 0);
    }

    /** Types into a field and leaves it. */
    public void type(TextField field, String text) {
        choose(field, text);
        ComponentUtil.fireEvent(field, new BlurEvent<>(field, true));
    }

    /** Sets a field as its user does. */
    public <C extends AbstractField<C, V>, V> void choose(C field, V value) {
        V before = field.getValue();
        field.setValue(value);
        ComponentUtil.fireEvent(field, new ComponentValueChangeEvent<>(field, field, before, true));
    }

    /** Presses the button with this text or label. */
    public void press(String name) {
        Consumer<Component> click = button -> {
            if (button instanceof Button vaadin) {
                vaadin.click();
            } else {
                ComponentUtil.fireEvent(button, new ClickEvent<>(button));
            }
        };
        click.accept(Fakes.all(component).filter(c -> c instanceof Button || c instanceof NativeButton)
                .filter(c -> name.equals(c.getElement().getAttribute("aria-label")) || Fakes.text(c).strip().startsWith(name))
                .findFirst().orElseThrow(() -> new AssertionError("No button " + name + " in " + text())));
    }
}
