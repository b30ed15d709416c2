package org.opensem.web.access.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opensem.access.NewSecrets;
import org.opensem.access.NewSession;
import org.opensem.access.Outcome;
import org.opensem.access.Owner;
import org.opensem.access.Question;
import org.opensem.access.Recovery;
import org.opensem.access.TooSoonException;
import org.opensem.access.Visitor;
import org.opensem.language.Message;
import org.opensem.settings.Fault;

/** An owner with the simplest rules, who notes what was asked. */
final class FakeOwner implements Owner, Recovery {
    static final String SETUP = "abcd";
    static final String ANSWER = "Minka";
    static final List<String> CODES = List.of("aaaa-bbbb", "cccc-dddd");

    String password;
    List<String> codes = CODES;
    /** What was last chosen to be asked for; null before. */
    String answer;
    Optional<Question> question = Optional.empty();
    Duration wait = Duration.ZERO;

    private static Outcome done(List<String> codes) {
        return new Outcome(List.of(), Optional.of(new NewSession("secret", "7", Duration.ofDays(90))), codes);
    }

    private static Fault fault(String field, String text) {
        return new Fault(field, Message.plain(text));
    }

    private void admit() {
        if (!wait.isZero()) {
            throw new TooSoonException(wait);
        }
    }

    @Override
    public boolean hasPassword() {
        return password != null;
    }

    @Override
    public List<Fault> check(String typed) {
        return typed.length() < LEAST_CHARACTERS ? List.of(fault("password", "Zu kurz.")) : List.of();
    }

    @Override
    public List<Fault> check(NewSecrets secrets) {
        List<Fault> faults = new ArrayList<>(check(secrets.password()));
        if (secrets.question().isPresent() && secrets.answer().isBlank()) {
            faults.add(fault("answer", "Fehlt."));
        }
        return faults;
    }

    @Override
    public Outcome choose(NewSecrets secrets, String setupCode, Visitor visitor) {
        admit();
        List<Fault> faults = new ArrayList<>(check(secrets));
        if (!visitor.local() && !SETUP.equals(setupCode)) {
            faults.add(fault("setupCode", "Ist nicht der Code."));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        password = secrets.password();
        question = secrets.question();
        return done(CODES);
    }

    @Override
    public Optional<NewSession> logIn(String typed, Visitor visitor) {
        admit();
        return typed.equals(password) ? done(List.of()).session() : Optional.empty();
    }

    @Override
    public Outcome change(String oldPassword, String newPassword, Visitor visitor) {
        password = newPassword;
        return new Outcome(List.of(), Optional.empty(), List.of());
    }

    @Override
    public Optional<Question> question() {
        return question;
    }

    @Override
    public int codesLeft() {
        return codes.size();
    }

    @Override
    public Outcome recover(String proof, String newPassword, Visitor visitor) {
        admit();
        if (!proof.equals(ANSWER)) {
            return Outcome.refused(List.of(fault("proof", "Stimmt nicht.")));
        }
        password = newPassword;
        return done(List.of());
    }

    @Override
    public Outcome ask(String oldPassword, Optional<Question> asked, String typed, Visitor visitor) {
        question = asked;
        answer = typed;
        return new Outcome(List.of(), Optional.empty(), List.of());
    }

    @Override
    public Outcome renewCodes(String oldPassword, Visitor visitor) {
        codes = CODES;
        return new Outcome(List.of(), Optional.empty(), CODES);
    }

    @Override
    public Optional<String> issueCode() {
        throw new UnsupportedOperationException();
    }
}
