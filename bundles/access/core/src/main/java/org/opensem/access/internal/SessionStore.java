package org.opensem.access.internal;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opensem.access.NewSession;
import org.opensem.access.Sessions;
import org.opensem.access.Visitor;
import org.opensem.settings.SettingsException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sessions by the hashes of their tokens, in {@code <data>/keys/access.sessions}. */
@Component(service = {Sessions.class, SessionStore.class})
public final class SessionStore implements Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(SessionStore.class);
    /** A session that nobody used for so long has ended. */
    static final Duration IDLE = Duration.ofDays(14);
    /** No session is older. */
    static final Duration LIFE = Duration.ofDays(90);
    /** The last use is kept to about so much: not every request is worth a write. */
    static final Duration GRAIN = Duration.ofMinutes(15);
    /** Of more sessions the one that was longest idle ends. */
    static final int MOST = 50;

    private final KeptFile file;
    private final OwnerStore owner;
    private final Times times;
    private final Listeners listeners;
    private final Map<String, Entry> byHash = new HashMap<>();

    /** @param generation the owner's, see {@link OwnerRecord#generation} */
    private record Entry(String id, String generation, String browser, Instant since, Instant lastUse) {
        Entry usedAt(Instant now) {
            return new Entry(id, generation, browser, since, now);
        }
    }

    @Activate
    public SessionStore(@Reference Data data, @Reference OwnerStore owner, @Reference Times times,
            @Reference Listeners listeners) {
        this.file = data.key("access.sessions");
        this.owner = owner;
        this.times = times;
        this.listeners = listeners;
        load();
    }

    private void load() {
        try {
            file.read().forEach((hash, text) -> parse(text).ifPresent(entry -> byHash.put(hash, entry)));
        } catch (IOException e) {
            LOG.warn("The sessions cannot be read, everybody has to log in again: {}", e.toString());
        }
    }

    private static Optional<Entry> parse(String text) {
        String[] words = text.split(" ", 5);
        try {
            return Optional.of(new Entry(words[0], words[1], words[4],
                    Instant.ofEpochSecond(Long.parseLong(words[2])), Instant.ofEpochSecond(Long.parseLong(words[3]))));
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeException e) {
            LOG.debug("A session was left out", e);
            return Optional.empty();
        }
    }

    private String generation() {
        return owner.current().map(OwnerRecord::generation).orElse("");
    }

    private boolean isOver(Entry entry, Instant now) {
        return !entry.generation().equals(generation()) || now.isAfter(entry.since().plus(LIFE))
                || now.isAfter(entry.lastUse().plus(IDLE));
    }

    private void save() {
        Map<String, String> texts = new TreeMap<>();
        byHash.forEach((hash, entry) -> texts.put(hash, entry.id() + " " + entry.generation() + " "
                + entry.since().getEpochSecond() + " " + entry.lastUse().getEpochSecond() + " " + entry.browser()));
        file.write(texts);
    }

    /**
     * Begins a session.
     *
     * @throws SettingsException if it cannot be kept
     */
    NewSession begin(Visitor visitor) {
        NewSession begun;
        boolean others;
        synchronized (this) {
            Instant now = times.now();
            others = makeRoom(now);
            String token = Digests.token();
            Entry entry = new Entry(Digests.id(), generation(), visitor.browser(), now, now);
            byHash.put(Digests.hash(token), entry);
            try {
                save();
            } catch (SettingsException e) {
                byHash.values().remove(entry);
                throw e;
            }
            begun = new NewSession(token, entry.id(), LIFE);
        }
        if (others) {
            listeners.tell();
        }
        return begun;
    }

    /** @return whether sessions have ended for it: those whose time is over, and the longest unused ones of too many */
    private boolean makeRoom(Instant now) {
        boolean ended = byHash.values().removeIf(entry -> isOver(entry, now));
        while (byHash.size() >= MOST) {
            byHash.entrySet().stream().min(Comparator.comparing(kept -> kept.getValue().lastUse()))
                    .ifPresent(oldest -> byHash.remove(oldest.getKey()));
            ended = true;
        }
        return ended;
    }

    /** The id of the session of a token, which is used by it. */
    synchronized Optional<String> use(String token) {
        String hash = Digests.hash(token);
        Entry entry = byHash.get(hash);
        if (entry == null) {
            return Optional.empty();
        }
        Instant now = times.now();
        if (isOver(entry, now)) {
            return Optional.empty();
        }
        // A clock that was wrong at boot and is put right must log nobody out: the last use never goes back.
        if (Duration.between(entry.lastUse(), now).compareTo(GRAIN) >= 0) {
            byHash.put(hash, entry.usedAt(now));
            saveIfPossible();
        }
        return Optional.of(entry.id());
    }

    private void saveIfPossible() {
        try {
            save();
        } catch (SettingsException e) {
            LOG.debug("The last use of a session could not be kept", e);
        }
    }

    /** @throws SettingsException if it cannot be kept: after a restart the session would last */
    @Override
    public void logOut(String token) {
        synchronized (this) {
            if (byHash.remove(Digests.hash(token)) == null) {
                return;
            }
            save();
        }
        listeners.tell();
    }

    /** @throws SettingsException if it cannot be kept: after a restart the sessions would last */
    @Override
    public void logOutEverywhere() {
        synchronized (this) {
            byHash.clear();
            save();
        }
        listeners.tell();
    }

    @Override
    public synchronized boolean lasts(String id) {
        Instant now = times.now();
        return byHash.values().stream().anyMatch(entry -> entry.id().equals(id) && !isOver(entry, now));
    }

    @Override
    public synchronized List<Session> list() {
        Instant now = times.now();
        List<Session> sessions = new ArrayList<>();
        byHash.values().stream().filter(entry -> !isOver(entry, now)).sorted(Comparator.comparing(Entry::lastUse).reversed())
                .forEach(entry -> sessions.add(new Session(entry.id(), entry.browser(), entry.since(), entry.lastUse())));
        return sessions;
    }
}
