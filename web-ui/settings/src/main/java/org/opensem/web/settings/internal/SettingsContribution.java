package org.opensem.web.settings.internal;

import com.vaadin.flow.component.Component;
import org.opensem.language.Translations;
import org.opensem.web.Ticker;
import org.opensem.web.ViewContext;
import org.opensem.web.ViewContribution;
import org.opensem.web.ViewDescriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Puts the settings last among our own views in the menu. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class)
public final class SettingsContribution implements ViewContribution {
    private static final int ORDER = 500;

    private final SectionRegistry sections;
    private final Ticker ticker = new Ticker("opensem-settings");

    @Activate
    public SettingsContribution(@Reference SectionRegistry sections) {
        this.sections = sections;
    }

    @Deactivate
    void stop() {
        ticker.close();
    }

    @Override
    public ViewDescriptor descriptor() {
        return new ViewDescriptor("settings", "settings", ORDER,
                locale -> Translations.of(SettingsContribution.class, locale).get("title"));
    }

    @Override
    public Component create(ViewContext context) {
        return new SettingsView(sections, context, ticker::every);
    }
}
