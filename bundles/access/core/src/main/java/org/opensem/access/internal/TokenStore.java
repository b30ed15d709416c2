package org.opensem.access.internal;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opensem.access.Tokens;
import org.opensem.language.Message;
import org.opensem.settings.Fault;
import org.opensem.settings.SettingsException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tokens by their hashes, in {@code <data>/keys/access.tokens}. */
@Component(service = {Tokens.class, TokenStore.class})
public final class TokenStore implements Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(TokenStore.class);
    /** Tells a reader of a script what it is. */
    private static final String PREFIX = "sem_";
    private static final Duration GRAIN = SessionStore.GRAIN;

    private final KeptFile file;
    private final Times times;
    private final Listeners listeners;
    private final Map<String, Token> byHash = new HashMap<>();

    @Activate
    public TokenStore(@Reference Data data, @Reference Times times, @Reference Listeners listeners) {
        this.file = data.key("access.tokens");
        this.times = times;
        this.listeners = listeners;
        load();
    }

    private void load() {
        try {
            file.read().forEach((hash, text) -> parse(text).ifPresent(token -> byHash.put(hash, token)));
        } catch (IOException e) {
            LOG.error("The tokens cannot be read, programs are refused: {}", e.toString());
        }
    }

    private static Optional<Token> parse(String text) {
        String[] words = text.split(" ", 5);
        try {
            Instant used = Instant.ofEpochSecond(Long.parseLong(words[3]));
            return Optional.of(new Token(words[0], words[4], Right.valueOf(words[1]),
                    Instant.ofEpochSecond(Long.parseLong(words[2])),
                    used.equals(Instant.EPOCH) ? Optional.empty() : Optional.of(used)));
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeException e) {
            LOG.warn("A token was left out: it cannot be read ({})", e.toString());
            return Optional.empty();
        }
    }

    private void save() {
        Map<String, String> texts = new TreeMap<>();
        byHash.forEach((hash, token) -> texts.put(hash, token.id() + " " + token.right() + " " + token.since().getEpochSecond()
                + " " + token.lastUse().orElse(Instant.EPOCH).getEpochSecond() + " " + token.name()));
        file.write(texts);
    }

    /** The token of a secret, which is used by it. */
    synchronized Optional<Token> use(String secret) {
        String hash = Digests.hash(secret);
        Token token = byHash.get(hash);
        if (token == null) {
            return Optional.empty();
        }
        Instant now = times.now();
        if (Duration.between(token.lastUse().orElse(Instant.EPOCH), now).compareTo(GRAIN) >= 0) {
            byHash.put(hash, new Token(token.id(), token.name(), token.right(), token.since(), Optional.of(now)));
            try {
                save();
            } catch (SettingsException e) {
                LOG.debug("The last use of a token could not be kept", e);
            }
        }
        return Optional.of(token);
    }

    @Override
    public synchronized List<Token> list() {
        return byHash.values().stream().sorted(Comparator.comparing(Token::since).thenComparing(Token::id)).toList();
    }

    @Override
    public synchronized Made make(String name, Right right) {
        String wanted = name == null ? "" : name.strip();
        Optional<Message> fault = fault(wanted);
        if (fault.isPresent()) {
            return new Made(List.of(new Fault("name", fault.get())), Optional.empty(), "");
        }
        String secret = PREFIX + Digests.token();
        Token token = new Token(Digests.id(), wanted, right, times.now(), Optional.empty());
        String hash = Digests.hash(secret);
        byHash.put(hash, token);
        try {
            save();
        } catch (SettingsException e) {
            byHash.remove(hash);
            throw e;
        }
        LOG.info("Token \"{}\" ({}) was made", token.name(), right);
        return new Made(List.of(), Optional.of(token), secret);
    }

    private Optional<Message> fault(String name) {
        if (name.isEmpty()) {
            return Optional.of(Faults.message("token.missing"));
        }
        if (name.codePointCount(0, name.length()) > MOST_CHARACTERS || name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(Faults.message("token.long", MOST_CHARACTERS));
        }
        if (byHash.values().stream().anyMatch(token -> token.name().equalsIgnoreCase(name))) {
            return Optional.of(Faults.message("token.twice"));
        }
        return byHash.size() >= MOST ? Optional.of(Faults.message("token.many", MOST)) : Optional.empty();
    }

    /** @throws SettingsException if it cannot be kept: after a restart the token would be valid */
    @Override
    public boolean withdraw(String id) {
        synchronized (this) {
            Optional<Token> token = byHash.values().stream().filter(kept -> kept.id().equals(id)).findFirst();
            if (token.isEmpty()) {
                return false;
            }
            byHash.values().remove(token.get());
            save();
            LOG.info("Token \"{}\" was withdrawn", token.get().name());
        }
        listeners.tell();
        return true;
    }
}
