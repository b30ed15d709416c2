package org.opensem.web.settings;

import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A field on the page and its place in the draft. A fault shows when the field is left, or if it had something in it before; it
 * goes as soon as it is put right.
 */
final class Binding<V> {
    private final String path;
    private final Component field;
    private final HasValue<?, V> value;
    private final Function<Object, V> toField;
    private final Function<V, Object> toDraft;
    private String name;
    private boolean touched;
    private boolean focused;

    <C extends Component & HasValue<?, V> & HasValidation> Binding(String path, String name, C field, Function<Object, V> toField,
            Function<V, Object> toDraft) {
        this.path = path;
        this.name = name;
        this.field = field;
        this.value = field;
        this.toField = toField;
        this.toDraft = toDraft;
        field.setManualValidation(true);
    }

    /**
     * Writes through to the draft from now on.
     *
     * @param edited told after each change by the user
     * @param left told when the field was left after a change
     */
    void connect(Supplier<Draft> draft, Runnable edited, Runnable left) {
        value.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                write(draft.get());
                edited.run();
            }
        });
        if (field instanceof FocusNotifier<?> focus && field instanceof BlurNotifier<?> blur) {
            focus.addFocusListener(event -> focused = true);
            blur.addBlurListener(event -> {
                focused = false;
                if (touched) {
                    show(draft.get());
                    left.run();
                }
            });
        }
    }

    /** Takes over what stands in the field; also for input that gives no value and so no change of it. */
    void write(Draft draft) {
        touched = true;
        draft.put(path, toDraft.apply(value.getValue()));
    }

    /** Shows what the draft says; a text that could not be read stays as it was typed. */
    void show(Draft draft) {
        Object stored = draft.get(path).orElse(null);
        if (stored instanceof Draft.Unreadable) {
            return;
        }
        V shown = toField.apply(stored);
        if (!Objects.equals(shown, value.getValue())) {
            value.setValue(shown);
        }
    }

    /** Begins anew with a draft. */
    void load(Draft draft) {
        touched = false;
        Object stored = draft.get(path).orElse(null);
        value.setValue(stored instanceof Draft.Unreadable unreadable ? typed(unreadable) : toField.apply(stored));
    }

    /** What was typed, where the field can show it. */
    @SuppressWarnings("unchecked")
    private V typed(Draft.Unreadable unreadable) {
        return value.getEmptyValue() instanceof String ? (V) unreadable.text() : toField.apply(null);
    }

    /** Whether a fault of this field may be told now. @param insist whether somebody has tried to save */
    boolean tells(boolean insist) {
        return insist || isInvalid() || !focused && (touched || !value.isEmpty());
    }

    private boolean isInvalid() {
        return ((HasValidation) field).isInvalid();
    }

    /** @param message empty if there is no fault */
    void fault(String message) {
        HasValidation shown = (HasValidation) field;
        shown.setErrorMessage(message);
        shown.setInvalid(!message.isEmpty());
    }

    void focus() {
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
        field.scrollIntoView();
    }

    String path() {
        return path;
    }

    String name() {
        return name;
    }

    void rename(String text) {
        name = text;
    }

    Component field() {
        return field;
    }
}
