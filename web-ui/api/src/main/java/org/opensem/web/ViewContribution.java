package org.opensem.web;

import com.vaadin.flow.component.Component;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A view of the console: register it as a service, and its menu entry and route are there; take the service away, and both
 * are gone, while open pages show a placeholder until it returns.
 */
@ConsumerType
public interface ViewContribution {

    /** The view's place and name. */
    ViewDescriptor descriptor();

    /** A new instance for one browser tab. Called with the UI's lock held. */
    Component create(ViewContext context);
}
