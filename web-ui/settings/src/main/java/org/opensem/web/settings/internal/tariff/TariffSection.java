package org.opensem.web.settings.internal.tariff;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opensem.web.settings.Draft;
import org.opensem.web.settings.SectionContext;
import org.opensem.web.settings.SectionDescriptor;
import org.opensem.web.settings.SettingsSection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** Tariff and budget (E3): the group {@code tariff}. */
@org.osgi.service.component.annotations.Component
public final class TariffSection implements SettingsSection {
    static final String GROUP = "tariff";
    private static final int ORDER = 30;

    private final TariffServices services;

    @Activate
    public TariffSection(@Reference TariffServices services) {
        this.services = services;
    }

    @Override
    public SectionDescriptor descriptor() {
        return new SectionDescriptor(GROUP, "price", ORDER, locale -> new TariffWords(locale).get("title"));
    }

    @Override
    public String summary(Locale locale) {
        if (services.isExample()) {
            return new TariffWords(locale).get("summary.example");
        }
        return services.today().flatMap(today -> services.document().map(document -> summary(document, today, locale)))
                .orElse("");
    }

    /** What holds today, or will. */
    static String summary(Map<String, Object> document, LocalDate today, Locale locale) {
        TariffDraft tariff = new TariffDraft(new Draft(document));
        TariffWords words = new TariffWords(locale);
        int now = tariff.on(today);
        Optional<LocalDate> first = tariff.from(Math.max(now, 0));
        return first.isEmpty() ? words.get("summary.none")
                : words.get(now < 0 ? "summary.planned" : "summary.since", words.day(first.get()));
    }

    @Override
    public Component create(SectionContext context) {
        ZoneId zone = context.zone();
        return new TariffEditor(context, new TariffWords(context.locale()), services, () -> services.now(zone)).component();
    }
}
