package org.opensem.web.settings.internal.storage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.opensem.language.Formats;
import org.opensem.language.Translations;
import org.opensem.store.SampleStore;
import org.opensem.store.StoreException;
import org.opensem.store.StoreStatus;
import org.opensem.time.ClockService;
import org.opensem.web.component.Panel;
import org.opensem.web.settings.NumberStyle;
import org.opensem.web.settings.SectionContext;
import org.opensem.web.settings.SettingsForm;

/** How long seconds are kept; beside it what there is, and below what a change would remove. */
final class StorageForm {
    private final SectionContext context;
    private final Supplier<SampleStore> store;
    private final Supplier<ClockService> clock;
    private final Translations texts;
    private final Formats formats;
    private final SettingsForm form;
    private final Paragraph effect = new Paragraph();
    private final Span bytes = new Span();
    private final Span oldest = new Span();
    private final Span samples = new Span();
    private boolean known;

    StorageForm(SectionContext context, Supplier<SampleStore> store, Supplier<ClockService> clock) {
        this.context = context;
        this.store = store;
        this.clock = clock;
        texts = Translations.of(StorageForm.class, context.locale());
        formats = context.formats();
        form = new SettingsForm(context, StorageSection.GROUP, texts.get("title"));
        Div row = new Div(form.fields().number(StorageSection.DAYS, texts.get("days"), NumberStyle.of(texts.get("days.unit"))));
        row.addClassName("fields");
        Paragraph hint = new Paragraph(texts.get("hint"));
        hint.addClassNames("small", "mut", "hint");
        effect.addClassNames("effect");
        effect.getElement().setAttribute("role", "status");
        form.body(new Panel("seconds", texts.get("seconds")).body(row, hint, effect));
        DescriptionList list = new DescriptionList();
        list.addClassName("kv");
        line(list, "used", bytes);
        line(list, "oldest", oldest);
        line(list, "samples", samples);
        form.aside(new Panel("used", texts.get("kept")).body(list));
        form.onLoad(this::show);
        form.onEdit(this::show);
        context.onGroups(this::lookAgain);
    }

    private void line(DescriptionList list, String key, Span value) {
        list.add(new DescriptionList.Term(texts.get(key)), new DescriptionList.Description(value));
    }

    Component component() {
        return form;
    }

    /** Store or clock may have been away when the form was opened. */
    private void lookAgain() {
        if (!known) {
            show();
        }
    }

    private void show() {
        SampleStore service = store.get();
        ClockService time = clock.get();
        if (service == null || time == null) {
            effect.setText("");
            return;
        }
        try {
            show(service.status(), time.now().atZone(context.zone()));
            known = true;
        } catch (StoreException e) {
            effect.setText(e.getMessage());
        }
    }

    private void show(StoreStatus status, ZonedDateTime now) {
        bytes.setText(Bytes.text(status.bytes(), formats));
        samples.setText(formats.number(status.samples(), 0));
        oldest.setText(status.oldest().isEmpty() ? "\u2013" : day(status.oldest().getAsLong()));
        Optional<BigDecimal> days = form.draft().number(StorageSection.DAYS);
        boolean told = form.draft().isChanged() && days.isPresent();
        Optional<Removal> removal = told ? Removal.of(status.oldest(), now, days.get().longValue()) : Optional.empty();
        effect.setText(removal.map(gone -> texts.get("removes", formats.dates().range(gone.from(), gone.to())))
                .orElse(told ? texts.get("keeps") : ""));
        effect.setClassName("warn", removal.isPresent());
    }

    private String day(long second) {
        return formats.dates().date(Instant.ofEpochSecond(second).atZone(context.zone()).toLocalDate());
    }
}
