package org.opensem.web.settings.internal.calibration;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import java.util.Map;
import org.opensem.language.Translations;
import org.opensem.settings.Settings;
import org.opensem.web.settings.Draft;
import org.opensem.web.settings.NumberStyle;
import org.opensem.web.settings.SectionContext;
import org.opensem.web.settings.SectionDescriptor;
import org.opensem.web.settings.SettingsSection;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Calibration (E4): the group {@code calibration}. */
@org.osgi.service.component.annotations.Component
public final class CalibrationSection implements SettingsSection {
    static final String GROUP = "calibration";
    static final NumberStyle FACTOR = NumberStyle.of("").places(2);
    private static final int ORDER = 40;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Settings settings;

    @Override
    public SectionDescriptor descriptor() {
        return new SectionDescriptor(GROUP, "gauge", ORDER, locale -> Translations.of(CalibrationSection.class, locale).get("title"));
    }

    @Override
    public String summary(Locale locale) {
        Settings service = settings;
        return service == null ? "" : service.read(GROUP).map(document -> summary(document, locale)).orElse("");
    }

    static String summary(Map<String, Object> document, Locale locale) {
        return new Draft(document).number("factor")
                .map(factor -> Translations.of(CalibrationSection.class, locale).get("summary", FACTOR.write(factor, locale)))
                .orElse("");
    }

    @Override
    public Component create(SectionContext context) {
        return new CalibrationForm(context).component();
    }
}
