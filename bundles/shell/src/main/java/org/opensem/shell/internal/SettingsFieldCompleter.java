package org.opensem.shell.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.opensem.settings.Settings;

/** Completes the fields of the group that stands before them, and what else can be done with it. */
@Service
public final class SettingsFieldCompleter implements Completer {
    @Reference(optional = true)
    Settings settings;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        String begun = line.getCursorArgument() == null ? ""
                : line.getCursorArgument().substring(0, line.getArgumentPosition());
        Set<String> words = fields(line);
        if (!words.isEmpty()) {
            words.addAll(List.of(SettingsCommand.HISTORY + " ", SettingsCommand.RESTORE + " "));
        }
        words.stream().filter(word -> word.startsWith(begun)).forEach(candidates::add);
        return candidates.isEmpty() ? -1 : line.getBufferPosition() - line.getArgumentPosition();
    }

    private Set<String> fields(CommandLine line) {
        Set<String> fields = new TreeSet<>();
        if (settings != null) {
            List<String> groups = settings.groups();
            Arrays.stream(line.getArguments()).filter(groups::contains).findFirst().flatMap(settings::read)
                    .ifPresent(document -> SettingsCommand.flat(document).keySet().forEach(path -> fields.add(path + "=")));
        }
        return fields;
    }
}
