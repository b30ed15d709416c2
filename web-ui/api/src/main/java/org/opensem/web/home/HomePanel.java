package org.opensem.web.home;

import org.opensem.web.component.Panel;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A panel of Home: register it as a service, and it stands among the others, with a button to hide it, also in pages that are
 * open; take the service away, and it is gone.
 */
@ConsumerType
public interface HomePanel {

    /** The panel's place and name. */
    PanelDescriptor descriptor();

    /**
     * A new instance for one browser tab, each time that the panel is shown there. Called with the UI's lock held. A panel that
     * throws here, or in a listener of its context, is replaced by one with a button to try again; the others go on.
     *
     * @return named by the descriptor's id, so that a style sheet finds it as {@code .p-<id>}
     */
    Panel create(PanelContext context);
}
