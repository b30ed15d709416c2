package org.opensem.web.graph.internal;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import org.opensem.web.Ticker;
import org.opensem.web.ViewContext;
import org.opensem.web.ViewContribution;
import org.opensem.web.ViewDescriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Puts the graph into the menu. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class)
public final class GraphContribution implements ViewContribution {
    private static final int ORDER = 300;

    private final Services services;
    private final Ticker ticker = new Ticker("opensem-graph");

    @Activate
    public GraphContribution(@Reference Services services) {
        this.services = services;
    }

    @Deactivate
    void stop() {
        ticker.close();
    }

    @Override
    public ViewDescriptor descriptor() {
        return new ViewDescriptor("graph", "graph", ORDER, GraphContribution::title);
    }

    private static String title(Locale locale) {
        return new Words(locale).get("title");
    }

    @Override
    public Component create(ViewContext context) {
        return new GraphView(services.at(context::zone), context, ticker::every);
    }
}
