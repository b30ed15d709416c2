package org.opensem.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.settings.Fault;
import org.opensem.settings.SettingsException;
import org.opensem.testkit.TestClock;
import org.osgi.service.cm.ReadOnlyConfigurationException;

/**
 * Settings are checked as a whole and written as a whole, secrets encrypted (issue 5); every fault at once, nothing half saved.
 */
class WriteTest {
    private static final String PID = RoomGroup.PID;

    @TempDir
    private Path folder;
    private final TestClock clock = new TestClock(Instant.parse("2026-11-22T13:27:01Z"));
    private final RoomGroup group = new RoomGroup();
    private Container container;
    private BrokenAdmin broken;
    private Path file;

    @BeforeEach
    void start() throws Exception {
        container = new Container(folder).boot();
        broken = new BrokenAdmin(container.admin());
        container.settings(broken.admin, clock).group(group);
        file = container.data.resolve("settings").resolve(PID + ".cfg");
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    private Map<String, Object> read() {
        return container.settings.read("room").orElseThrow();
    }

    private List<Fault> write(Map<String, ?> document) {
        return container.settings.write("room", document, "rest");
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> document = new HashMap<>(RoomGroup.DOCUMENT);
        document.put(name, value);
        return document;
    }

    @Test
    void beforeAnybodyWroteTheDefaultsAreShown() {
        assertThat(container.settings.groups()).containsExactly("room");
        assertThat(read()).containsEntry("name", "Room").containsEntry("codeSet", false).doesNotContainKey("code");
        assertThat(container.settings.history("room")).isEmpty();
        assertThat(container.settings.read("attic")).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void aDocumentIsKeptReadablyAndInForceAsFlatTexts() throws IOException {
        assertThat(write(RoomGroup.DOCUMENT)).isEmpty();

        assertThat(Files.readString(file)).contains(
                "name = Küche\nlamps[0].watts = 40\nlamps[1].watts = 8.5\nalarm = true\ncode = {aes-gcm}");
        assertThat(container.property(PID, "lamps[1].watts")).isEqualTo("8.5");
        assertThat(container.property(PID, "name")).isEqualTo("Küche");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent()))).isEqualTo("rwx------");
        assertThat(read()).containsEntry("lamps",
                List.of(Map.of("watts", new BigDecimal("40")), Map.of("watts", new BigDecimal("8.5"))));
    }

    @Test
    void everyFaultIsToldAndNothingIsChanged() {
        List<Fault> faults = write(Map.of("name", "x".repeat(30), "colour", "red",
                "lamps", List.of(Map.of("watts", "bright"), Map.of())));
        assertThat(faults).extracting(Fault::field)
                .containsExactlyInAnyOrder("name", "lamps[0].watts", "lamps[1].watts", "colour");
        assertThat(container.settings.check("room", Map.of("alarm", "yes"))).extracting(Fault::field).containsExactly("alarm");
        assertThat(file).doesNotExist();
        assertThat(container.property(PID, "name")).isNull();
        assertThat(container.settings.history("room")).isEmpty();
    }

    @Test
    void whatIsReadCanBeWrittenAgainWithItsFactsAndSecretFlags() {
        group.facts = Map.of("temperature", 21);
        write(RoomGroup.DOCUMENT);
        Map<String, Object> shown = read();
        assertThat(shown).containsEntry("temperature", 21).containsEntry("codeSet", true);
        long changes = container.changes(PID);

        assertThat(write(shown)).isEmpty();

        assertThat(read()).isEqualTo(shown);
        assertThat(container.changes(PID)).as("nothing was changed").isEqualTo(changes);
        assertThat(container.settings.history("room")).hasSize(2);
    }

    @Test
    void aSecretIsNeverShownKeptWhenLeftOutAndRemovedWhenBlank() {
        write(with("server", Map.of("host", "h", "password", "p4ss")));
        assertThat(read().toString()).doesNotContain("1234").doesNotContain("p4ss").doesNotContain("aes-gcm");
        assertThat(read().get("server")).isEqualTo(Map.of("host", "h", "passwordSet", true));
        String code = container.property(PID, "code");
        assertThat(new SecretBox(container.data).open(code)).contains("1234");

        write(with("code", null));
        assertThat(container.property(PID, "code")).as("kept, not encrypted anew").isEqualTo(code);
        assertThat(container.property(PID, "server.password")).as("the part that holds it is left out").startsWith("{aes-gcm}");
        write(with("code", "99"));
        assertThat(new SecretBox(container.data).open(container.property(PID, "code"))).contains("99");
        write(with("code", " "));
        assertThat(container.property(PID, "code")).isNull();
        assertThat(read()).containsEntry("codeSet", false);
    }

    @Test
    void aSecretThatIsNotAskedForWaitsUntilItIsAgain() {
        write(RoomGroup.DOCUMENT);
        assertThat(write(Map.of("name", "Hall", "alarm", false))).isEmpty();
        assertThat(read()).containsEntry("codeSet", true);
        write(Map.of("name", "Hall", "alarm", true));
        assertThat(new SecretBox(container.data).open(container.property(PID, "code"))).contains("1234");
    }

    @Test
    void aSecretIsCheckedOpenAndAFaultInItIsToldBesideIt() {
        assertThat(write(with("code", "123456789"))).extracting(Fault::field).containsExactly("code");
        assertThat(write(with("code", "{aes-gcm}AAAA"))).extracting(Fault::field).containsExactly("code");
        assertThat(write(with("code", List.of("a")))).extracting(Fault::field).containsExactly("code");
        assertThat(write(with("server", "x"))).extracting(Fault::field).containsExactly("server");
    }

    @Test
    void aSecretWhoseKeyIsLostIsMissingAndComesBackWithIt() throws Exception {
        write(RoomGroup.DOCUMENT);
        Path key = container.data.resolve("keys/settings.key");
        Path away = folder.resolve("key");
        container.shutdown();
        Files.move(key, away);
        container.boot(clock, group);

        assertThat(read()).containsEntry("codeSet", false).containsEntry("name", "Küche");
        assertThat(write(with("code", null))).isEmpty();
        container.shutdown();
        Files.move(away, key);
        container.boot(clock, group);
        assertThat(read()).containsEntry("codeSet", true);
    }

    @Test
    void whatIsNotTheGroupsOutlivesAChange() throws Exception {
        container.writeEtc("org.opensem.hall", "follow = samples\nOther = x\n");
        RoomGroup hall = new RoomGroup();
        Map<String, String> before = container.etc("org.opensem.hall");
        await().atMost(Container.PATIENCE).until(() -> container.property("org.opensem.hall", "Other") != null);
        container.shutdown();
        container.boot().settings(clock).group(new RenamedGroup("hall", "org.opensem.hall", hall));

        container.settings.write("hall", Map.of("name", "Hall"), "rest");

        assertThat(container.property("org.opensem.hall", "follow")).isEqualTo("samples");
        assertThat(container.property("org.opensem.hall", "Other")).isEqualTo("x");
        assertThat(container.property("org.opensem.hall", "name")).isEqualTo("Hall");
        assertThat(container.property("org.opensem.hall", "felix.fileinstall.filename")).isNotNull();
        assertThat(before).hasSize(2);
    }

    @Test
    void aFullDiskChangesNothing() throws IOException {
        write(RoomGroup.DOCUMENT);
        Path history = file.resolveSibling("history").resolve(PID);
        String kept = Files.readString(file);
        // A folder in the draft's place stands for a disk on which no file can be made.
        Path draft = Files.createDirectories(file.resolveSibling(file.getFileName() + ".new/full")).getParent();

        assertThatThrownBy(() -> write(with("name", "Hall"))).isInstanceOfSatisfying(SettingsException.class, e -> {
            assertThat(e.text().in(Locale.UK)).contains(file.getParent().toString()).contains("Nothing has changed");
            assertThat(e.text().in(Locale.GERMANY)).contains("nichts geändert");
        });

        assertThat(read()).containsEntry("name", "Küche");
        assertThat(container.property(PID, "name")).isEqualTo("Küche");
        assertThat(Files.readString(file)).isEqualTo(kept);
        assertThat(container.settings.history("room")).hasSize(2);
        try (var files = Files.list(history)) {
            assertThat(files).hasSize(2);
        }
        Files.delete(draft.resolve("full"));
        Files.delete(draft);
        assertThat(write(with("name", "Hall"))).isEmpty();
    }

    @Test
    void aConfigurationThatCannotBeChangedLeavesTheFileAsItWas() throws IOException {
        broken.fault.set(new IOException("full"));
        assertThatThrownBy(() -> write(RoomGroup.DOCUMENT)).isInstanceOf(SettingsException.class);
        assertThat(file).doesNotExist();
        broken.fault.set(null);
        write(RoomGroup.DOCUMENT);
        String kept = Files.readString(file);
        broken.fault.set(new ReadOnlyConfigurationException("etc/ may not be written"));

        assertThatThrownBy(() -> write(with("name", "Hall"))).isInstanceOfSatisfying(SettingsException.class,
                e -> assertThat(e.text().in(Locale.UK)).contains("etc/ may not be written").contains("Nothing has changed"));

        assertThat(Files.readString(file)).isEqualTo(kept);
        assertThat(read()).containsEntry("name", "Küche");
        assertThat(container.settings.history("room")).hasSize(2);
    }

    @Test
    void unknownGroupsAndOriginsAreRefused() {
        assertThatThrownBy(() -> container.settings.write("attic", Map.of(), "rest"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> container.settings.write("room", Map.of(), "../x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGroupThatFailsHarmsNobodyElse() throws Exception {
        RoomGroup failing = new RoomGroup();
        failing.failure = new IllegalStateException("third party");
        container.group(new RenamedGroup("attic", "org.opensem.attic", failing));
        assertThat(write(RoomGroup.DOCUMENT)).isEmpty();
        assertThat(container.settings.groups()).contains("attic", "room");
    }
}
