package org.opensem.web.settings.internal.time;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.opensem.language.Formats;
import org.opensem.language.Translations;
import org.opensem.store.SampleStore;
import org.opensem.store.StoreException;
import org.opensem.time.ClockService;
import org.opensem.time.ClockStatus;
import org.opensem.web.component.Panel;
import org.opensem.web.settings.SectionContext;

/** The time now, where it comes from, and whether it is to be trusted. */
final class ClockPanel {
    private static final String NOTHING = "\u2013";
    /** What waits is counted by asking the disk. */
    private static final int COUNT_SECONDS = 5;

    private final SectionContext context;
    private final Translations texts;
    private final Formats formats;
    private final TimeSection.Services services;
    private final Panel panel;
    private final Span time = new Span();
    private final Span date = new Span();
    private final Paragraph trust = new Paragraph();
    private final Span source = new Span();
    private final Span offset = new Span();
    private final Anchor zone = new Anchor("settings?section=region");
    private final Span lastSync = new Span();
    private long held;
    private int ticks;

    ClockPanel(SectionContext context, Translations texts, TimeSection.Services services) {
        this.context = context;
        this.texts = texts;
        this.services = services;
        formats = context.formats();
        time.addClassNames("fig", "m");
        date.addClassNames("small", "mut");
        Paragraph now = new Paragraph(time, date);
        now.addClassName("now");
        trust.getElement().setAttribute("role", "status");
        DescriptionList list = new DescriptionList();
        list.addClassName("kv");
        line(list, "source", source);
        line(list, "offset", offset);
        line(list, "last", lastSync);
        zone.getElement().setAttribute("router-link", true);
        line(list, "zone", zone);
        panel = new Panel("clock", texts.get("clock")).body(now, trust, list);
    }

    private void line(DescriptionList list, String key, Component value) {
        list.add(new DescriptionList.Term(texts.get(key)), new DescriptionList.Description(value));
    }

    Panel panel() {
        return panel;
    }

    void show() {
        ClockService clock = services.clock;
        if (clock == null) {
            set(time, NOTHING);
            set(date, texts.get("away"));
            return;
        }
        ClockStatus status = clock.status();
        ZonedDateTime now = clock.now().atZone(context.zone());
        set(time, formats.dates().timeWithSeconds(now.toLocalTime()));
        set(date, formats.dates().date(now.toLocalDate()) + ", UTC" + now.getOffset().getId().replace("Z", "+00:00"));
        zone.setText(now.getZone().getId());
        set(source, TimeSection.source(status, texts));
        set(offset, seconds(status.offsetMillis()));
        set(lastSync, status.lastSync().map(this::moment).orElse(NOTHING));
        boolean doubted = !status.trusted() && status.reason() != ClockStatus.Reason.FOLLOWS_SAMPLES;
        String reason = texts.get("reason." + status.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        String told = doubted ? texts.get("doubted", texts.get("unset"), reason, formats.number(held(), 0)) : reason;
        if (!trust.getText().equals(told)) {
            trust.setText(told);
        }
        trust.setClassName("warn", doubted);
    }

    private long held() {
        SampleStore store = services.store;
        if (store != null && ticks++ % COUNT_SECONDS == 0) {
            try {
                held = store.status().held();
            } catch (StoreException e) {
                // Shown elsewhere; the number stays as it was.
                return held;
            }
        }
        return held;
    }

    private String seconds(long millis) {
        return texts.get("seconds", formats.number(millis / 1000.0, 3));
    }

    private String moment(Instant instant) {
        ZonedDateTime moment = instant.atZone(context.zone());
        return formats.dates().date(moment.toLocalDate()) + ", " + formats.dates().timeWithSeconds(moment.toLocalTime());
    }

    private static void set(Span span, String text) {
        if (!span.getText().equals(text)) {
            span.setText(text);
        }
    }
}
