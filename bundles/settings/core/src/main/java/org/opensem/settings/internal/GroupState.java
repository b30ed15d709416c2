package org.opensem.settings.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.opensem.language.Message;
import org.opensem.settings.Fault;
import org.opensem.settings.Paths;
import org.opensem.settings.Revision;
import org.opensem.settings.SettingsException;
import org.opensem.settings.internal.GroupReader.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One configuration's settings as its group reads them. Configuration Admin always holds the same fields as the file, so that
 * components, {@code etc/} and the console agree. Where the two differ, somebody changed Configuration Admin, most likely by a
 * file in {@code etc/}: that is taken over if its group finds no fault in it, else what was saved is put in force again.
 *
 * <p>The lock is held while the group reads, files are written and Configuration Admin is updated; none of that waits for the
 * thread on which Configuration Admin tells its listeners.
 */
final class GroupState {
    private static final Logger LOG = LoggerFactory.getLogger(GroupState.class);
    private static final String FILE = "file";
    private static final String RESTORE = "restore";

    private final String pid;
    private final Keeper keeper;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Message trouble;

    GroupState(String pid, Keeper keeper) {
        this.pid = pid;
        this.keeper = keeper;
        try {
            keeper.load();
        } catch (IOException e) {
            trouble(Message.of(GroupState.class, "unreadable", pid, e.toString()));
        }
    }

    /** What went wrong with it and has not been mended. */
    Optional<Message> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void trouble(Message text) {
        String line = text.in(Locale.UK);
        if (trouble == null || !trouble.in(Locale.UK).equals(line)) {
            LOG.warn("{}", line);
        }
        trouble = text;
    }

    /**
     * At the start, when no group is there yet: what was saved is in force before any component reads it. What may have been
     * edited waits for the group, which finds the faults in it.
     */
    void start() {
        lock.lock();
        try {
            if (keeper.saved().isEmpty()) {
                return;
            }
            Saved saved = keeper.saved().get();
            Set<String> names = new TreeSet<>(saved.names());
            saved.values().keySet().forEach(path -> names.add(Configurations.name(path)));
            Map<String, String> present = Configurations.fields(keeper.properties(), names);
            if (!present.equals(saved.values()) && (present.isEmpty() || keeper.isOld(present) && !saved.edited())) {
                push(names);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * To be run after a while, or at an orderly end: what was before the change that is the last one now can come back no more.
     */
    Runnable settling() {
        Optional<Saved> saved = keeper.saved();
        return () -> {
            lock.lock();
            try {
                if (keeper.saved().equals(saved)) {
                    keeper.settle();
                }
            } finally {
                lock.unlock();
            }
        };
    }

    private void push(Set<String> names) {
        try {
            keeper.push(names);
        } catch (IOException e) {
            trouble(Message.of(GroupState.class, "not-pushed", pid, e.toString()));
        }
    }

    /** The group has come, or Configuration Admin has changed: makes file and Configuration Admin agree. */
    void reconcile(GroupReader reader) {
        lock.lock();
        try {
            Optional<Saved> saved = keeper.saved();
            Map<String, String> properties = keeper.properties();
            Set<String> names = names(reader, properties, Map.of());
            Map<String, String> present = Configurations.fields(properties, names);
            if (saved.isEmpty()) {
                if (!present.isEmpty()) {
                    takeOver(reader, names, present);
                }
                return;
            }
            Map<String, String> values = saved.get().values();
            keeper.history().recover(reader.withoutSecrets(values));
            if (!reader.stored(values).faults().isEmpty()) {
                repair(reader, names, present);
            } else if (saved.get().edited()) {
                takeOver(reader, names, Configurations.fields(values, names));
            } else if (!present.equals(values)) {
                if (keeper.isOld(present) || !takeOver(reader, names, present)) {
                    push(names);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** The fields that the group asks for in what there is and what comes, and those that it ever asked for. */
    private Set<String> names(GroupReader reader, Map<String, String> properties, Map<String, String> next) {
        Set<String> names = new TreeSet<>();
        keeper.saved().ifPresent(saved -> names.addAll(saved.names()));
        names.addAll(reader.names(List.of(properties, keeper.saved().map(Saved::values).orElse(Map.of()), next)));
        return names;
    }

    /** @return whether there was no fault in them */
    private boolean takeOver(GroupReader reader, Set<String> names, Map<String, String> fields) {
        try {
            Reading reading = reader.taken(Paths.tree(fields), keeper.saved().map(Saved::values).orElse(Map.of()));
            if (!reading.faults().isEmpty()) {
                trouble(Message.of(GroupState.class, keeper.saved().isPresent() ? "refused" : "refused-at-first", pid,
                        list(reading.faults())));
                return false;
            }
            change(reader, names, reading, FILE);
        } catch (SettingsException e) {
            trouble(e.text());
        }
        return true;
    }

    private static Message list(List<Fault> faults) {
        return locale -> faults.stream().map(fault -> fault.field() + ": " + fault.message().in(locale))
                .collect(Collectors.joining(" "));
    }

    /** What is saved does not pass, perhaps because an update is stricter: the newest that does is put in its place. */
    private void repair(GroupReader reader, Set<String> names, Map<String, String> present) {
        List<Map<String, String>> candidates = new ArrayList<>();
        for (History.Entry entry : keeper.history().entries()) {
            values(entry).ifPresent(candidates::add);
        }
        candidates.add(present);
        Map<String, String> faulty = keeper.saved().orElseThrow().values();
        for (Map<String, String> candidate : candidates) {
            Reading reading = reader.taken(Paths.tree(Configurations.fields(candidate, names)), faulty);
            if (reading.faults().isEmpty()) {
                try {
                    Path aside = keeper.setAside();
                    change(reader, names, reading, RESTORE);
                    trouble(Message.of(GroupState.class, "repaired", pid, aside.toString()));
                } catch (IOException | SettingsException e) {
                    trouble(Message.of(GroupState.class, "not-pushed", pid, e.toString()));
                }
                return;
            }
        }
        trouble(Message.of(GroupState.class, "faulty", pid, list(reader.stored(faulty).faults())));
    }

    private Optional<Map<String, String>> values(History.Entry entry) {
        try {
            return Optional.of(History.values(entry));
        } catch (IOException e) {
            LOG.warn("A revision of {} cannot be read: {}", pid, e.toString());
            return Optional.empty();
        }
    }

    private void change(GroupReader reader, Set<String> names, Reading reading, String origin) {
        Optional<Saved> saved = keeper.saved();
        if (saved.isPresent() && saved.get().values().equals(reading.values()) && !saved.get().edited()) {
            if (!Configurations.fields(keeper.properties(), names).equals(reading.values())) {
                push(names);
            }
        } else {
            keeper.change(names, reading.values(), reader.withoutSecrets(reading.values()), origin);
            LOG.info("The settings {} were changed: {}", pid, origin);
        }
        trouble = null;
    }

    /** What is in force: the saved values; without any, those in Configuration Admin. */
    private Map<String, String> present(GroupReader reader) {
        return keeper.saved().map(Saved::values).orElseGet(() -> {
            Map<String, String> properties = keeper.properties();
            return Configurations.fields(properties, names(reader, properties, Map.of()));
        });
    }

    /** What is in force; the defaults if there are faults in it. */
    private Reading good(GroupReader reader) {
        Reading reading = reader.stored(present(reader));
        return reading.faults().isEmpty() ? reading : reader.stored(Map.of());
    }

    Map<String, Object> read(GroupReader reader) {
        return reader.shown(good(reader));
    }

    List<Fault> check(GroupReader reader, Map<String, ?> document) {
        return reader.taken(document, present(reader)).faults();
    }

    List<Fault> write(GroupReader reader, Map<String, ?> document, String origin) {
        lock.lock();
        try {
            // What was put into Configuration Admin a moment ago gets its place in the history before this one.
            reconcile(reader);
            Reading reading = reader.taken(document, present(reader));
            if (reading.faults().isEmpty()) {
                if (keeper.history().entries().isEmpty()) {
                    keeper.begin(reader.withoutSecrets(Trees.flat(good(reader).document())));
                }
                change(reader, names(reader, keeper.properties(), reading.values()), reading, origin);
            }
            return reading.faults();
        } finally {
            lock.unlock();
        }
    }

    List<Revision> history(GroupReader reader) {
        Map<String, String> present = present(reader);
        List<Revision> revisions = new ArrayList<>();
        for (History.Entry entry : keeper.history().entries()) {
            values(entry).ifPresent(values -> revisions.add(
                    new Revision(entry.number(), entry.time(), entry.origin(), reader.past(values, present))));
        }
        return revisions;
    }

    List<Fault> restore(GroupReader reader, long number) {
        lock.lock();
        try {
            reconcile(reader);
            History.Entry entry = keeper.history().entries().stream().filter(each -> each.number() == number).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no revision " + number + " of " + pid));
            Set<String> names = names(reader, keeper.properties(), Map.of());
            Reading reading = reader.taken(Paths.tree(Configurations.fields(History.values(entry), names)), present(reader));
            if (reading.faults().isEmpty()) {
                change(reader, names, reading, RESTORE);
            }
            return reading.faults();
        } catch (IOException e) {
            throw new SettingsException(Message.of(GroupState.class, "unreadable", pid, e.toString()), e);
        } finally {
            lock.unlock();
        }
    }
}
