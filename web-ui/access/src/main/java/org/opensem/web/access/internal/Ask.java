package org.opensem.web.access.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.opensem.access.TooSoonException;
import org.opensem.settings.Fault;
import org.opensem.settings.SettingsException;
import org.opensem.web.component.Passwords;

/** A small dialog: fields, and one button that does what it says or tells beside each field what is wrong. */
final class Ask extends Dialog {
    static final String WIDTH = "460px";
    static final String NARROW = "92vw";

    private final Words words;
    private final Map<String, Component> fields = new LinkedHashMap<>();
    private final Paragraph said = new Paragraph();
    private final Button action = new Button();

    Ask(Words words, String title, String line) {
        this.words = words;
        addClassName("ask");
        setWidth(WIDTH);
        setMaxWidth(NARROW);
        setHeaderTitle(words.get(title));
        if (!line.isEmpty()) {
            Paragraph what = new Paragraph(words.get(line));
            what.addClassNames("small", "mut");
            add(what);
        }
        said.addClassNames("small", "bad");
        said.getElement().setAttribute("role", "alert");
        Button cancel = new Button(words.get("ask.cancel"), event -> close());
        getFooter().add(cancel, action);
        action.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        action.setDisableOnClick(true);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                focus(fields.values().stream().findFirst().orElse(null));
            }
        });
    }

    Supplier<String> password(String name, String label, boolean fresh) {
        PasswordField field = Passwords.field(words.get(label), words.locale());
        field.getElement().setAttribute("autocomplete", fresh ? "new-password" : "current-password");
        return put(name, field)::getValue;
    }

    Supplier<String> text(String name, String label) {
        TextField field = new TextField(words.get(label));
        field.getElement().setAttribute("autocomplete", "off");
        return put(name, field)::getValue;
    }

    /** Adds a field of any kind, to which faults of this name belong. */
    <C extends Component & HasValidation & HasValue<?, ?>> C put(String name, C field) {
        field.setManualValidation(true);
        field.addValueChangeListener(event -> {
            field.setInvalid(false);
            said.setText("");
        });
        fields.put(name, field);
        add(field);
        return field;
    }

    /**
     * What is done by the button.
     *
     * @param service asked when the button is pressed: what was there when the dialog opened may have been updated since; null
     *     while it is away
     * @param work answers faults; with none the dialog closes, unless the work showed something else
     */
    <S> Ask does(String label, boolean dangerous, Supplier<S> service, Function<S, List<Fault>> work) {
        add(said);
        action.setText(words.get(label));
        if (dangerous) {
            action.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        action.addClickListener(event -> {
            run(service.get(), work);
            action.setEnabled(true);
        });
        action.addClickShortcut(Key.ENTER);
        return this;
    }

    private <S> void run(S service, Function<S, List<Fault>> work) {
        if (service == null) {
            said.setText(words.get("updating"));
            return;
        }
        said.setText("");
        try {
            List<Fault> faults = work.apply(service);
            if (faults.isEmpty()) {
                close();
            } else {
                show(faults);
            }
        } catch (TooSoonException e) {
            said.setText(words.get("wait.seconds", e.seconds()));
        } catch (SettingsException e) {
            said.setText(e.text().in(words.locale()));
        }
    }

    private void show(List<Fault> faults) {
        Component first = null;
        for (Fault fault : faults) {
            Component field = fields.get(fault.field());
            String message = fault.message().in(words.locale());
            if (field instanceof HasValidation shown) {
                shown.setErrorMessage(message);
                shown.setInvalid(true);
                first = first == null ? field : first;
            } else {
                said.setText(message);
            }
        }
        focus(first);
    }

    private static void focus(Component field) {
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
