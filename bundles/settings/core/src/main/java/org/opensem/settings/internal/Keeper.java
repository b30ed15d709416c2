package org.opensem.settings.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.opensem.language.Message;
import org.opensem.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where one configuration's settings are: the file that keeps them, their history, and Configuration Admin, in which they are in
 * force. The file is the truth. The three change together or not at all. The group's lock guards it.
 */
final class Keeper {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private final String pid;
    private final Path file;
    private final Configurations configurations;
    private final Supplier<Optional<Instant>> time;
    private final History history;
    private volatile Optional<Saved> saved = Optional.empty();

    /** @param time now, if anybody knows */
    Keeper(Path folder, String pid, Configurations configurations, Supplier<Optional<Instant>> time) {
        this.pid = pid;
        this.file = folder.resolve(pid + ".cfg");
        this.configurations = configurations;
        this.time = time;
        this.history = new History(folder.resolve("history").resolve(pid));
    }

    /** Reads the file; without one, or if it is empty as some damaged ones are, nothing is saved. */
    void load() throws IOException {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            saved = text.isBlank() ? Optional.empty() : Optional.of(Saved.parse(text));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is damaged", e);
        }
    }

    Optional<Saved> saved() {
        return saved;
    }

    History history() {
        return history;
    }

    /** Everything in Configuration Admin, also what is no field. */
    Map<String, String> properties() {
        return configurations.properties(pid);
    }

    /**
     * Whether fields in Configuration Admin that differ from the saved ones are no news: none at all; those that openSEM wrote,
     * when only the file was edited; those from before the last change, if a crash or a power cut came upon it: Karaf writes a
     * change back to {@code etc/} a little later, and does not flush it.
     */
    boolean isOld(Map<String, String> present) {
        String hash = Saved.hash(present);
        Saved now = saved.orElseThrow();
        return present.isEmpty() || hash.equals(now.seen()) || hash.equals(now.before());
    }

    /** Puts what is saved in force again. */
    void push(Set<String> names) throws IOException {
        configurations.push(pid, names, saved.orElseThrow().values());
    }

    /**
     * Saves values and puts them in force.
     *
     * @param names of all fields
     * @param shown the values without secrets, for the history
     * @throws SettingsException nothing has changed
     */
    void change(Set<String> names, Map<String, String> values, Map<String, String> shown, String origin) {
        Set<String> all = new TreeSet<>(names);
        values.keySet().forEach(path -> all.add(Configurations.name(path)));
        Optional<Saved> before = saved;
        Saved next = Saved.of(values, all, Configurations.fields(properties(), all));
        Path revision = null;
        try {
            revision = history.begin(shown, origin, time.get());
            save(next);
        } catch (IOException e) {
            cancel(revision);
            throw new SettingsException(Message.of(Keeper.class, "not-kept", file.getParent().toString(), e.toString()), e);
        }
        try {
            configurations.push(pid, all, values);
        } catch (IOException e) {
            undo(before);
            cancel(revision);
            throw new SettingsException(Message.of(Keeper.class, "not-in-force", pid, e.toString()), e);
        }
        saved = Optional.of(next);
        end(revision);
    }

    /** A revision of what was before there were any. */
    void begin(Map<String, String> shown) {
        try {
            end(history.begin(shown, "default", time.get()));
        } catch (IOException e) {
            throw new SettingsException(Message.of(Keeper.class, "not-kept", file.getParent().toString(), e.toString()), e);
        }
    }

    private void save(Saved next) throws IOException {
        Durable.write(file, next.text(pid).getBytes(StandardCharsets.UTF_8));
    }

    private void undo(Optional<Saved> before) {
        try {
            if (before.isPresent()) {
                save(before.get());
            } else {
                Durable.delete(file);
            }
        } catch (IOException e) {
            LOG.error("{} holds settings that are not in force, and cannot be set back: {}", file, e.toString());
        }
    }

    private void cancel(Path revision) {
        if (revision != null) {
            history.cancel(revision);
        }
    }

    private void end(Path revision) {
        try {
            history.end(revision);
        } catch (IOException e) {
            LOG.warn("A change of the settings {} is in force, but not in their history: {}", pid, e.toString());
        }
    }

    /** Puts the file aside, for people to look at. */
    Path setAside() throws IOException {
        return Files.copy(file, file.resolveSibling(file.getFileName() + ".faulty"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** {@code etc/} is up to date by now, and what it held before is forgotten. */
    void settle() {
        try {
            if (saved.isPresent() && !saved.get().before().isEmpty()) {
                Saved settled = saved.get().settled();
                save(settled);
                saved = Optional.of(settled);
            }
        } catch (IOException e) {
            LOG.debug("{} stays as it is", file, e);
        }
    }
}
