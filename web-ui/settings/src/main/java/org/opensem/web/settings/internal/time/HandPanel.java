package org.opensem.web.settings.internal.time;

import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.stream.Stream;
import org.opensem.language.Translations;
import org.opensem.time.ClockService;
import org.opensem.time.TimeSetting;
import org.opensem.time.TimeSetting.Person;
import org.opensem.web.component.Calendars;
import org.opensem.web.component.Panel;
import org.opensem.web.settings.SectionContext;

/** Sets the clock at once: to a date and a time of day, by typing or by the arrow keys, or to the browser's time. */
final class HandPanel {
    private static final int LAST_HOUR = 23;
    private static final int LAST_SIXTIETH = 59;
    private static final String FAULT = "fault.number";

    private final SectionContext context;
    private final Translations texts;
    private final TimeSection.Services services;
    private final Runnable changed;
    private final Panel panel;
    private final DatePicker date;
    private final IntegerField hour;
    private final IntegerField minute;
    private final IntegerField second;
    private final Paragraph said = new Paragraph();
    private final Paragraph hint = TimeForm.hint("");
    /** Whether somebody has changed something; then it stands still until it is set. */
    private boolean touched;
    /** Whether somebody is in a field, and perhaps typing. */
    private boolean entered;

    /** @param changed told when the clock was set */
    HandPanel(SectionContext context, Translations texts, TimeSection.Services services, Runnable changed) {
        this.context = context;
        this.texts = texts;
        this.services = services;
        this.changed = changed;
        date = new DatePicker(texts.get("date"));
        date.setLocale(context.locale());
        date.setI18n(Calendars.words(context.locale()).setBadInputErrorMessage(texts.get("fault.date")));
        date.setAutoOpen(false);
        hour = spinner("hour", LAST_HOUR);
        minute = spinner("minute", LAST_SIXTIETH);
        second = spinner("second", LAST_SIXTIETH);
        watch(date, date, date);
        Stream.of(hour, minute, second).forEach(field -> watch(field, field, field));
        Button set = new Button(texts.get("set"), event -> set());
        Button browser = new Button(texts.get("browser"), event -> fromBrowser());
        Div fields = new Div(date, hour, minute, second);
        fields.addClassName("spinners");
        Div buttons = new Div(set, browser);
        buttons.addClassNames("row", "wrap", "foot");
        said.addClassName("said");
        said.getElement().setAttribute("role", "status");
        panel = new Panel("hand", texts.get("hand")).body(fields, buttons, said, hint);
    }

    private IntegerField spinner(String name, int most) {
        IntegerField field = new IntegerField(texts.get(name));
        String fault = texts.get(FAULT, most);
        field.setI18n(new IntegerField.IntegerFieldI18n().setBadInputErrorMessage(fault).setMinErrorMessage(fault)
                .setMaxErrorMessage(fault));
        field.setMin(0);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        return field;
    }

    private <C extends Component> void watch(HasValue<?, ?> field, FocusNotifier<C> arrival, BlurNotifier<C> leaving) {
        field.addValueChangeListener(event -> touched |= event.isFromClient());
        arrival.addFocusListener(event -> entered = true);
        leaving.addBlurListener(event -> entered = false);
    }

    Panel panel() {
        return panel;
    }

    /** Says how long it will hold. */
    void mode(String mode) {
        hint.setText(texts.get("hand.hint." + mode));
    }

    /** Shows the clock's time until somebody begins to change it. */
    void show() {
        ClockService clock = services.clock;
        if (touched || entered || clock == null) {
            return;
        }
        ZonedDateTime now = clock.now().atZone(context.zone());
        date.setValue(now.toLocalDate());
        hour.setValue(now.getHour());
        minute.setValue(now.getMinute());
        second.setValue(now.getSecond());
    }

    private void set() {
        require(date, texts.get("fault.date"));
        require(hour, texts.get(FAULT, LAST_HOUR));
        require(minute, texts.get(FAULT, LAST_SIXTIETH));
        require(second, texts.get(FAULT, LAST_SIXTIETH));
        if (Stream.<HasValidation>of(date, hour, minute, second).anyMatch(HasValidation::isInvalid)) {
            said.setText(texts.get("set.unreadable"));
            return;
        }
        LocalDateTime time = date.getValue().atTime(hour.getValue(), minute.getValue(), second.getValue());
        set(ZonedDateTime.ofLocal(time, context.zone(), offsetNow()).toInstant(), Person.MANUAL);
    }

    private static <C extends HasValue<?, ?> & HasValidation> void require(C field, String fault) {
        if (field.getValue() == null) {
            field.setErrorMessage(fault);
            field.setInvalid(true);
        }
    }

    /** Of the hour that comes twice in autumn the one that the clock is in is meant. */
    private ZoneOffset offsetNow() {
        ClockService clock = services.clock;
        return clock == null ? null : context.zone().getRules().getOffset(clock.now());
    }

    private void fromBrowser() {
        panel.getElement().executeJs("return Date.now()").then(Double.class, this::browserSays);
    }

    /** @param millis since 1970 */
    void browserSays(double millis) {
        set(Instant.ofEpochMilli((long) millis), Person.BROWSER);
    }

    private void set(Instant time, Person person) {
        TimeSetting setting = services.setting;
        if (setting == null) {
            said.setText(texts.get("away"));
            return;
        }
        try {
            said.setText(texts.get("set." + setting.set(time, person).name().toLowerCase(Locale.ROOT)));
            touched = false;
            changed.run();
        } catch (IllegalArgumentException e) {
            said.setText(texts.get("set.wrong"));
        }
    }
}
