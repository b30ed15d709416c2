package org.opensem.testkit.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensem.language.Message;
import org.opensem.settings.Fault;
import org.opensem.settings.Fields;
import org.opensem.settings.Paths;
import org.opensem.settings.Revision;
import org.opensem.settings.Settings;
import org.opensem.settings.SettingsException;
import org.opensem.settings.SettingsGroup;
import org.opensem.time.ClockService;

/** Settings without a container: checked as a whole, with a history, kept as long as the object. Knows no secrets. */
public final class InMemorySettings implements Settings {
    private final ClockService clock;
    private final Map<String, SettingsGroup> groups = new LinkedHashMap<>();
    private final Map<String, List<Revision>> revisions = new LinkedHashMap<>();
    private boolean full;

    public InMemorySettings(ClockService clock, SettingsGroup... groups) {
        this.clock = clock;
        for (SettingsGroup group : groups) {
            add(group);
        }
    }

    /** A group comes. */
    public void add(SettingsGroup group) {
        groups.put(group.descriptor().id(), group);
    }

    /** A group goes; what it holds is kept. */
    public void remove(String group) {
        groups.remove(group);
    }

    /** From now on nothing can be kept, as with a full disk. */
    public void fill() {
        full = true;
    }

    @Override
    public List<String> groups() {
        return groups.values().stream().map(SettingsGroup::descriptor)
                .sorted(Comparator.comparingInt(descriptor -> descriptor.order())).map(descriptor -> descriptor.id()).toList();
    }

    @Override
    public Optional<Map<String, Object>> read(String group) {
        return Optional.ofNullable(groups.get(group)).map(found -> {
            Map<String, Object> document = new LinkedHashMap<>(found.read(Fields.ofProperties(stored(group))));
            document.putAll(found.facts());
            return document;
        });
    }

    private Map<String, Object> stored(String group) {
        List<Revision> history = history(group);
        return history.isEmpty() ? Map.of() : Paths.flat(history.getFirst().document());
    }

    @Override
    public List<Fault> check(String group, Map<String, ?> document) {
        return read(group, document).faults();
    }

    private record Reading(Map<String, Object> document, List<Fault> faults) {}

    private Reading read(String group, Map<String, ?> document) {
        SettingsGroup found = groups.get(group);
        if (found == null) {
            throw new IllegalArgumentException("There is no group " + group);
        }
        Fields fields = Fields.of(document);
        fields.ignore(found.facts().keySet());
        Map<String, Object> read = found.read(fields);
        return new Reading(read, fields.faults());
    }

    @Override
    public List<Fault> write(String group, Map<String, ?> document, String origin) {
        Reading reading = read(group, document);
        if (full) {
            throw new SettingsException(Message.plain("The disk is full."), new IllegalStateException("full"));
        }
        if (reading.faults().isEmpty()) {
            List<Revision> history = revisions.computeIfAbsent(group, id -> new ArrayList<>());
            history.addFirst(new Revision(history.size() + 1L, clock.now(), origin, reading.document()));
        }
        return reading.faults();
    }

    @Override
    public List<Revision> history(String group) {
        return List.copyOf(revisions.getOrDefault(group, List.of()));
    }

    @Override
    public List<Fault> restore(String group, long revision, String origin) {
        Revision found = history(group).stream().filter(one -> one.number() == revision).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no revision " + revision));
        return write(group, found.document(), origin);
    }
}
