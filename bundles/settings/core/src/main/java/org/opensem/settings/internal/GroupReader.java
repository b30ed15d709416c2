package org.opensem.settings.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opensem.language.Message;
import org.opensem.settings.Fault;
import org.opensem.settings.Fields;
import org.opensem.settings.Paths;
import org.opensem.settings.Secrets;
import org.opensem.settings.SettingsGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a group read documents and stored values: opens and closes its secrets around it, which the group sees open. */
final class GroupReader {
    private static final Logger LOG = LoggerFactory.getLogger(GroupReader.class);
    /** Beside a secret: whether there is one. */
    private static final String SET = "Set";

    private final SettingsGroup group;
    private final Set<String> paths;
    private final Secrets secrets;

    GroupReader(SettingsGroup group, Secrets secrets) {
        this.group = group;
        this.paths = group.descriptor().secrets();
        this.secrets = secrets;
    }

    /**
     * @param document in its normal form, secrets open; of no use if there are faults
     * @param values as they are kept, secrets closed; of no use if there are faults
     * @param faults every one
     */
    record Reading(Map<String, Object> document, Map<String, String> values, List<Fault> faults) {}

    /** The names of the group's fields, as far as it asks for them in these documents; and in an empty one. */
    Set<String> names(List<Map<String, String>> properties) {
        Set<String> names = new TreeSet<>();
        List<Map<String, String>> all = new ArrayList<>(properties);
        all.add(Map.of());
        for (Map<String, String> each : all) {
            Fields fields = Fields.of(opened(each));
            group.read(fields);
            names.addAll(fields.asked());
        }
        paths.forEach(path -> names.add(Configurations.name(path)));
        return names;
    }

    /** Stored values. A secret that cannot be opened is missing, and no fault. */
    Reading stored(Map<String, String> values) {
        Fields fields = Fields.of(opened(values));
        Map<String, Object> document = group.read(fields);
        Set<String> lost = new HashSet<>(paths);
        lost.removeIf(path -> !values.containsKey(path) || secrets.open(values.get(path)).isPresent());
        return new Reading(document, values, fields.faultsOfKnown().stream()
                .filter(fault -> !lost.contains(fault.field())).toList());
    }

    private Map<String, Object> opened(Map<String, String> values) {
        return Paths.tree(secrets.opened(values, paths));
    }

    /**
     * A new document, as somebody wrote it.
     *
     * @param present what is stored now, for the secrets that it leaves out
     */
    Reading taken(Map<String, ?> written, Map<String, String> present) {
        Map<String, Object> document = Trees.copy(written);
        Map<String, Fault> sealed = new TreeMap<>();
        Set<String> kept = new HashSet<>();
        for (String path : paths) {
            Trees.remove(document, path + SET);
            Object given = Trees.get(document, path).orElse(null);
            if (given == null || given.equals(present.get(path))) {
                kept.add(path);
                Optional<String> open = Optional.ofNullable(present.get(path)).flatMap(secrets::open);
                open.ifPresentOrElse(text -> Trees.put(document, path, text), () -> Trees.remove(document, path));
            } else if (given instanceof String text) {
                secrets.open(text).ifPresentOrElse(open -> Trees.put(document, path, open), () -> {
                    Trees.remove(document, path);
                    sealed.put(path, new Fault(path, Message.of(GroupReader.class, "sealed")));
                });
            }
        }
        Fields fields = Fields.of(document);
        Map<String, Object> normal = group.read(fields);
        fields.ignore(facts().keySet());
        List<Fault> known = fields.faultsOfKnown();
        List<Fault> faults = new ArrayList<>(sealed.values());
        // A secret that was put in here and is not asked for is not the writer's fault.
        fields.faults().stream().filter(fault -> !sealed.containsKey(fault.field()))
                .filter(fault -> known.contains(fault) || !kept.contains(fault.field())).forEach(faults::add);
        return new Reading(normal, faults.isEmpty() ? values(normal, present, kept) : Map.of(), faults);
    }

    private Map<String, String> values(Map<String, Object> normal, Map<String, String> present, Set<String> kept) {
        Map<String, String> values = Trees.flat(normal);
        for (String path : paths) {
            String before = present.get(path);
            String now = values.get(path);
            if (now == null && kept.contains(path)) {
                // Not asked for now, or its key is lost: both may come back.
                now = before;
            }
            if (now != null) {
                boolean closed = now.startsWith(SecretBox.MARK) && now.equals(before);
                values.put(path, closed || isClosed(before, now) ? before : secrets.close(now));
            }
        }
        return values;
    }

    /** Whether a kept value is this text, closed. */
    private boolean isClosed(String kept, String text) {
        return kept != null && kept.startsWith(SecretBox.MARK) && secrets.open(kept).filter(text::equals).isPresent();
    }

    /** Values as the history keeps them. */
    Map<String, String> withoutSecrets(Map<String, String> values) {
        Map<String, String> rest = new LinkedHashMap<>(values);
        rest.keySet().removeAll(paths);
        return rest;
    }

    /** What was once, as it would be read with the secrets of today; without them. What no longer passes is given as it was. */
    Map<String, Object> past(Map<String, String> values, Map<String, String> present) {
        Map<String, String> whole = new LinkedHashMap<>(values);
        paths.stream().filter(present::containsKey).forEach(path -> whole.put(path, present.get(path)));
        Reading reading = stored(whole);
        Map<String, Object> document = reading.faults().isEmpty() ? Trees.copy(reading.document()) : Paths.tree(values);
        paths.forEach(path -> Trees.remove(document, path));
        return document;
    }

    /** A document as it is shown: with the group's facts, and with whether there is a secret in the place of each. */
    Map<String, Object> shown(Reading reading) {
        Map<String, Object> shown = Trees.copy(reading.document());
        for (String path : paths) {
            boolean set = Optional.ofNullable(reading.values().get(path)).flatMap(secrets::open).isPresent();
            Trees.replace(shown, path, path.substring(path.lastIndexOf('.') + 1) + SET, set);
        }
        facts().forEach((name, fact) -> {
            if (shown.get(name) == null) {
                shown.put(name, fact);
            }
        });
        return shown;
    }

    /** What is measured beside the settings must not hide them. */
    private Map<String, Object> facts() {
        try {
            return group.facts();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("The facts beside the settings {} cannot be told: {}", group.descriptor().id(), e.toString());
            LOG.debug("Facts of {}", group.descriptor().id(), e);
            return Map.of();
        }
    }
}
