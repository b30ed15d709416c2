package org.opensem.web.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.slider.DecimalSlider;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.opensem.language.Message;
import org.opensem.web.component.Calendars;
import org.opensem.web.component.Passwords;
import org.opensem.web.component.Segments;

/**
 * Makes the fields of a form: Vaadin's own, bound to paths of the group's document. Each shows the faults of its path. To be had
 * from {@link SettingsForm#fields}; paths are relative to where it stands.
 */
public final class FormFields {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final String MIDNIGHT = "24:00";
    private static final int TYPING_PAUSE_MILLIS = 300;

    private final SettingsForm form;
    private final String prefix;
    private final List<Binding<?>> bindings = new ArrayList<>();
    private final List<FaultText> places = new ArrayList<>();
    private final List<FormFields> parts = new ArrayList<>();

    FormFields(SettingsForm form, String prefix) {
        this.form = form;
        this.prefix = prefix;
    }

    /** The fields of a part, for example {@code tiers[0]}. */
    public FormFields in(String part) {
        FormFields fields = form.fields(prefix + part + ".");
        parts.add(fields);
        return fields;
    }

    /** A text. */
    public TextField text(String path, String label) {
        TextField field = new TextField(label);
        typing(field);
        return bind(path, label, field, FormFields::textOf, text -> text.isBlank() ? null : text.strip());
    }

    private static void typing(TextField field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
    }

    /** A number, written and read by the user's language. */
    public TextField number(String path, String label, NumberStyle style) {
        TextField field = new TextField(label);
        typing(field);
        field.addClassName("number");
        field.getElement().setAttribute("inputmode", "decimal");
        if (!style.unit().isEmpty()) {
            field.setSuffixComponent(new Span(style.unit()));
        }
        BigDecimal sample = new BigDecimal("34.2").movePointLeft(style.shift());
        Message fault = Message.of(FormFields.class, "fault.number", style.write(sample, form.context().locale()));
        return bind(path, label, field,
                stored -> Trees.decimal(stored).map(number -> style.write(number, form.context().locale()))
                        .orElseGet(() -> textOf(stored)),
                text -> text.isBlank() ? null : style.read(text, form.context().locale()).<Object>map(number -> number)
                        .orElseGet(() -> new Draft.Unreadable(text, fault)));
    }

    /** A date. */
    public DatePicker date(String path, String label) {
        DatePicker field = new DatePicker(label);
        field.setLocale(form.context().locale());
        field.setI18n(Calendars.words(form.context().locale()).setBadInputErrorMessage(form.texts().get("fault.date")));
        // Its button opens the calendar; who types is not to be disturbed by it.
        field.setAutoOpen(false);
        return input(path, label, field, stored -> parsed(stored, LocalDate::parse), LocalDate::toString, "fault.date");
    }

    /** A time of day. */
    public TimePicker time(String path, String label) {
        return time(path, label, LocalTime::toString);
    }

    /** A time of day at which something ends: midnight is stored as {@code 24:00}. */
    public TimePicker endTime(String path, String label) {
        return time(path, label, time -> time.equals(LocalTime.MIDNIGHT) ? MIDNIGHT : time.toString());
    }

    private TimePicker time(String path, String label, Function<LocalTime, String> writer) {
        TimePicker field = new TimePicker(label);
        field.setLocale(form.context().locale());
        field.setStep(QUARTER);
        field.setI18n(new TimePicker.TimePickerI18n().setBadInputErrorMessage(form.texts().get("fault.time")));
        return input(path, label, field, stored -> parsed(MIDNIGHT.equals(stored) ? "00:00" : stored, LocalTime::parse), writer,
                "fault.time");
    }

    /** A field that keeps to itself what it cannot read, and tells of it by its validator. */
    private <V, C extends Component & HasValue<?, V> & HasValidation & HasValidator<V>> C input(String path, String label,
            C field, Function<Object, V> toField, Function<V, String> writer, String fault) {
        C bound = bind(path, label, field, toField, value -> value != null ? writer.apply(value)
                : field.getDefaultValidator().apply(null, null).isError()
                        ? new Draft.Unreadable("", Message.of(FormFields.class, fault)) : null);
        Binding<?> binding = bindings.getLast();
        field.addValidationStatusChangeListener(event -> {
            if (event.getNewStatus() != form.draft().get(binding.path()).filter(Draft.Unreadable.class::isInstance).isEmpty()) {
                binding.write(form.draft());
                form.edited();
            }
        });
        return bound;
    }

    private static <T> T parsed(Object stored, Function<String, T> parser) {
        try {
            return stored == null ? null : parser.apply(stored.toString());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** One of a few, in a list to be opened. @param options the document's values and their texts; "" stands for null */
    public Select<String> choice(String path, String label, SequencedMap<String, String> options) {
        Select<String> field = new Select<>();
        field.setLabel(label);
        field.setItems(options.keySet());
        Map<String, String> texts = Map.copyOf(options);
        field.setItemLabelGenerator(key -> texts.getOrDefault(key, key));
        return bind(path, label, field, stored -> option(stored, options), FormFields::keyOf);
    }

    /** One of a few, side by side. @param options the document's values and their texts; "" stands for null */
    public Segments<String> segments(String path, String label, SequencedMap<String, String> options) {
        Segments<String> field = new Segments<>(label, options, options.firstEntry().getKey(), key -> { });
        bind(path, label, field, stored -> option(stored, options), FormFields::keyOf);
        return field;
    }

    private static String option(Object stored, SequencedMap<String, String> options) {
        String key = textOf(stored);
        return options.containsKey(key) ? key : options.containsKey("") ? "" : null;
    }

    private static Object keyOf(String option) {
        return option == null || option.isEmpty() ? null : option;
    }

    /** A text with suggestions, for example a zone. */
    public ComboBox<String> completion(String path, String label, Collection<String> suggestions) {
        ComboBox<String> field = new ComboBox<>(label);
        field.setItems(suggestions);
        field.setAllowCustomValue(true);
        field.addCustomValueSetListener(event -> {
            field.setValue(event.getDetail());
            form.put(prefix + path, keyOf(event.getDetail().strip()));
        });
        return bind(path, label, field, stored -> stored == null ? null : textOf(stored), FormFields::keyOf);
    }

    /** Yes or no. */
    public Checkbox flag(String path, String label) {
        return bind(path, label, new Checkbox(label), stored -> "true".equals(textOf(stored)), value -> value);
    }

    /** A number to be pulled, also by the arrow keys; as a rule beside a {@link #number} of the same path, which is exact. */
    public DecimalSlider slider(String path, String label, double least, double most, double step) {
        DecimalSlider field = new DecimalSlider(label, least, most);
        field.setStep(step);
        int places = new BigDecimal(String.valueOf(step)).stripTrailingZeros().scale();
        return bind(path, label, field,
                stored -> Math.clamp(Trees.decimal(stored).map(number -> number.setScale(places, RoundingMode.HALF_UP))
                        .map(BigDecimal::doubleValue).orElse(least), least, most),
                value -> BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP));
    }

    /** A secret: it is never shown again, and stays as it is unless a new one is typed; whether there is one is shown. */
    public PasswordField secret(String path, String label) {
        PasswordField field = Passwords.field(label, form.context().locale());
        form.onLoad(() -> field.setPlaceholder(form.draft().text(prefix + path + "Set").filter("true"::equals)
                .map(set -> form.texts().get("secret")).orElse("")));
        field.getElement().setAttribute("autocomplete", "new-password");
        return bind(path, label, field, FormFields::textOf, text -> text.isEmpty() ? null : text);
    }

    /**
     * Binds a field of any kind.
     *
     * @param name for the save bar
     * @param toField what the field shows for what is stored, which may be null; never an {@link Draft.Unreadable}
     * @param toDraft what is stored for what the field has; an {@link Draft.Unreadable} if it cannot be read
     */
    public <V, C extends Component & HasValue<?, V> & HasValidation> C bind(String path, String name, C field,
            Function<Object, V> toField, Function<V, Object> toDraft) {
        Binding<V> binding = new Binding<>(prefix + path, name, field, toField, toDraft);
        bindings.add(binding);
        form.bind(binding);
        return field;
    }

    /** Gives a field another name in the save bar, for example {@code Staffel 2, ab Verbrauch}. */
    public void named(Component field, String name) {
        bindings.stream().filter(binding -> binding.field() == field).forEach(binding -> binding.rename(name));
    }

    /** A place for the faults of a part that no field shows. @param path a list or a part */
    public FaultText faults(String path) {
        FaultText place = new FaultText(prefix + path);
        places.add(place);
        form.bind(place);
        return place;
    }

    /** Lets go of all fields made here and in the parts, before others are made for the same paths. */
    public void clear() {
        bindings.forEach(form::unbind);
        places.forEach(form::unbind);
        parts.forEach(FormFields::clear);
        bindings.clear();
        places.clear();
        parts.clear();
    }

    private static String textOf(Object stored) {
        return stored == null || stored instanceof Map || stored instanceof List ? "" : stored.toString();
    }
}
