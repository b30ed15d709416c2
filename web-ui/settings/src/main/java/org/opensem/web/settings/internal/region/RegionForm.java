package org.opensem.web.settings.internal.region;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.opensem.language.Languages;
import org.opensem.language.Translations;
import org.opensem.time.ClockService;
import org.opensem.web.component.Panel;
import org.opensem.web.settings.FormFields;
import org.opensem.web.settings.SectionContext;
import org.opensem.web.settings.SettingsForm;

/** Which language everybody gets, and which zone days are of; beside it, how figures look with that. */
final class RegionForm {
    private static final List<String> LANGUAGES = List.of("", "de", "en-US", "en-GB");

    private final SectionContext context;
    private final Supplier<ClockService> clock;
    private final SettingsForm form;
    private final Samples samples;
    private String language;

    RegionForm(SectionContext context, Supplier<ClockService> clock) {
        this.context = context;
        this.clock = clock;
        Translations texts = Translations.of(RegionForm.class, context.locale());
        form = new SettingsForm(context, RegionSection.GROUP, texts.get("title"));
        samples = new Samples(texts);
        FormFields fields = form.fields();
        SequencedMap<String, String> languages = new LinkedHashMap<>();
        LANGUAGES.forEach(tag -> languages.put(tag, texts.get("language." + key(tag))));
        form.body(new Panel("language", texts.get("language"))
                        .body(row(fields.choice("language", texts.get("language.label"), languages)), hint(texts.get("language.hint"))),
                new Panel("zone", texts.get("zone"))
                        .body(row(zone(fields, texts)), hint(texts.get("zone.hint"))));
        form.aside(samples.panel());
        form.onLoad(this::loaded);
        form.onEdit(this::show);
        context.onLive(sample -> show());
    }

    /** The key of a language in texts. */
    static String key(Object tag) {
        return tag == null || tag.toString().isEmpty() ? "browser" : tag.toString();
    }

    private static ComboBox<String> zone(FormFields fields, Translations texts) {
        List<String> zones = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.equals("UTC") || id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/")).sorted().toList();
        return fields.completion("zone", texts.get("zone.label"), zones);
    }

    private static Div row(Component field) {
        Div row = new Div(field);
        row.addClassName("fields");
        return row;
    }

    private static Paragraph hint(String text) {
        Paragraph hint = new Paragraph(text);
        hint.addClassNames("small", "mut", "hint");
        return hint;
    }

    Component component() {
        return form;
    }

    private void loaded() {
        String now = form.draft().text("language").orElse("");
        if (language != null && !Objects.equals(language, now)) {
            // Only a new page has every text in the other language.
            form.getUI().ifPresent(ui -> ui.getPage().reload());
        }
        language = now;
        show();
    }

    private void show() {
        Locale locale = form.draft().text("language").flatMap(Languages::named).orElse(context.locale());
        ClockService service = clock.get();
        samples.show(locale, service == null ? null : service.now().atZone(chosenZone()));
    }

    private ZoneId chosenZone() {
        Optional<String> id = form.draft().text("zone");
        try {
            return id.map(ZoneId::of).orElse(context.zone());
        } catch (DateTimeException e) {
            return context.zone();
        }
    }
}
