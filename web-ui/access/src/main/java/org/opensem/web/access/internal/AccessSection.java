package org.opensem.web.access.internal;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import org.opensem.access.AccessControl;
import org.opensem.access.Exposure;
import org.opensem.language.Translations;
import org.opensem.web.Ticker;
import org.opensem.web.settings.SectionContext;
import org.opensem.web.settings.SectionDescriptor;
import org.opensem.web.settings.SettingsSection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Access (E6): the group {@code security}, and everything about password, tokens, certificate and the device itself. */
@org.osgi.service.component.annotations.Component
public final class AccessSection implements SettingsSection {
    private static final int ORDER = 80;

    private final Services services;
    private final Ticker ticker = new Ticker("opensem-access-section");

    @Activate
    public AccessSection(@Reference Services services) {
        this.services = services;
    }

    @Deactivate
    void stop() {
        ticker.close();
    }

    @Override
    public SectionDescriptor descriptor() {
        return new SectionDescriptor("security", "lock", ORDER, locale -> texts(locale).get("section.title"));
    }

    private static Translations texts(Locale locale) {
        return Translations.of(AccessSection.class, locale);
    }

    @Override
    public String summary(Locale locale) {
        AccessControl control = services.control;
        if (control == null) {
            return "";
        }
        Exposure exposure = control.exposure();
        String key = exposure.network() ? "summary.network" : exposure.guarded() ? "summary.guarded"
                : exposure.passwordSet() ? "summary.off" : "summary.none";
        return texts(locale).get(key);
    }

    @Override
    public Component create(SectionContext context) {
        return new AccessForm(new Words(context), services, ticker::every).component();
    }
}
