package org.opensem.web.settings.internal.storage;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import java.util.Map;
import org.opensem.language.Formats;
import org.opensem.language.Translations;
import org.opensem.settings.Settings;
import org.opensem.store.SampleStore;
import org.opensem.time.ClockService;
import org.opensem.web.settings.Draft;
import org.opensem.web.settings.SectionContext;
import org.opensem.web.settings.SectionDescriptor;
import org.opensem.web.settings.SettingsSection;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Storage (G6): the group {@code retention}. */
@org.osgi.service.component.annotations.Component
public final class StorageSection implements SettingsSection {
    static final String GROUP = "retention";
    static final String DAYS = "secondsDays";
    private static final int ORDER = 50;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Settings settings;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SampleStore store;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ClockService clock;

    @Override
    public SectionDescriptor descriptor() {
        return new SectionDescriptor("storage", "storage", ORDER, locale -> Translations.of(StorageSection.class, locale).get("title"));
    }

    @Override
    public String summary(Locale locale) {
        Settings service = settings;
        return service == null ? "" : service.read(GROUP).map(document -> summary(document, locale)).orElse("");
    }

    static String summary(Map<String, Object> document, Locale locale) {
        return new Draft(document).number(DAYS).map(days -> Translations.of(StorageSection.class, locale)
                .get(days.intValue() == 1 ? "summary.one" : "summary", Formats.of(locale).number(days.doubleValue(), 0))).orElse("");
    }

    @Override
    public Component create(SectionContext context) {
        return new StorageForm(context, () -> store, () -> clock).component();
    }
}
