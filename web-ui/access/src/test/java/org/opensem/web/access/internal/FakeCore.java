package org.opensem.web.access.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opensem.access.AccessControl;
import org.opensem.access.AccessRequest;
import org.opensem.access.Decision;
import org.opensem.access.DeviceControl;
import org.opensem.access.Exposure;
import org.opensem.access.ServerCertificate;
import org.opensem.access.Sessions;
import org.opensem.access.Tokens;
import org.opensem.settings.Fault;

/** The services of access as one start of their bundles offers them; an update brings another one. It notes what it was told. */
final class FakeCore {
    private static final Instant SINCE = Instant.parse("2026-11-19T19:47:12Z");

    final FakeOwner owner = new FakeOwner();
    final List<String> told = new ArrayList<>();
    final List<Sessions.Session> sessions = new ArrayList<>();
    final List<Tokens.Token> tokens = new ArrayList<>(List.of(token("evcc")));
    final List<String> names = new ArrayList<>(List.of("sem-1a2b3c"));
    Optional<ServerCertificate.Info> certificate = Optional.empty();
    boolean network;

    FakeCore() {
        owner.password = "sunflower in June";
    }

    static Tokens.Token token(String name) {
        return new Tokens.Token(name, name, Tokens.Right.READ, SINCE, Optional.empty());
    }

    static Sessions.Session session(String browser) {
        return new Sessions.Session(browser, browser, SINCE, SINCE);
    }

    static ServerCertificate.Info certificate(String fingerprint) {
        return new ServerCertificate.Info(true, "CN=sem", List.of("sem"), fingerprint, SINCE, SINCE);
    }

    /** Is what there is from now on. */
    void start(Services services) {
        services.control = control();
        services.owner = owner;
        services.recovery = owner;
        services.sessions = sessions();
        services.tokens = tokens();
        services.certificate = certificate();
        services.device = device();
    }

    static void stop(Services services) {
        services.control = null;
        services.owner = null;
        services.recovery = null;
        services.sessions = null;
        services.tokens = null;
        services.certificate = null;
        services.device = null;
    }

    private AccessControl control() {
        return new AccessControl() {
            @Override
            public Decision decide(AccessRequest request) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Exposure exposure() {
                return new Exposure(true, true, network, false, false);
            }

            @Override
            public List<String> names() {
                return List.copyOf(names);
            }
        };
    }

    private Sessions sessions() {
        return new Sessions() {
            @Override
            public void logOut(String token) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void logOutEverywhere() {
                told.add("log out everywhere");
            }

            @Override
            public boolean lasts(String id) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Session> list() {
                return List.copyOf(sessions);
            }
        };
    }

    private Tokens tokens() {
        return new Tokens() {
            @Override
            public List<Token> list() {
                return List.copyOf(tokens);
            }

            @Override
            public Made make(String name, Right right) {
                told.add("make " + name);
                tokens.add(token(name));
                return new Made(List.of(), Optional.of(token(name)), "sem_secret");
            }

            @Override
            public boolean withdraw(String id) {
                told.add("withdraw " + id);
                return tokens.removeIf(token -> token.id().equals(id));
            }
        };
    }

    private ServerCertificate certificate() {
        return new ServerCertificate() {
            @Override
            public Optional<Info> info() {
                return certificate;
            }

            @Override
            public List<Fault> use(byte[] file, byte[] key, String password) {
                told.add("use " + password);
                return List.of();
            }

            @Override
            public void renew() {
                told.add("renew");
            }
        };
    }

    private DeviceControl device() {
        return new DeviceControl() {
            @Override
            public void restart() {
                told.add("restart");
            }

            @Override
            public List<Fault> factoryReset(String typed) {
                told.add("reset " + typed);
                return List.of();
            }
        };
    }
}
