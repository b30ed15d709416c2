package org.opensem.web.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import org.opensem.language.Translations;

/** The head of a view: back, title, forward and calendar at the left, the view's choices at the right. */
public final class ViewHead extends Div {
    private final Span wide = new Span();
    private final Span narrow = new Span();
    private final H1 title = new H1(wide, narrow);
    private final Div right = new Div();
    private IconButton forward;
    private DatePicker calendar;

    /** A head with a title only; see {@link #calendar} for one with dates. */
    public ViewHead(String text) {
        addClassName("head");
        wide.addClassName("wide");
        narrow.addClassName("narrow");
        right.addClassName("right");
        Div grow = new Div();
        grow.addClassName("grow");
        add(title, grow, right);
        setTitle(text, text);
    }

    /** A title, and a shorter one for narrow screens. */
    public void setTitle(String text, String brief) {
        wide.setText(text);
        narrow.setText(brief);
    }

    /** Adds at the right. */
    public ViewHead right(Component... components) {
        right.add(components);
        return this;
    }

    /** Adds behind the title, for example a mark of origin. */
    public ViewHead beside(Component... components) {
        addComponentAtIndex(indexOf(title) + 1, new Span(components));
        return this;
    }

    /**
     * Adds back, forward and the calendar.
     *
     * @param locale the calendar's language
     * @param back what back does
     * @param ahead what forward does
     * @param chosen told of the day that somebody picks
     */
    public ViewHead calendar(Locale locale, Runnable back, Runnable ahead, Consumer<LocalDate> chosen) {
        Translations texts = Translations.of(ViewHead.class, locale);
        addComponentAsFirst(new IconButton("left", texts.get("back"), back));
        forward = new IconButton("right", texts.get("forward"), ahead);
        calendar = Calendars.picker(locale, chosen);
        IconButton button = new IconButton("calendar", texts.get("calendar"), calendar::open);
        int after = indexOf(title) + 1;
        addComponentAtIndex(after, forward);
        addComponentAtIndex(after + 1, button);
        addComponentAtIndex(after + 2, calendar);
        return this;
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
