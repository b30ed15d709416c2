package org.opensem.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensem.access.NewSecrets;
import org.opensem.access.Outcome;
import org.opensem.access.Question;
import org.opensem.access.TooSoonException;
import org.opensem.settings.Fault;
import org.opensem.settings.SettingsException;

/** E6: the password, what replaces it when it is forgotten, and that nothing readable is kept of either. */
class OwnerServiceTest {
    private static final Optional<Question> SCHOOL = Optional.of(new Question("school", ""));

    @TempDir
    private Path folder;
    private House house;

    @BeforeEach
    void begin() {
        house = new House(folder);
    }

    private static List<String> fields(Outcome outcome) {
        return outcome.faults().stream().map(Fault::field).toList();
    }

    private Outcome choose(String password) {
        return house.owner.choose(NewSecrets.of(password), null, House.HERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "äöüäöüä", "🔌🔌🔌🔌🔌🔌🔌"})
    void aPasswordOfFewerThanEightCharactersIsRefused(String password) {
        assertThat(fields(choose(password))).containsExactly("password");
        assertThat(house.owner.hasPassword()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "äöüäöüäö", "🔌🔌🔌🔌🔌🔌🔌🔌", "with blanks in it"})
    void charactersAreCountedAsPeopleCount(String password) {
        assertThat(choose(password).isDone()).isTrue();
        assertThat(house.owner.logIn(password, House.HERE)).isPresent();
    }

    @Test
    void aPasswordMayBeLong() {
        assertThat(fields(choose("x".repeat(257)))).containsExactly("password");
        assertThat(choose("x".repeat(256)).isDone()).isTrue();
        assertThat(house.owner.logIn("x".repeat(100_000), House.HERE)).isEmpty();
        assertThat(house.owner.logIn("x".repeat(256), House.HERE)).isPresent();
    }

    /** A Mac sends an umlaut as two characters, others as one. */
    @Test
    void anUmlautIsOneAndTheSameFromEverySystem() {
        choose("schlüssel");
        assertThat(house.owner.logIn("schlu\u0308ssel", House.HERE)).isPresent();
    }

    @Test
    void everyFaultIsToldAtOnce() {
        Outcome outcome = house.owner.choose(new NewSecrets("short", Optional.of(new Question(Question.OWN, " ")), "x"), null,
                House.HERE);
        assertThat(fields(outcome)).containsExactly("password", "question", "answer");
        assertThat(outcome.faults().getFirst().message().in(Locale.GERMAN)).isEqualTo("Mindestens 8 Zeichen.");
    }

    @Test
    void theFirstPasswordIsSetOnceOnly() {
        Outcome outcome = choose(House.PASSWORD);
        assertThat(outcome.session()).isPresent();
        assertThat(outcome.codes()).hasSize(10).doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([a-z2-9]{4}-){3}[a-z2-9]{4}"));
        assertThat(house.told).as("whoever listens is told").isNotEmpty();
        assertThat(fields(choose("another one"))).containsExactly("password");
        assertThat(house.owner.logIn("another one", House.HERE)).isEmpty();
    }

    @Test
    void fromTheNetworkTheFirstPasswordNeedsTheSetupCode() {
        assertThat(fields(house.owner.choose(NewSecrets.of(House.PASSWORD), null, House.THERE))).containsExactly("setupCode");

        House headless = new House(folder, "abcd-efgh-jkmn");
        assertThat(fields(headless.owner.choose(NewSecrets.of(House.PASSWORD), "abcd-efgh-jkmm", House.THERE)))
                .containsExactly("setupCode");
        assertThat(headless.control.exposure().setup()).isTrue();
        assertThat(headless.owner.choose(NewSecrets.of(House.PASSWORD), "ABCD EFGH JKMN", House.THERE).isDone()).isTrue();
        assertThat(headless.control.exposure().setup()).as("one time").isFalse();
        assertThat(headless.control.exposure().network()).as("who has set it stays inside").isTrue();
    }

    @Test
    void theSetupCodeCannotBeGuessed() {
        House headless = new House(folder, "abcd-efgh-jkmn");
        for (int i = 0; i < SlowDown.FREE; i++) {
            headless.owner.choose(NewSecrets.of(House.PASSWORD), "wrong", House.THERE);
        }
        assertThatThrownBy(() -> headless.owner.choose(NewSecrets.of(House.PASSWORD), "abcd-efgh-jkmn", House.THERE))
                .isInstanceOf(TooSoonException.class);
    }

    @Test
    void aShortSetupCodeIsNone() {
        assertThat(new House(folder, "1234").control.exposure().setup()).isFalse();
    }

    @Test
    void aPasswordIsChangedOnlyByWhoeverKnowsTheOldOne() {
        house.withPassword();
        String before = house.owner.logIn(House.PASSWORD, House.HERE).orElseThrow().token();

        assertThat(fields(house.owner.change("wrong one", "another one", House.HERE))).containsExactly("oldPassword");
        assertThat(fields(house.owner.change(House.PASSWORD, "short", House.HERE))).containsExactly("password");
        assertThat(house.sessions.use(before)).as("nothing has changed").isPresent();

        String after = house.owner.change(House.PASSWORD, "another one", House.HERE).session().orElseThrow().token();
        assertThat(house.owner.logIn(House.PASSWORD, House.HERE)).isEmpty();
        assertThat(house.owner.logIn("another one", House.HERE)).isPresent();
        assertThat(house.sessions.use(before)).as("all sessions end").isEmpty();
        assertThat(house.sessions.use(after)).as("but the new one").isPresent();
    }

    @Test
    void theAnswerLetsInWhateverItsCaseAndBlanks() {
        house.owner.choose(new NewSecrets(House.PASSWORD, SCHOOL, "Schule am  See"), null, House.HERE);
        assertThat(house.owner.question()).isEqualTo(SCHOOL);

        assertThat(fields(house.owner.recover("Schule am Meer", "another one", House.HERE))).containsExactly("proof");
        assertThat(house.owner.recover("schule AMSEE", "another one", House.HERE).isDone()).isTrue();
        assertThat(house.owner.logIn("another one", House.HERE)).isPresent();
    }

    @Test
    void aRecoveryCodeLetsInOnce() {
        List<String> codes = choose(House.PASSWORD).codes();
        String code = codes.get(3);
        assertThat(house.owner.recover(code.toUpperCase(Locale.ROOT).replace("-", " "), "another one", House.HERE).isDone())
                .isTrue();
        assertThat(house.owner.codesLeft()).isEqualTo(9);
        assertThat(fields(house.owner.recover(code, "a third one", House.HERE))).containsExactly("proof");
        assertThat(house.owner.recover(codes.get(4), "a third one", House.HERE).isDone()).isTrue();
    }

    @Test
    void aCodeIsNotUsedUpByABadNewPassword() {
        String code = choose(House.PASSWORD).codes().getFirst();
        assertThat(fields(house.owner.recover(code, "short", House.HERE))).containsExactly("password");
        assertThat(house.owner.recover(code, "long enough", House.HERE).isDone()).isTrue();
    }

    @Test
    void newCodesReplaceTheOldOnes() {
        String old = choose(House.PASSWORD).codes().getFirst();
        assertThat(fields(house.owner.renewCodes("wrong one", House.HERE))).containsExactly("oldPassword");
        List<String> codes = house.owner.renewCodes(House.PASSWORD, House.HERE).codes();
        assertThat(codes).hasSize(10);
        assertThat(house.owner.recover(old, "another one", House.HERE).isDone()).isFalse();
        assertThat(house.owner.recover(codes.getLast(), "another one", House.HERE).isDone()).isTrue();
    }

    @Test
    void theQuestionChangesAndGoes() {
        house.withPassword();
        Optional<Question> own = Optional.of(new Question(Question.OWN, "Wo steht der Zähler?"));
        assertThat(fields(house.owner.ask("wrong one", own, "im Keller", House.HERE))).containsExactly("oldPassword");
        assertThat(house.owner.ask(House.PASSWORD, own, "im Keller", House.HERE).isDone()).isTrue();
        assertThat(new House(folder).owner.question()).as("after a restart").isEqualTo(own);
        assertThat(house.owner.ask(House.PASSWORD, Optional.empty(), "", House.HERE).isDone()).isTrue();
        assertThat(house.owner.recover("im Keller", "another one", House.HERE).isDone()).isFalse();
    }

    @Test
    void theShellIssuesACode() {
        assertThat(house.owner.issueCode()).isEmpty();
        house.withPassword();
        assertThat(house.owner.recover(house.owner.issueCode().orElseThrow(), "another one", House.THERE).isDone()).isTrue();
    }

    @Test
    void guessingIsSlowedDownWhateverIsGuessed() {
        List<String> codes = choose(House.PASSWORD).codes();
        house.owner.logIn("wrong one", House.THERE);
        house.owner.recover("wrong answer", "another one", House.THERE);
        house.owner.change("wrong one", "another one", House.THERE);

        assertThatThrownBy(() -> house.owner.logIn(House.PASSWORD, House.THERE)).isInstanceOfSatisfying(TooSoonException.class,
                tooSoon -> assertThat(tooSoon.seconds()).isEqualTo(2));
        assertThatThrownBy(() -> house.owner.recover(codes.getFirst(), "another one", House.THERE))
                .isInstanceOf(TooSoonException.class);
        house.pass(Duration.ofSeconds(2));
        assertThat(house.owner.logIn(House.PASSWORD, House.THERE)).isPresent();
    }

    @Test
    void onlyHashesAreKeptAndOnlyTheProcessMayReadThem() throws IOException {
        List<String> codes = house.owner.choose(new NewSecrets(House.PASSWORD, SCHOOL, "Schule am See"), null, House.HERE)
                .codes();
        String token = house.owner.logIn(House.PASSWORD, House.HERE).orElseThrow().token();
        String secret = house.tokens.make("Skript", org.opensem.access.Tokens.Right.READ).secret();

        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                assertThat(text).doesNotContain(House.PASSWORD, "correct", "schule", "Schule", token, secret)
                        .doesNotContain(codes.toArray(new String[0]));
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys")))).isEqualTo("rwx------");
        assertThat(Files.readString(folder.resolve("keys/access.owner"))).contains("$argon2id$v\\=19$m\\=64,t\\=1,p\\=1$");
    }

    @Test
    void aDamagedFileOpensNothing() throws IOException {
        house.withPassword();
        Files.writeString(folder.resolve("keys/access.owner"), "password=\\u12");
        House damaged = new House(folder);
        assertThat(damaged.owner.hasPassword()).isTrue();
        assertThat(damaged.owner.logIn(House.PASSWORD, House.HERE)).isEmpty();
        assertThat(damaged.control.exposure().guarded()).isTrue();
        assertThat(damaged.owner.recover(damaged.owner.issueCode().orElseThrow(), "another one", House.HERE).isDone()).isTrue();
    }

    @Test
    void whatCannotBeKeptIsNotSet() throws IOException {
        Files.createFile(folder.resolve("keys"));
        assertThatThrownBy(() -> choose(House.PASSWORD)).isInstanceOfSatisfying(SettingsException.class,
                e -> assertThat(e.text().in(Locale.UK)).contains("Nothing has changed"));
        assertThat(house.owner.hasPassword()).isFalse();
    }

    @Test
    void aHashOfAnotherCostIsRenewedAtTheNextLogin() {
        house.withPassword();
        String token = house.owner.logIn(House.PASSWORD, House.HERE).orElseThrow().token();
        OwnerService stronger = new OwnerService(house.store, house.sessions, new Listeners(), new SetupCode(name -> ""),
                house.security, new Argon2(128, 2), new SlowDown());
        assertThat(stronger.logIn(House.PASSWORD, House.HERE)).isPresent();
        assertThat(house.store.current().orElseThrow().password()).startsWith("$argon2id$v=19$m=128,t=2,p=1$");
        assertThat(house.sessions.use(token)).as("nobody is logged out by that").isPresent();
        assertThat(stronger.logIn(House.PASSWORD, House.HERE)).isPresent();
    }
}
