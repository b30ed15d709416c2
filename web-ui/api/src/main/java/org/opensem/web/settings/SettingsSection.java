package org.opensem.web.settings;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A section of the console's settings: register it as a service, and it is in the list; take the service away, and it is gone,
 * while open pages show a placeholder until it returns.
 */
@ConsumerType
public interface SettingsSection {

    /** The section's place and name. */
    SectionDescriptor descriptor();

    /**
     * The line under its name in the list: what is set now, for example {@code Faktor 0,97}; may be empty. Called often
     * and from any thread: answer from memory.
     */
    String summary(Locale locale);

    /** A new instance for one browser tab, as a rule a {@link SettingsForm}. Called with the page's lock held. */
    Component create(SectionContext context);
}
