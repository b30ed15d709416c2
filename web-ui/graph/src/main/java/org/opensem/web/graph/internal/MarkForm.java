package org.opensem.web.graph.internal;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.opensem.store.InvalidRanges;
import org.opensem.web.component.Calendars;
import org.opensem.web.component.IconButton;
import org.opensem.web.component.Panel;
import org.opensem.web.graph.internal.MarkEntry.Field;
import org.opensem.web.graph.internal.Place.Window;

/**
 * Asks which stretch is to be marked invalid (G7): the curve's window, or what is typed. From the first typed value on the window
 * only serves to look closely, until it is taken over again.
 */
final class MarkForm {
    private final Words words;
    private final Supplier<ZoneId> zone;
    private final Listener listener;
    private final DatePicker fromDate = new DatePicker();
    private final TimePicker fromTime = new TimePicker();
    private final DatePicker toDate = new DatePicker();
    private final TimePicker toTime = new TimePicker();
    private final TextField reason = new TextField();
    private final Paragraph effect = new Paragraph();
    private final Paragraph fault = new Paragraph();
    private final Button takeWindow;
    private final Map<Field, HasValidationProperties> fields = new EnumMap<>(Field.class);
    private final Panel panel;
    private Optional<Window> window = Optional.empty();
    private boolean typed;
    private boolean tried;

    /** Told what happens in the form. */
    interface Listener {

        /** What the fields say now, if they say a stretch. */
        void chosen(Optional<Window> stretch);

        /** @return false if it could not be stored */
        boolean confirmed(Window stretch, String reason);

        void cancelled();
    }

    MarkForm(Words words, Supplier<ZoneId> zone, Listener listener) {
        this.words = words;
        this.zone = zone;
        this.listener = listener;
        takeWindow = new Button(words.get("mark.window"), event -> follow());
        takeWindow.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button confirm = new Button(words.get("mark.confirm"), event -> confirm());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button cancel = new Button(words.get("mark.cancel"), event -> listener.cancelled());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div foot = new Div(confirm, cancel);
        foot.addClassNames("row", "wrap", "foot");
        Paragraph hint = new Paragraph(words.get("mark.hint"));
        hint.addClassNames("small", "mut");
        effect.addClassNames("small", "effect");
        effect.getElement().setAttribute("role", "status");
        fault.addClassNames("small", "bad");
        fault.getElement().setAttribute("role", "alert");
        reason.setLabel(words.get("mark.reason"));
        reason.setHelperText(words.get("mark.reason.hint"));
        reason.setMaxLength(InvalidRanges.MOST_REASON);
        panel = new Panel("mark", words.get("mark")).body(hint, pair("mark.from", fromDate, fromTime),
                pair("mark.to", toDate, toTime), takeWindow, reason, effect, fault, foot);
        panel.aside(new IconButton("close", words.get("mark.cancel"), listener::cancelled).bare());
        fields.putAll(Map.of(Field.FROM_DATE, fromDate, Field.FROM_TIME, fromTime, Field.TO_DATE, toDate, Field.TO_TIME, toTime,
                Field.REASON, reason));
        fields.values().forEach(this::listen);
    }

    private Div pair(String key, DatePicker date, TimePicker time) {
        String name = words.get(key);
        date.setLabel(name);
        date.setLocale(words.formats().locale());
        date.setI18n(Calendars.words(words.formats().locale()));
        date.setAutoOpen(false);
        date.setManualValidation(true);
        time.setLabel(words.get("mark.time"));
        time.setLocale(words.formats().locale());
        // Without a list to choose from: it would have 86,400 lines.
        time.setStep(Duration.ofSeconds(1));
        time.setManualValidation(true);
        Div pair = new Div(date, time);
        pair.addClassName("when");
        pair.getElement().setAttribute("role", "group");
        pair.getElement().setAttribute("aria-label", name);
        return pair;
    }

    private void listen(HasValidationProperties field) {
        ((AbstractField<?, ?>) field).addValueChangeListener(event -> {
            if (event.isFromClient()) {
                typed |= field != reason;
                changed();
            }
        });
    }

    Panel panel() {
        return panel;
    }

    /** Begins anew on a day. */
    void open(LocalDate day, Optional<Window> shown) {
        typed = false;
        tried = false;
        window = shown;
        reason.clear();
        fault.setText("");
        fields.values().forEach(field -> field.setInvalid(false));
        if (shown.isPresent()) {
            fill(shown.get());
        } else {
            fromDate.setValue(day);
            toDate.setValue(day);
            fromTime.clear();
            toTime.clear();
        }
        changed();
        Focusable<?> first = shown.isPresent() ? reason : fromTime;
        first.focus();
    }

    /** The curve shows another window; nothing if it shows the whole day. */
    void windowMoved(Optional<Window> shown) {
        window = shown;
        if (!typed && shown.isPresent()) {
            fill(shown.get());
        }
        changed();
    }

    private void follow() {
        typed = false;
        window.ifPresent(this::fill);
        changed();
    }

    private void fill(Window stretch) {
        MarkEntry entry = MarkEntry.of(stretch, zone.get(), "");
        fromDate.setValue(entry.fromDate());
        fromTime.setValue(entry.fromTime());
        toDate.setValue(entry.toDate());
        toTime.setValue(entry.toTime());
    }

    private MarkEntry entry() {
        return new MarkEntry(fromDate.getValue(), fromTime.getValue(), toDate.getValue(), toTime.getValue(), reason.getValue());
    }

    private Optional<Window> stretch() {
        return entry().stretch(zone.get(), window);
    }

    private void changed() {
        if (tried) {
            showFaults();
        }
        takeWindow.setVisible(typed && window.isPresent() && !window.equals(stretch()));
        listener.chosen(stretch());
    }

    /** What marking does to the figures. */
    void setEffect(String text) {
        effect.setText(text);
    }

    private boolean showFaults() {
        Map<Field, String> faults = entry().faults(zone.get());
        fields.forEach((name, field) -> {
            String key = faults.get(name);
            field.setErrorMessage(key == null ? "" : words.get(key));
            field.setInvalid(key != null);
        });
        return faults.isEmpty();
    }

    private void confirm() {
        tried = true;
        Optional<Window> stretch = stretch();
        if (!showFaults() || stretch.isEmpty()) {
            fields.values().stream().filter(HasValidationProperties::isInvalid).findFirst()
                    .ifPresent(field -> ((Focusable<?>) field).focus());
            return;
        }
        fault.setText(listener.confirmed(stretch.get(), reason.getValue().strip()) ? "" : words.get("mark.fault.store"));
    }
}
