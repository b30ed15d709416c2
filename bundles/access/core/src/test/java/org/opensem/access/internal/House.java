package org.opensem.access.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.opensem.access.AccessRequest;
import org.opensem.access.AccessRequest.Door;
import org.opensem.access.Decision;
import org.opensem.access.NewSecrets;
import org.opensem.access.SessionCookie;
import org.opensem.access.Visitor;
import org.opensem.testkit.TestClock;

/** All of access over a data folder, with a clock that a test turns and hashes that cost nothing. */
final class House {
    static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    static final String PASSWORD = "correct horse";
    static final Visitor HERE = new Visitor("127.0.0.1", true, "Firefox");
    static final Visitor THERE = new Visitor("192.168.1.20", false, "Phone");

    final TestClock clock = new TestClock(START);
    final Data data;
    final OwnerStore store;
    final SessionStore sessions;
    final TokenStore tokens;
    final Security security;
    final OwnerService owner;
    final Control control;
    final List<String> told = new ArrayList<>();
    private long nanos;

    House(Path folder) {
        this(folder, "");
    }

    /** @param setupCode as the launcher hands it over */
    House(Path folder, String setupCode) {
        data = new Data(folder);
        Times times = new Times(clock);
        Listeners listeners = new Listeners();
        listeners.add(() -> told.add("changed"));
        store = new OwnerStore(data);
        sessions = new SessionStore(data, store, times, listeners);
        tokens = new TokenStore(data, times, listeners);
        SetupCode setup = new SetupCode(name -> setupCode);
        security = new Security(Map.of(), store, setup, listeners, Map.of("http", 8080));
        owner = new OwnerService(store, sessions, listeners, setup, security, new Argon2(64, 1), new SlowDown(() -> nanos));
        control = new Control(security, sessions, tokens,
                new Addresses(() -> Set.of("192.168.1.5", "fe80:0:0:0:0:0:0:1"), () -> nanos), () -> "1a2b3c",
                Optional.of("cellar"));
    }

    /** Lets time pass for clock and stopwatch. */
    void pass(Duration duration) {
        clock.advance(duration);
        nanos += duration.toNanos();
    }

    House clock(Instant now) {
        clock.set(now);
        return this;
    }

    House withPassword() {
        owner.choose(NewSecrets.of(PASSWORD), null, HERE);
        return this;
    }

    House with(Map<String, Object> settings) {
        security.modified(settings);
        return this;
    }

    /** Logs in from this machine. @return the cookie */
    String cookie() {
        return SessionCookie.NAME + "=" + owner.logIn(PASSWORD, HERE).orElseThrow().token();
    }

    Decision decide(Asked asked) {
        return control.decide(asked.request());
    }

    /** A request that a test puts together. */
    static final class Asked {
        private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private Door door = Door.HTTP;
        private String address = "127.0.0.1";
        private final String method;
        private final String path;

        private Asked(String method, String path) {
            this.method = method;
            this.path = path;
            header("Host", "localhost:8080");
        }

        static Asked get(String path) {
            return new Asked("GET", path);
        }

        static Asked post(String path) {
            return new Asked("POST", path);
        }

        static Asked of(String method, String path) {
            return new Asked(method, path);
        }

        static Asked feed() {
            Asked asked = new Asked("GET", "/");
            asked.door = Door.FEED;
            return asked;
        }

        Asked from(String peer) {
            address = peer;
            return this;
        }

        /** From the network, by the device's address. */
        Asked fromNetwork() {
            return from("192.168.1.20").header("Host", "192.168.1.5:8080");
        }

        Asked header(String name, String value) {
            headers.put(name, List.of(value));
            return this;
        }

        AccessRequest request() {
            Map<String, List<String>> sent = new LinkedHashMap<>(headers);
            Function<String, List<String>> lookup = name -> {
                Map<String, List<String>> any = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                any.putAll(sent);
                return any.getOrDefault(name, List.of());
            };
            return new AccessRequest(door, address, method, path, lookup);
        }
    }

    static Map<String, Object> settings(Object... pairs) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i].toString(), pairs[i + 1]);
        }
        return map;
    }
}
