package org.opensem.web.settings.internal.meter;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import org.opensem.language.Translations;
import org.opensem.metering.MeterDriver;
import org.opensem.web.Ticker;
import org.opensem.web.settings.SectionContext;
import org.opensem.web.settings.SectionDescriptor;
import org.opensem.web.settings.SettingsSection;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The meter: how it is doing, and how readings come in. The next step of every view that has nothing to show yet. */
@org.osgi.service.component.annotations.Component
public final class MeterSection implements SettingsSection {
    private static final int ORDER = 5;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile MeterDriver driver;
    private final Ticker ticker = new Ticker("opensem-meter-section");

    @Deactivate
    void stop() {
        ticker.close();
    }

    @Override
    public SectionDescriptor descriptor() {
        return new SectionDescriptor("driver", "live", ORDER, locale -> Translations.of(MeterSection.class, locale).get("title"));
    }

    @Override
    public String summary(Locale locale) {
        return Translations.of(MeterSection.class, locale).get(MeterPage.state(driver));
    }

    @Override
    public Component create(SectionContext context) {
        return new MeterPage(context, () -> driver, ticker::every);
    }
}
