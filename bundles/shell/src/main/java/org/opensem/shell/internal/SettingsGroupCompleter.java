package org.opensem.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.opensem.settings.Settings;

/** Completes the groups of settings. */
@Service
public final class SettingsGroupCompleter implements Completer {
    @Reference(optional = true)
    Settings settings;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return new StringsCompleter(settings == null ? List.of() : settings.groups()).complete(session, line, candidates);
    }
}
