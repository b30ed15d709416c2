package org.opensem.web.settings.internal.region;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import java.util.Map;
import org.opensem.language.Translations;
import org.opensem.settings.Settings;
import org.opensem.time.ClockService;
import org.opensem.web.settings.SectionContext;
import org.opensem.web.settings.SectionDescriptor;
import org.opensem.web.settings.SettingsSection;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Language and region (E2): the group {@code region}. */
@org.osgi.service.component.annotations.Component
public final class RegionSection implements SettingsSection {
    static final String GROUP = "region";
    private static final int ORDER = 20;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Settings settings;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ClockService clock;

    @Override
    public SectionDescriptor descriptor() {
        return new SectionDescriptor(GROUP, "globe", ORDER, locale -> Translations.of(RegionSection.class, locale).get("title"));
    }

    @Override
    public String summary(Locale locale) {
        Settings service = settings;
        return service == null ? "" : service.read(GROUP).map(document -> summary(document, locale)).orElse("");
    }

    static String summary(Map<String, Object> document, Locale locale) {
        Translations texts = Translations.of(RegionSection.class, locale);
        String language = texts.get("language." + RegionForm.key(document.get("language")));
        Object zone = document.get("zone");
        return zone == null ? language : texts.get("summary", language, zone);
    }

    @Override
    public Component create(SectionContext context) {
        return new RegionForm(context, () -> clock).component();
    }
}
