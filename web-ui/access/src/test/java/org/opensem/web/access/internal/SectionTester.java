package org.opensem.web.access.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.internal.ExecutionContext;
import com.vaadin.flow.internal.StateTree.ExecutionRegistration;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.opensem.settings.Fields;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsGroup;
import org.opensem.testkit.settings.InMemorySettings;
import org.opensem.web.settings.SectionTab;

/** Uses the section as people do, and lets a second pass. */
final class SectionTester implements AutoCloseable {
    private final List<Runnable> ticking = new ArrayList<>();
    private final Page page = new Page();
    /** Kept here: Vaadin itself holds it weakly. */
    private final VaadinServletRequest request = new VaadinServletRequest(Exchange.get("/").request(), null);

    /** A page without a browser and a session. Dialogs, which wait for the next answer to the browser, are there at once. */
    private static final class Page extends UI {
        private static final long serialVersionUID = 1;

        @Override
        public Future<Void> access(Command command) {
            command.execute();
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public ExecutionRegistration beforeClientResponse(Component component, SerializableConsumer<ExecutionContext> execution) {
            if (component == this) {
                execution.accept(null);
            }
            return null;
        }
    }

    /** As that of the bundle access/core. */
    private static final class Group implements SettingsGroup {
        @Override
        public SettingsDescriptor descriptor() {
            return new SettingsDescriptor("security", "test.access", 80);
        }

        @Override
        public Map<String, Object> read(Fields fields) {
            return Map.of("network", fields.flag("network", false), "hosts", fields.texts("hosts", 20));
        }
    }

    SectionTester(Services services) {
        UI.setCurrent(page);
        CurrentInstance.set(VaadinRequest.class, request);
        Words words = new Words(new SectionTab(new InMemorySettings(new Group())));
        page.add(new AccessForm(words, services, task -> {
            ticking.add(task);
            return () -> ticking.remove(task);
        }).component());
    }

    @Override
    public void close() {
        CurrentInstance.clearAll();
    }

    /** The section goes, as when another one is opened. */
    void leave() {
        page.removeAll();
    }

    boolean isTicking() {
        return !ticking.isEmpty();
    }

    void tick() {
        List.copyOf(ticking).forEach(Runnable::run);
    }

    /** All text that can be seen, of dialogs too. */
    String text() {
        StringBuilder text = new StringBuilder();
        collect(page.getElement(), text);
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

    /** Presses a button of the section. @param nth of those that say the same, from 0 */
    void press(String name, int nth) {
        click(all(page), name, nth);
    }

    /** Presses the button of the open dialog. */
    void confirm(String name) {
        click(inDialog(), name, 0);
    }

    private void click(Stream<Component> among, String name, int nth) {
        among.filter(Button.class::isInstance).map(Button.class::cast).filter(button -> button.getText().equals(name)).skip(nth)
                .findFirst().orElseThrow(() -> new AssertionError("No button " + name + " in " + text())).click();
    }

    /** Types into a field of the open dialog. */
    void type(String label, String text) {
        field(inDialog(), label).setValue(text);
    }

    /** A field of the section. */
    HasValue<?, String> field(String label) {
        return field(all(page), label);
    }

    @SuppressWarnings("unchecked")
    private HasValue<?, String> field(Stream<Component> among, String label) {
        return (HasValue<?, String>) among.filter(HasValue.class::isInstance)
                .filter(field -> field instanceof HasLabel has && label.equals(has.getLabel())).findFirst()
                .orElseThrow(() -> new AssertionError("No field " + label + " in " + text()));
    }

    boolean isAsking() {
        return dialogs().findAny().isPresent();
    }

    private Stream<Dialog> dialogs() {
        return all(page).filter(Dialog.class::isInstance).map(Dialog.class::cast).filter(Dialog::isOpened);
    }

    private Stream<Component> inDialog() {
        Dialog dialog = dialogs().findFirst().orElseThrow(() -> new AssertionError("No dialog in " + text()));
        return Stream.concat(all(dialog), dialog.getFooter().getElement().getChildren()
                .flatMap(child -> child.getComponent().stream()).flatMap(SectionTester::all));
    }

    private static Stream<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(SectionTester::all));
    }
}
