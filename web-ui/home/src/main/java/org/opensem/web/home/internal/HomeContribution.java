package org.opensem.web.home.internal;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import org.opensem.web.Ticker;
import org.opensem.web.ViewContext;
import org.opensem.web.ViewContribution;
import org.opensem.web.ViewDescriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Puts Home first in the menu. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class)
public final class HomeContribution implements ViewContribution {
    private static final int ORDER = 100;

    private final Services services;
    private final PanelRegistry panels;
    private final Ticker ticker = new Ticker("opensem-home");

    @Activate
    public HomeContribution(@Reference Services services, @Reference PanelRegistry panels) {
        this.services = services;
        this.panels = panels;
    }

    @Deactivate
    void stop() {
        ticker.close();
    }

    @Override
    public ViewDescriptor descriptor() {
        return new ViewDescriptor("home", "home", ORDER, HomeContribution::title);
    }

    private static String title(Locale locale) {
        return new Words(locale).get("title");
    }

    @Override
    public Component create(ViewContext context) {
        return new HomeView(services.at(context::zone), panels, context, ticker::every);
    }
}
