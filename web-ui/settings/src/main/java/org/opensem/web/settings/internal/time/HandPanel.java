package org.opensem.web.settings.internal.time;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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
    private final SectionContext context;
    private final Translations texts;
    private final TimeSection.Services services;
    private final Runnable changed;
    private final Panel panel;
    private final DatePicker date;
    private final IntegerField hour = spinner("hour", 23);
    private final IntegerField minute = spinner("minute", 59);
    private final IntegerField second = spinner("second", 59);
    private final Paragraph said = new Paragraph();
    private final Paragraph hint = TimeForm.hint("");
    private boolean touched;

    /** @param changed told when the clock was set */
    HandPanel(SectionContext context, Translations texts, TimeSection.Services services, Runnable changed) {
        this.context = context;
        this.texts = texts;
        this.services = services;
        this.changed = changed;
        date = new DatePicker(texts.get("date"));
        date.setLocale(context.locale());
        date.setI18n(Calendars.words(context.locale()));
        date.setAutoOpen(false);
        Stream.of(hour, minute, second).forEach(field -> field.setLabel(texts.get(field.getId().orElseThrow().substring(5))));
        date.addValueChangeListener(event -> touched |= event.isFromClient());
        Stream.of(hour, minute, second).forEach(field -> field.addValueChangeListener(event -> touched |= event.isFromClient()));
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

    private static IntegerField spinner(String name, int most) {
        IntegerField field = new IntegerField();
        field.setId("time-" + name);
        field.setMin(0);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        return field;
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
        if (touched || clock == null) {
            return;
        }
        ZonedDateTime now = clock.now().atZone(context.zone());
        date.setValue(now.toLocalDate());
        hour.setValue(now.getHour());
        minute.setValue(now.getMinute());
        second.setValue(now.getSecond());
    }

    private void set() {
        LocalDate day = date.getValue();
        if (day == null || Stream.of(hour, minute, second).anyMatch(field -> field.getValue() == null || field.isInvalid())) {
            said.setText(texts.get("set.unreadable"));
            return;
        }
        LocalTime time = LocalTime.of(hour.getValue(), minute.getValue(), second.getValue());
        set(ZonedDateTime.of(day, time, context.zone()).toInstant(), Person.MANUAL);
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
