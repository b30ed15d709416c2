package org.opensem.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.settings.SettingsException;

/** Secrets are encrypted at rest (issue 5: AES-GCM, a key file for its owner only). */
class SecretBoxTest {
    @TempDir
    private Path data;
    private SecretBox box;
    private Path key;

    @BeforeEach
    void make() {
        box = new SecretBox(data);
        key = data.resolve("keys/settings.key");
    }

    @Test
    void whatIsClosedCanBeOpenedAlsoAfterARestartAndLooksDifferentEachTime() {
        String first = box.close("pässword");
        String second = box.close("pässword");
        assertThat(first).startsWith("{aes-gcm}").isNotEqualTo(second).doesNotContain("pässword");
        assertThat(new SecretBox(data).open(first)).contains("pässword");
        assertThat(box.open(second)).contains("pässword");
        assertThat(box.open(box.close(""))).contains("");
    }

    @Test
    void theKeyIsMadeAtTheFirstUseForItsOwnerOnly() throws IOException {
        assertThat(box.open("plain")).as("typed into a file").contains("plain");
        assertThat(key).doesNotExist();
        box.close("x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.getParent()))).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(key.getParent())) {
            assertThat(files).as("no draft is left").containsExactly(key);
        }
    }

    @Test
    void anotherKeyOrADamagedTextOpensNothing() throws IOException {
        String closed = box.close("secret");
        String damaged = closed.substring(0, closed.length() - 6) + (closed.charAt(closed.length() - 6) == 'A' ? 'B' : 'A')
                + closed.substring(closed.length() - 5);
        assertThat(box.open(damaged)).isEmpty();
        assertThat(box.open("{aes-gcm}")).isEmpty();
        assertThat(box.open("{aes-gcm}?")).isEmpty();
        assertThat(box.open("{aes-gcm}AAAA")).isEmpty();
        Files.delete(key);
        assertThat(new SecretBox(data).open(closed)).as("without a key").isEmpty();
        SecretBox other = new SecretBox(data);
        other.close("makes another key");
        assertThat(other.open(closed)).isEmpty();
    }

    @Test
    void aDamagedKeyFileIsNotReplacedByANewOne() throws IOException {
        String closed = box.close("secret");
        Files.writeString(key, "no key");
        SecretBox later = new SecretBox(data);
        assertThat(later.open(closed)).isEmpty();
        assertThatThrownBy(() -> later.close("x")).isInstanceOfSatisfying(SettingsException.class, e -> {
            assertThat(e.text().in(Locale.UK)).contains(key.toString()).contains("Nothing has changed");
            assertThat(e.text().in(Locale.GERMANY)).contains("nichts geändert");
        });
        assertThat(key).hasContent("no key");
    }

    @Test
    void aConfigurationIsOpenedForTheCodeThatReadsIt() {
        assertThat(box.opened(Map.of("password", box.close("x"), "lost", "{aes-gcm}AAAA", "host", "h"),
                        Set.of("password", "lost", "none")))
                .isEqualTo(Map.of("password", "x", "host", "h"));
    }
}
