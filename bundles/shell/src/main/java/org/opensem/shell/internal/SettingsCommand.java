package org.opensem.shell.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.opensem.settings.Fault;
import org.opensem.settings.Paths;
import org.opensem.settings.Revision;
import org.opensem.settings.Settings;
import org.opensem.settings.SettingsException;

/** {@code sem:settings}. */
@Service
@Command(scope = "sem", name = "settings",
        description = "Lists the groups of settings, shows one, changes fields of it, or goes back to what it was.")
public final class SettingsCommand extends SemCommand {
    static final String HISTORY = "history";
    static final String RESTORE = "restore";

    private static final String ORIGIN = "shell";

    @Reference(optional = true)
    Settings settings;

    @Argument(index = 0, name = "group", description = "Which one; without it all are listed")
    @Completion(SettingsGroupCompleter.class)
    String group;

    @Argument(index = 1, name = "field=value", multiValued = true,
            description = "Changes these fields and leaves the others; without a value one gets its default. Paths with brackets "
                    + "in quotation marks: 'tiers[0].highPrice=0.36'. Instead of fields: history shows what the group was and "
                    + "what changed, restore NUMBER goes back to one of these revisions")
    @Completion(SettingsFieldCompleter.class)
    List<String> words;

    @Override
    public Object execute() throws CommandException {
        Settings present = need(settings, "settings service");
        if (group == null) {
            list(present);
            return null;
        }
        Map<String, Object> document = present.read(group).orElseThrow(
                () -> refusal("There are no settings \"" + group + "\": sem:settings lists those that there are"));
        List<String> given = words == null ? List.of() : words;
        if (given.equals(List.of(HISTORY))) {
            history(present.history(group));
            return null;
        }
        if (given.size() == 2 && given.getFirst().equals(RESTORE)) {
            long revision = number(given.get(1));
            change(() -> present.restore(group, revision, ORIGIN));
        } else if (!given.isEmpty()) {
            Map<String, Object> changed = changed(document, given);
            change(() -> present.write(group, changed, ORIGIN));
        }
        show(present.read(group).orElse(document));
        return null;
    }

    private static long number(String text) throws CommandException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw refusal("\"" + text + "\" is no number of a revision: the history has them");
        }
    }

    private void list(Settings present) {
        ShellTable table = new ShellTable();
        table.column("Group");
        table.column("Settings");
        table.emptyTableText("No bundle brings settings at the moment");
        present.groups().forEach(id -> present.read(id)
                .ifPresent(document -> table.addRow().addContent(id, line(flat(document)))));
        table.print(out());
    }

    private void show(Map<String, Object> document) {
        ShellTable table = new ShellTable();
        table.column("Field");
        table.column("Value");
        flat(document).forEach((field, value) -> table.addRow().addContent(field, value));
        table.print(out());
    }

    /** Every field, also one without a value. */
    static Map<String, String> flat(Map<String, Object> document) {
        Map<String, String> flat = new LinkedHashMap<>();
        document.forEach((name, value) -> {
            Map<String, Object> leaves = value == null ? Map.of() : Paths.flat(Map.of(name, value));
            leaves.forEach((path, leaf) -> flat.put(path, leaf.toString()));
            if (leaves.isEmpty()) {
                flat.put(name, Show.NOTHING);
            }
        });
        return flat;
    }

    private static String line(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + field.getValue()).collect(Collectors.joining(" "));
    }

    private static Map<String, Object> changed(Map<String, Object> document, List<String> changes) throws CommandException {
        Map<String, Object> flat = Paths.flat(document);
        for (String change : changes) {
            int sign = change.indexOf('=');
            if (sign < 1) {
                throw refusal("\"" + change + "\" changes nothing: give field=value");
            }
            String path = change.substring(0, sign);
            String value = change.substring(sign + 1);
            boolean whole = flat.keySet().removeIf(key -> key.startsWith(path + ".") || key.startsWith(path + "["));
            flat.remove(path);
            if (!value.isEmpty() || !whole) {
                flat.put(path, value);
            }
        }
        return Paths.tree(flat);
    }

    private void change(Supplier<List<Fault>> change) throws CommandException {
        List<Fault> faults;
        try {
            faults = change.get();
        } catch (SettingsException e) {
            throw refusal(e.text().in(language()));
        } catch (IllegalArgumentException e) {
            throw refusal(e.getMessage());
        }
        if (!faults.isEmpty()) {
            throw refusal("Nothing was changed.\n" + faults.stream()
                    .map(fault -> fault.field() + ": " + fault.message().in(language())).collect(Collectors.joining("\n")));
        }
    }

    private void history(List<Revision> revisions) throws CommandException {
        ShellTable table = new ShellTable();
        table.column("Revision").alignRight();
        for (String name : List.of("Since", "By", "Changed")) {
            table.column(name);
        }
        table.emptyTableText("Nobody has changed these settings yet");
        for (int i = 0; i < revisions.size(); i++) {
            Revision revision = revisions.get(i);
            Map<String, String> before = i + 1 < revisions.size() ? flat(revisions.get(i + 1).document()) : Map.of();
            table.addRow().addContent(revision.number(), Show.time(revision.time().getEpochSecond(), clock().zone()),
                    revision.origin(), line(difference(before, flat(revision.document()))));
        }
        table.print(out());
    }

    private static Map<String, String> difference(Map<String, String> before, Map<String, String> after) {
        Map<String, String> difference = new TreeMap<>();
        before.keySet().forEach(field -> difference.put(field, Show.NOTHING));
        difference.putAll(after);
        difference.entrySet().removeIf(field -> field.getValue().equals(before.getOrDefault(field.getKey(), Show.NOTHING)));
        return difference;
    }
}
