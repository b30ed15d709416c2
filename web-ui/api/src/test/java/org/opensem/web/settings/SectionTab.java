package org.opensem.web.settings;

import java.util.Optional;
import org.opensem.settings.Settings;
import org.opensem.web.BrowserTab;

/** What a section is lent, without a console, for the tests of every section. */
public final class SectionTab extends BrowserTab implements SectionContext {
    Settings settings;
    Runnable onGroups = () -> { };
    boolean unsaved;

    public SectionTab(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Settings> settings() {
        return Optional.ofNullable(settings);
    }

    @Override
    public void onGroups(Runnable listener) {
        onGroups = listener;
    }

    @Override
    public void unsaved(boolean now) {
        unsaved = now;
    }
}
