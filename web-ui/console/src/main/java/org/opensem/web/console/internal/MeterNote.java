package org.opensem.web.console.internal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.opensem.language.Dates;
import org.opensem.metering.Sample;
import org.opensem.web.Icons;

/** Says above every view that the meter is silent, since when, and leads to what can be done about it. */
final class MeterNote extends Div {
    private static final String SETTINGS = "settings?section=driver";

    private final Page page;
    private final Span text = new Span();

    /** @param last the last sample, corrected, or null */
    MeterNote(Page page, Sample last) {
        this.page = page;
        addClassNames("banner", "meternote");
        getElement().setAttribute("role", "status");
        Anchor step = new Anchor(SETTINGS, page.texts().get("status.step"));
        step.getElement().setAttribute("router-link", true);
        step.addClassName("step");
        add(Icons.of("warn"), text, step);
        show(last);
    }

    /** Says it as of today. @param last the last sample, corrected, or null */
    void show(Sample last) {
        String now = last == null ? page.texts().get("status.fault") : said(last);
        if (!now.equals(text.getText())) {
            text.setText(now);
        }
    }

    private String said(Sample last) {
        return silentSince(page, last) + " "
                + page.texts().get("status.value", page.formats().power(last.totalMilliwatts() / 1000.0));
    }

    /** That the meter is silent since its last sample, with the day if it is not today's. */
    static String silentSince(Page page, Sample last) {
        ZonedDateTime at = last.time().atZone(page.meter().zone());
        Dates dates = page.formats().dates();
        String clock = dates.time(at.toLocalTime());
        LocalDate day = at.toLocalDate();
        boolean today = page.meter().today().map(day::equals).orElse(true);
        return page.texts().get("status.silent", today ? clock : page.texts().get("status.day", dates.dayAndMonth(day), clock));
    }
}
