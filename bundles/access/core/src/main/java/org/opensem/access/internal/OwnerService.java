package org.opensem.access.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.opensem.access.NewSecrets;
import org.opensem.access.NewSession;
import org.opensem.access.Outcome;
import org.opensem.access.Owner;
import org.opensem.access.Question;
import org.opensem.access.Recovery;
import org.opensem.access.Visitor;
import org.opensem.settings.Fault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The owner's password and what replaces it; see {@link OwnerStore} for what is kept. */
@Component(service = {Owner.class, Recovery.class})
public final class OwnerService implements Owner, Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(OwnerService.class);

    private final OwnerStore store;
    private final SessionStore sessions;
    private final Listeners listeners;
    private final SetupCode setup;
    private final Security security;
    private final Argon2 argon2;
    private final SlowDown slowDown;

    @Activate
    public OwnerService(@Reference OwnerStore store, @Reference SessionStore sessions, @Reference Listeners listeners,
            @Reference SetupCode setup, @Reference Security security) {
        this(store, sessions, listeners, setup, security, new Argon2(), new SlowDown());
    }

    OwnerService(OwnerStore store, SessionStore sessions, Listeners listeners, SetupCode setup, Security security, Argon2 argon2,
            SlowDown slowDown) {
        this.store = store;
        this.sessions = sessions;
        this.listeners = listeners;
        this.setup = setup;
        this.security = security;
        this.argon2 = argon2;
        this.slowDown = slowDown;
    }

    @Override
    public boolean hasPassword() {
        return store.current().isPresent();
    }

    @Override
    public List<Fault> check(String password) {
        return Faults.ofPassword(password);
    }

    @Override
    public List<Fault> check(NewSecrets secrets) {
        List<Fault> faults = new ArrayList<>(check(secrets.password()));
        faults.addAll(Faults.ofQuestion(secrets.question(), secrets.answer()));
        return faults;
    }

    @Override
    public Outcome choose(NewSecrets secrets, String setupCode, Visitor visitor) {
        List<Fault> faults = new ArrayList<>(check(secrets));
        if (hasPassword()) {
            return Outcome.refused(List.of(Faults.of("password", "chosen")));
        }
        if (!visitor.local()) {
            slowDown.admit(visitor);
            if (!setup.matches(setupCode)) {
                faults.add(Faults.of("setupCode", "setup"));
            } else {
                slowDown.succeeded(visitor);
            }
        }
        return faults.isEmpty() ? chosen(secrets, visitor) : Outcome.refused(faults);
    }

    private Outcome chosen(NewSecrets secrets, Visitor visitor) {
        String password = argon2.hash(Spelling.password(secrets.password()));
        String answer = secrets.question().isPresent() ? argon2.hash(Spelling.answer(secrets.answer())) : "";
        List<String> codes = codes();
        synchronized (this) {
            if (hasPassword()) {
                return Outcome.refused(List.of(Faults.of("password", "chosen")));
            }
            store.keep(new OwnerRecord(Digests.id(), password, secrets.question(), answer, hashes(codes)));
        }
        LOG.info("The owner's password was set");
        if (!visitor.local()) {
            security.openNetwork();
        }
        Outcome outcome = new Outcome(List.of(), Optional.of(sessions.begin(visitor)), codes);
        listeners.tell();
        return outcome;
    }

    private static List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < CODES; i++) {
            codes.add(Digests.code());
        }
        return codes;
    }

    private static List<String> hashes(List<String> codes) {
        return codes.stream().map(Digests::typed).map(Digests::hash).toList();
    }

    @Override
    public Optional<NewSession> logIn(String password, Visitor visitor) {
        return isPassword(password, visitor) ? Optional.of(sessions.begin(visitor)) : Optional.empty();
    }

    private boolean isPassword(String password, Visitor visitor) {
        OwnerRecord owner = store.current().orElse(null);
        String typed = Spelling.password(password);
        if (owner == null || typed.length() > 2 * MOST_CHARACTERS) {
            return false;
        }
        slowDown.admit(visitor);
        if (!argon2.matches(typed, owner.password())) {
            LOG.warn("A wrong password from {}", visitor.address());
            return false;
        }
        slowDown.succeeded(visitor);
        if (argon2.isOutdated(owner.password())) {
            rehash(owner, typed);
        }
        return true;
    }

    private synchronized void rehash(OwnerRecord owner, String password) {
        if (store.current().filter(owner::equals).isPresent()) {
            store.keep(owner.rehashed(argon2.hash(password)));
        }
    }

    @Override
    public Outcome change(String oldPassword, String newPassword, Visitor visitor) {
        List<Fault> faults = new ArrayList<>(check(newPassword));
        if (faults.isEmpty() && !isPassword(oldPassword, visitor)) {
            faults.add(Faults.of("oldPassword", "wrong"));
        }
        return faults.isEmpty() ? renewed(newPassword, visitor, "") : Outcome.refused(faults);
    }

    /** @param usedCode the hash of the recovery code that let the owner in; or empty */
    private Outcome renewed(String password, Visitor visitor, String usedCode) {
        String hash = argon2.hash(Spelling.password(password));
        synchronized (this) {
            OwnerRecord owner = store.current().orElseThrow();
            if (!usedCode.isEmpty() && !owner.codes().contains(usedCode)) {
                return Outcome.refused(List.of(Faults.of("proof", "proof")));
            }
            store.keep(owner.withoutCode(usedCode).withPassword(hash));
        }
        LOG.info("The owner's password was changed; all sessions have ended");
        Outcome outcome = new Outcome(List.of(), Optional.of(sessions.begin(visitor)), List.of());
        listeners.tell();
        return outcome;
    }

    @Override
    public Optional<Question> question() {
        return store.current().flatMap(OwnerRecord::question);
    }

    @Override
    public int codesLeft() {
        return store.current().map(owner -> owner.codes().size()).orElse(0);
    }

    @Override
    public Outcome recover(String proof, String newPassword, Visitor visitor) {
        OwnerRecord owner = store.current().orElse(null);
        List<Fault> faults = new ArrayList<>(check(newPassword));
        if (owner == null || proof == null || proof.isBlank() || proof.length() > MOST_CHARACTERS) {
            faults.add(Faults.of("proof", "proof"));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        slowDown.admit(visitor);
        String hash = Digests.hash(Digests.typed(proof));
        Optional<String> code = owner.codes().stream().filter(kept -> Digests.same(kept, hash)).findFirst();
        if (code.isEmpty() && !argon2.matches(Spelling.answer(proof), owner.answer())) {
            LOG.warn("A wrong answer or recovery code from {}", visitor.address());
            return Outcome.refused(List.of(Faults.of("proof", "proof")));
        }
        slowDown.succeeded(visitor);
        return renewed(newPassword, visitor, code.orElse(""));
    }

    @Override
    public Outcome ask(String oldPassword, Optional<Question> question, String answer, Visitor visitor) {
        List<Fault> faults = new ArrayList<>(Faults.ofQuestion(question, answer));
        if (faults.isEmpty() && !isPassword(oldPassword, visitor)) {
            faults.add(Faults.of("oldPassword", "wrong"));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        String hash = question.isPresent() ? argon2.hash(Spelling.answer(answer)) : "";
        return keep(owner -> owner.withQuestion(question, hash), List.of());
    }

    @Override
    public Outcome renewCodes(String oldPassword, Visitor visitor) {
        if (!isPassword(oldPassword, visitor)) {
            return Outcome.refused(List.of(Faults.of("oldPassword", "wrong")));
        }
        List<String> codes = codes();
        return keep(owner -> owner.withCodes(hashes(codes)), codes);
    }

    private synchronized Outcome keep(UnaryOperator<OwnerRecord> change, List<String> codes) {
        store.keep(change.apply(store.current().orElseThrow()));
        return new Outcome(List.of(), Optional.empty(), codes);
    }

    @Override
    public synchronized Optional<String> issueCode() {
        return store.current().map(owner -> {
            String code = Digests.code();
            store.keep(owner.withCode(Digests.hash(Digests.typed(code))));
            LOG.info("A further recovery code was issued in the shell");
            return code;
        });
    }
}
