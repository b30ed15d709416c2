package org.opensem.rest.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.opensem.access.AccessControl;
import org.opensem.access.AccessRequest;
import org.opensem.access.Decision;
import org.opensem.access.Exposure;
import org.opensem.access.NewSecrets;
import org.opensem.access.NewSession;
import org.opensem.access.Outcome;
import org.opensem.access.Owner;
import org.opensem.access.Sessions;
import org.opensem.access.TooSoonException;
import org.opensem.access.Visitor;
import org.opensem.settings.Fault;

/** An owner whose password is {@link #PASSWORD}, and who may be slowed down; lets in all but those who show what is over. */
final class FakeAccess implements AccessControl, Owner, Sessions {
    static final String PASSWORD = " correct horse ";

    /** Cookies and tokens, as they are sent, that let nobody in any more. */
    final Set<String> over = ConcurrentHashMap.newKeySet();
    final List<String> loggedOut = new ArrayList<>();
    boolean passwordSet = true;
    Duration wait = Duration.ZERO;
    Visitor visitor;

    @Override
    public Decision decide(AccessRequest request) {
        boolean refused = !request.path().equals("/api/v1/live/stream")
                || over.stream().anyMatch(secret -> secret.equals(request.header("Cookie"))
                        || secret.equals(request.header("authorization")));
        return refused ? Decision.refused(Decision.Refusal.UNKNOWN_CALLER) : Decision.admitted(Decision.Caller.OWNER);
    }

    @Override
    public Exposure exposure() {
        return new Exposure(passwordSet, passwordSet, false, false, false);
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public boolean hasPassword() {
        return passwordSet;
    }

    @Override
    public List<Fault> check(String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Fault> check(NewSecrets secrets) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome choose(NewSecrets secrets, String setupCode, Visitor from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<NewSession> logIn(String password, Visitor from) {
        visitor = from;
        if (!wait.isZero()) {
            throw new TooSoonException(wait);
        }
        return password.equals(PASSWORD) ? Optional.of(new NewSession("secret", "1", Duration.ofDays(90))) : Optional.empty();
    }

    @Override
    public Outcome change(String oldPassword, String newPassword, Visitor from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void logOut(String token) {
        loggedOut.add(token);
    }

    @Override
    public void logOutEverywhere() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean lasts(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Session> list() {
        throw new UnsupportedOperationException();
    }
}
