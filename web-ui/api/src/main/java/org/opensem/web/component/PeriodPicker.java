package org.opensem.web.component;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import org.opensem.language.Translations;

/** A period with its swatch, back, forward and a calendar, where a view has more than one of them. */
public final class PeriodPicker extends Div {
    private final Span label = new Span();
    private final Span title = new Span();
    private final IconButton forward;
    private final DatePicker calendar;

    /**
     * @param name what it picks, for screen readers
     * @param role the swatch's colour, for example {@code comparison}
     * @param go back and forward
     * @param chosen told of the day that somebody picks
     */
    public PeriodPicker(String name, String role, Locale locale, Turn go, Consumer<LocalDate> chosen) {
        Translations texts = Translations.of(ViewHead.class, locale);
        addClassName("pick");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", name);
        Span swatch = new Span();
        swatch.addClassName("dot");
        swatch.getStyle().set("--c", "var(--sem-" + role + ")");
        label.addClassName("what");
        title.addClassName("which");
        Div text = new Div(label, title);
        text.addClassName("grow");
        IconButton back = new IconButton("left", name + ": " + texts.get("back"), go::back);
        forward = new IconButton("right", name + ": " + texts.get("forward"), go::ahead);
        calendar = Calendars.picker(locale, chosen);
        IconButton open = new IconButton("calendar", name + ": " + texts.get("calendar"), calendar::open);
        add(swatch, text, back, forward, open, calendar);
    }

    /** Goes to the period before or after. */
    public interface Turn {
        void back();

        void ahead();
    }

    /** @param what what it is, in small letters, for example "compared with" */
    public void show(String what, String which) {
        label.setText(what);
        title.setText(which);
    }

    /**
     * Sets the calendar: the day that is shown and today, after which nothing can be chosen.
     *
     * @param mayGoForward whether there is anything after what is shown
     */
    public void setDay(LocalDate day, LocalDate today, boolean mayGoForward) {
        calendar.setMax(today);
        calendar.setValue(day.isAfter(today) ? today : day);
        forward.setEnabled(mayGoForward);
    }
}
