package org.opensem.web.settings;

import java.util.Optional;
import org.opensem.settings.Settings;
import org.opensem.web.ViewContext;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the settings lend to one instance of a section. {@link #state} and {@link #go} are of the section alone; its name in the
 * address is added.
 */
@ProviderType
public interface SectionContext extends ViewContext {

    /** All groups of settings; empty while the bundle that keeps them is being updated. */
    Optional<Settings> settings();

    /**
     * Called in the page's lock about once a second: groups of settings, and services, may have come or gone since, or gone and
     * come back. The place to look again for what was away.
     */
    void onGroups(Runnable listener);

    /**
     * Says whether there is something that would be lost. While there is, whoever leaves is asked first, also by the browser;
     * when there is nothing any more, the list's summaries are written anew.
     */
    void unsaved(boolean unsaved);
}
