package org.opensem.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.access.Tokens;
import org.opensem.access.Tokens.Made;
import org.opensem.access.Tokens.Right;

/** E6, F3: tokens are shown once, kept as hashes, and refused as soon as they are withdrawn. */
class TokenStoreTest {
    @TempDir
    private Path folder;
    private House house;

    @BeforeEach
    void begin() {
        house = new House(folder);
    }

    @Test
    void aTokenIsKnownByItsSecretAlsoAfterARestart() throws Exception {
        Made made = house.tokens.make(" Skript im Keller ", Right.WRITE);
        assertThat(made.secret()).matches("sem_[A-Za-z0-9_-]{43}");
        assertThat(Files.readString(folder.resolve("keys/access.tokens"))).doesNotContain(made.secret().substring(4));

        House after = new House(folder);
        assertThat(after.tokens.use(made.secret())).map(Tokens.Token::id).contains(made.token().orElseThrow().id());
        assertThat(after.tokens.list()).singleElement().satisfies(token -> {
            assertThat(token.name()).isEqualTo("Skript im Keller");
            assertThat(token.right()).isEqualTo(Right.WRITE);
            assertThat(token.since()).isEqualTo(House.START);
        });
        assertThat(after.tokens.use(made.secret() + "x")).isEmpty();
        assertThat(after.tokens.use(made.token().orElseThrow().id())).isEmpty();
    }

    @Test
    void itsLastUseIsTold() {
        String secret = house.tokens.make("Grafana", Right.READ).secret();
        assertThat(house.tokens.list().getFirst().lastUse()).isEmpty();
        house.pass(Duration.ofHours(5));
        house.tokens.use(secret);
        assertThat(new House(folder).tokens.list().getFirst().lastUse()).contains(House.START.plus(Duration.ofHours(5)));
    }

    @Test
    void withdrawnItIsRefused() {
        Made made = house.tokens.make("Grafana", Right.READ);
        house.told.clear();
        assertThat(house.tokens.withdraw(made.token().orElseThrow().id())).isTrue();
        assertThat(house.told).hasSize(1);
        assertThat(house.tokens.withdraw(made.token().orElseThrow().id())).isFalse();
        assertThat(house.tokens.use(made.secret())).isEmpty();
        assertThat(new House(folder).tokens.use(made.secret())).isEmpty();
    }

    @Test
    void eachHasANameOfItsOwn() {
        house.tokens.make("Grafana", Right.READ);
        for (String name : new String[] {null, "", "  ", "grafana", "x".repeat(61), "two\nlines"}) {
            Made made = house.tokens.make(name, Right.READ);
            assertThat(made.token()).isEmpty();
            assertThat(made.faults()).singleElement().satisfies(fault -> {
                assertThat(fault.field()).isEqualTo("name");
                assertThat(fault.message().in(Locale.GERMAN)).isNotBlank();
            });
        }
    }

    @Test
    void thereAreNotTooMany() {
        for (int i = 0; i < Tokens.MOST; i++) {
            assertThat(house.tokens.make("token " + i, Right.READ).token()).isPresent();
        }
        assertThat(house.tokens.make("one more", Right.READ).faults()).hasSize(1);
    }
}
