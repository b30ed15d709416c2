package org.opensem.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.opensem.access.DeviceControl;
import org.opensem.access.NewSecrets;
import org.opensem.access.NewSession;
import org.opensem.access.Outcome;
import org.opensem.access.Owner;
import org.opensem.access.Question;
import org.opensem.access.Recovery;
import org.opensem.access.Sessions;
import org.opensem.access.Tokens;
import org.opensem.access.Visitor;
import org.opensem.language.Message;
import org.opensem.settings.Fault;

/** E6 in the shell (X5): reset of the password, tokens, restart, factory reset. */
class AccessCommandsTest {
    private final Console console = new Console();
    private final Access access = new Access();
    private final List<String> device = new ArrayList<>();

    /** An owner who may have a password. */
    private static final class Access implements Owner, Recovery {
        private String password;
        private String code;

        private Outcome done(List<String> codes) {
            return new Outcome(List.of(), Optional.of(new NewSession("token", "1", Duration.ofDays(1))), codes);
        }

        @Override
        public boolean hasPassword() {
            return password != null;
        }

        @Override
        public List<Fault> check(String typed) {
            return typed.length() < 8 ? List.of(new Fault("password", Message.plain("At least 8 characters."))) : List.of();
        }

        @Override
        public List<Fault> check(NewSecrets secrets) {
            return check(secrets.password());
        }

        @Override
        public Outcome choose(NewSecrets secrets, String setupCode, Visitor visitor) {
            if (!check(secrets).isEmpty()) {
                return Outcome.refused(check(secrets));
            }
            password = secrets.password();
            return done(List.of("aaaa-bbbb-cccc-dddd"));
        }

        @Override
        public Optional<NewSession> logIn(String typed, Visitor visitor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome change(String oldPassword, String newPassword, Visitor visitor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Question> question() {
            return Optional.empty();
        }

        @Override
        public int codesLeft() {
            return 0;
        }

        @Override
        public Outcome recover(String proof, String newPassword, Visitor visitor) {
            if (!proof.equals(code)) {
                return Outcome.refused(List.of(new Fault("proof", Message.plain("no"))));
            }
            password = newPassword;
            return done(List.of());
        }

        @Override
        public Outcome ask(String oldPassword, Optional<Question> question, String answer, Visitor visitor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome renewCodes(String oldPassword, Visitor visitor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> issueCode() {
            code = "aaaa-bbbb-cccc-dddd";
            return hasPassword() ? Optional.of(code) : Optional.empty();
        }
    }

    private final Sessions sessions = new Sessions() {
        @Override
        public void logOut(String token) {
            device.add("logged out " + token);
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
            return List.of();
        }
    };

    private final Tokens tokens = new Tokens() {
        private final List<Token> all = new ArrayList<>();

        @Override
        public List<Token> list() {
            return all;
        }

        @Override
        public Made make(String name, Right right) {
            if (name.isBlank()) {
                return new Made(List.of(new Fault("name", Message.plain("A name is missing."))), Optional.empty(), "");
            }
            Token token = new Token("1f", name, right, Console.NOW, Optional.of(Instant.parse("2026-11-22T13:00:00Z")));
            all.add(token);
            return new Made(List.of(), Optional.of(token), "sem_secret");
        }

        @Override
        public boolean withdraw(String id) {
            return all.removeIf(token -> token.id().equals(id));
        }
    };

    private final DeviceControl control = new DeviceControl() {
        @Override
        public void restart() {
            device.add("restart");
        }

        @Override
        public List<Fault> factoryReset(String typed) {
            if (!typed.equals("SEM-1a2b3c")) {
                return List.of(new Fault("confirmation", Message.plain("Type the device's name.")));
            }
            device.add("reset");
            return List.of();
        }
    };

    private ResetPasswordCommand reset(boolean ask) {
        ResetPasswordCommand command = console.prepare(new ResetPasswordCommand());
        command.owner = access;
        command.recovery = access;
        command.sessions = sessions;
        command.ask = ask;
        return command;
    }

    private TokensCommand tokens() {
        TokensCommand command = console.prepare(new TokensCommand());
        command.tokens = tokens;
        return command;
    }

    @Test
    void aCodeIsGivenWithWhichTheOwnerSetsAnother() throws Exception {
        access.password = "forgotten";
        reset(false).execute();
        assertThat(console.lines().getLast()).contains("/forgot").endsWith("aaaa-bbbb-cccc-dddd");
        assertThat(access.password).isEqualTo("forgotten");
    }

    @Test
    void withoutAPasswordThereIsNoCode() {
        assertThatThrownBy(() -> reset(false).execute()).isInstanceOf(CommandException.class)
                .hasMessageContaining("No password is set");
    }

    @Test
    void thePasswordIsAskedForTwiceAndLeavesNobodyLoggedIn() throws Exception {
        access.password = "forgotten";
        console.typed.addAll(List.of("sunflower", "sunflower"));
        reset(true).execute();
        assertThat(access.password).isEqualTo("sunflower");
        assertThat(device).containsExactly("logged out token");
        assertThat(String.join("\n", console.lines())).doesNotContain("sunflower");
    }

    @Test
    void theFirstPasswordComesWithItsCodes() throws Exception {
        console.typed.addAll(List.of("sunflower", "sunflower"));
        reset(true).execute();
        assertThat(access.password).isEqualTo("sunflower");
        assertThat(console.lines()).contains("aaaa-bbbb-cccc-dddd");
    }

    @Test
    void aBadPasswordChangesNothing() {
        access.password = "forgotten";
        console.typed.addAll(List.of("sunflower", "sunflowers", "short", "short"));
        assertThatThrownBy(() -> reset(true).execute()).hasMessageContaining("not the same");
        assertThatThrownBy(() -> reset(true).execute()).hasMessageContaining("At least 8 characters");
        assertThat(access.password).isEqualTo("forgotten");
    }

    @Test
    void tokensAreMadeListedAndWithdrawn() throws Exception {
        TokensCommand make = tokens();
        make.make = "Grafana";
        make.write = true;
        make.execute();
        assertThat(console.lines().getLast()).isEqualTo("Authorization: Bearer sem_secret");

        tokens().execute();
        assertThat(console.lines().getLast())
                .startsWith("1f Grafana write 2026-11-22 13:27:01 +01:00 2026-11-22 14:00:00 +01:00");

        TokensCommand withdraw = tokens();
        withdraw.withdraw = "1f";
        withdraw.execute();
        assertThat(console.lines().getLast()).isEqualTo("Withdrawn.");
        assertThatThrownBy(withdraw::execute).hasMessageContaining("There is no token");
        TokensCommand nameless = tokens();
        nameless.make = " ";
        assertThatThrownBy(nameless::execute).hasMessage("A name is missing.");
    }

    @Test
    void aFactoryResetNeedsTheDevicesName() throws Exception {
        FactoryResetCommand command = console.prepare(new FactoryResetCommand());
        command.device = control;
        command.name = "yes";
        assertThatThrownBy(command::execute).hasMessage("Nothing was deleted. Type the device's name.");
        command.name = "SEM-1a2b3c";
        command.execute();
        assertThat(device).containsExactly("reset");
    }

    @Test
    void restartRestarts() throws Exception {
        RestartCommand command = console.prepare(new RestartCommand());
        command.device = control;
        command.execute();
        assertThat(device).containsExactly("restart");
    }

    @Test
    void whileAccessIsUpdatedTheySaySo() {
        assertThatThrownBy(() -> console.prepare(new ResetPasswordCommand()).execute()).hasMessageContaining("not running");
        assertThatThrownBy(() -> console.prepare(new TokensCommand()).execute()).hasMessageContaining("not running");
        assertThatThrownBy(() -> console.prepare(new RestartCommand()).execute()).hasMessageContaining("not running");
        assertThatThrownBy(() -> console.prepare(new FactoryResetCommand()).execute()).hasMessageContaining("not running");
    }
}
