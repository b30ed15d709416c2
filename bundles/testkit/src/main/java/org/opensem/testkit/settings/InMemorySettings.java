package org.opensem.testkit.settings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensem.language.Message;
import org.opensem.settings.Fault;
import org.opensem.settings.Fields;
import org.opensem.settings.Revision;
import org.opensem.settings.Settings;
import org.opensem.settings.SettingsException;
import org.opensem.settings.SettingsGroup;

/** Settings in memory, for the tests of those who show and change them. Secrets are fields of the document itself only. */
public final class InMemorySettings implements Settings {
    private static final String SET = "Set";

    private final Map<String, SettingsGroup> groups = new HashMap<>();
    private final Map<String, Map<String, Object>> documents = new HashMap<>();
    private final Map<String, List<Revision>> revisions = new HashMap<>();
    private Instant now = Instant.parse("2026-11-22T13:27:01Z");
    private boolean failing;

    public InMemorySettings(SettingsGroup... groups) {
        Arrays.asList(groups).forEach(group -> this.groups.put(group.descriptor().id(), group));
    }

    /** The time of what is written from now on. */
    public synchronized InMemorySettings at(Instant time) {
        now = time;
        return this;
    }

    /** Whether writing fails from now on, as on a full disk. */
    public synchronized InMemorySettings failing(boolean value) {
        failing = value;
        return this;
    }

    /** A group's document as the group itself reads it, secrets and all. */
    public synchronized Map<String, Object> stored(String group) {
        return documents.computeIfAbsent(group, id -> groups.get(id).read(Fields.of(Map.of())));
    }

    @Override
    public synchronized List<String> groups() {
        return groups.values().stream().map(SettingsGroup::descriptor)
                .sorted(Comparator.comparingInt(descriptor -> descriptor.order())).map(descriptor -> descriptor.id()).toList();
    }

    @Override
    public synchronized Optional<Map<String, Object>> read(String group) {
        return groups.containsKey(group) ? Optional.of(shown(groups.get(group))) : Optional.empty();
    }

    private Map<String, Object> shown(SettingsGroup group) {
        Map<String, Object> shown = new LinkedHashMap<>(stored(group.descriptor().id()));
        for (String secret : group.descriptor().secrets()) {
            shown.put(secret + SET, shown.remove(secret) != null);
        }
        group.facts().forEach((name, fact) -> shown.merge(name, fact, (field, ignored) -> field));
        return shown;
    }

    @Override
    public synchronized List<Fault> check(String group, Map<String, ?> document) {
        return read(group, document, new LinkedHashMap<>());
    }

    private List<Fault> read(String id, Map<String, ?> written, Map<String, Object> normal) {
        SettingsGroup group = Optional.ofNullable(groups.get(id)).orElseThrow(() -> new IllegalArgumentException(id));
        Map<String, Object> document = new LinkedHashMap<>(written);
        for (String secret : group.descriptor().secrets()) {
            document.remove(secret + SET);
            if (document.get(secret) == null && stored(id).get(secret) != null) {
                document.put(secret, stored(id).get(secret));
            }
        }
        Fields fields = Fields.of(document);
        Map<String, Object> result = group.read(fields);
        fields.ignore(group.facts().keySet());
        if (fields.faults().isEmpty()) {
            normal.putAll(result);
        }
        return fields.faults();
    }

    @Override
    public synchronized List<Fault> write(String group, Map<String, ?> document, String origin) {
        Map<String, Object> normal = new LinkedHashMap<>();
        List<Fault> faults = read(group, document, normal);
        if (failing) {
            throw new SettingsException(Message.plain("The settings cannot be written."), new IllegalStateException("failing"));
        }
        if (faults.isEmpty()) {
            documents.put(group, normal);
            List<Revision> past = revisions.computeIfAbsent(group, id -> new ArrayList<>());
            Map<String, Object> shown = new LinkedHashMap<>(normal);
            shown.keySet().removeAll(groups.get(group).descriptor().secrets());
            past.addFirst(new Revision(past.size() + 1, now, origin, shown));
        }
        return faults;
    }

    @Override
    public synchronized List<Revision> history(String group) {
        return List.copyOf(revisions.getOrDefault(group, List.of()));
    }

    @Override
    public synchronized List<Fault> restore(String group, long revision, String origin) {
        Revision found = history(group).stream().filter(each -> each.number() == revision).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no revision " + revision));
        return write(group, found.document(), "restore");
    }
}
