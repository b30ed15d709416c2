package org.opensem.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.settings.Revision;
import org.opensem.testkit.TestClock;

/**
 * What holds after a start: the saved settings, before any component reads them; a file in {@code etc/} only if somebody edited
 * it meanwhile (issue 5: a file dropped in etc/ and the console agree).
 */
class StartTest {
    private static final String PID = RoomGroup.PID;

    @TempDir
    private Path folder;
    private final TestClock clock = new TestClock(Instant.parse("2026-11-22T13:27:01Z"));
    private final RoomGroup group = new RoomGroup();
    private Container container;

    @BeforeEach
    void start() {
        container = new Container(folder);
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    private Object name() {
        return container.settings.read("room").orElseThrow().get("name");
    }

    private void write(String name) {
        assertThat(container.settings.write("room", Map.of("name", name, "code", "1234", "alarm", true), "console")).isEmpty();
    }

    private void awaitEtc(String name) {
        await().atMost(Container.PATIENCE).until(() -> name.equals(container.etc(PID).get("name")));
    }

    private Path saved() {
        return container.data.resolve("settings").resolve(PID + ".cfg");
    }

    private void assertAgreed(String name) {
        assertThat(name()).isEqualTo(name);
        assertThat(container.property(PID, "name")).isEqualTo(name);
        assertThat(saved()).content().contains("name = " + name + "\n");
    }

    private List<String> origins() {
        return container.settings.history("room").stream().map(Revision::origin).toList();
    }

    @Test
    void savedOnesAreInForceBeforeAnyGroupOrComponentIsThere() throws Exception {
        container.boot(clock, group);
        write("Hall");
        container.shutdown().clean();

        container.boot().settings(clock);

        assertThat(container.property(PID, "name")).isEqualTo("Hall");
        assertThat(container.property(PID, "code")).startsWith("{aes-gcm}");
        container.group(group);
        assertAgreed("Hall");
        assertThat(origins()).containsExactly("console", "default");
    }

    @Test
    void aRestartChangesNothing() throws Exception {
        container.boot(clock, group);
        write("Hall");
        container.shutdown().boot(clock, group);
        long changes = container.changes(PID);
        container.shutdown().boot(clock, group);
        assertThat(container.changes(PID)).isEqualTo(changes);
        assertAgreed("Hall");
    }

    @Test
    void aFreshDistributionKeepsTheSettingsOfTheData() throws Exception {
        container.boot(clock, group);
        container.writeEtc(PID, "name = Cellar\n");
        await().atMost(Container.PATIENCE).until(() -> "Cellar".equals(container.property(PID, "name")));
        container.quiet();
        write("Hall");
        awaitEtc("Hall");

        container.shutdown().freshDistribution();
        container.writeEtc(PID, "# as delivered: nothing of the group's but what is blank\nname =\nfollow = samples\n");
        container.boot(clock, group);

        assertAgreed("Hall");
        assertThat(container.property(PID, "follow")).isEqualTo("samples");
        awaitEtc("Hall");
    }

    @Test
    void whatWasEditedInEtcWhileOffIsTakenOver() throws Exception {
        container.boot(clock, group);
        container.writeEtc(PID, "# by hand\nname = Cellar\n");
        await().atMost(Container.PATIENCE).until(() -> name().equals("Cellar"));
        write("Hall");
        awaitEtc("Hall");
        container.shutdown();
        container.writeEtc(PID, "name = Attic\nlamps[0].watts = 9\n");

        container.boot(clock, group);

        assertAgreed("Attic");
        assertThat(origins()).containsExactly("file", "console", "file");
        assertThat(container.property(PID, "code")).as("a secret left out is kept").startsWith("{aes-gcm}");
        awaitEtc("Attic");
        await().atMost(Container.PATIENCE).until(() -> container.etc(PID).getOrDefault("code", "").startsWith("{aes-gcm}"));
    }

    @Test
    void theSameHoldsWhenTheCacheIsCleanedToo() throws Exception {
        container.boot(clock, group);
        container.writeEtc(PID, "name = Cellar\n");
        await().atMost(Container.PATIENCE).until(() -> name().equals("Cellar"));
        write("Hall");
        awaitEtc("Hall");
        container.shutdown().clean().boot(clock, group);
        assertAgreed("Hall");
        container.shutdown().clean();
        container.writeEtc(PID, "name = Attic\n");
        container.boot(clock, group);
        assertAgreed("Attic");
    }

    @Test
    void aFaultyEditWhileOffIsRefusedAndTheSavedOnesArePushedBack() throws Exception {
        container.boot(clock, group);
        write("Hall");
        container.shutdown();
        container.writeEtc(PID, "name = Attic\nlamps[0].watts = bright\n");

        container.boot(clock, group);

        assertAgreed("Hall");
        assertThat(container.settings.troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.in(Locale.UK)).contains(PID).contains("lamps[0].watts: Is not a number.");
            assertThat(trouble.in(Locale.GERMANY)).contains("Ist keine Zahl.");
        });
        awaitEtc("Hall");
        write("Hall");
        assertThat(container.settings.troubles()).as("mended").isEmpty();
    }

    @Test
    void etcIsTakenOverWhenNothingWasEverSaved() throws Exception {
        container.writeEtc(PID, "name = Cellar\nalarm = true\ncode = 99\n");
        container.boot(clock, group);
        assertAgreed("Cellar");
        assertThat(origins()).containsExactly("file");
        await().atMost(Container.PATIENCE).until(() -> container.etc(PID).get("code").startsWith("{aes-gcm}"));
        assertThat(container.etcFile(PID)).as("a secret typed into a file does not stay there").content()
                .doesNotContain("code = 99");
    }

    @Test
    void faultsInEtcWhenNothingWasEverSavedAreToldAndTheDefaultsShown() throws Exception {
        container.writeEtc(PID, "name = Cellar\nlamps[0].watts = bright\n");
        container.boot(clock, group);
        assertThat(name()).isEqualTo("Room");
        assertThat(container.settings.troubles()).hasSize(1);
        assertThat(container.property(PID, "name")).as("the component reads what it can").isEqualTo("Cellar");
        assertThat(saved()).doesNotExist();
    }

    @Test
    void aCrashBetweenTheFileAndConfigurationAdminIsMadeGood() throws Exception {
        container.boot();
        BrokenAdmin broken = new BrokenAdmin(container.admin());
        container.settings(broken.admin, clock).group(group);
        write("Hall");
        // What crashes hears of nothing afterwards.
        container.awaitEvents();
        container.quiet();
        broken.fault.set(new AssertionError("power cut"));
        assertThatThrownBy(() -> write("Attic")).isInstanceOf(AssertionError.class);
        container.kill();

        container.boot(clock, group);

        assertAgreed("Attic");
        assertThat(origins()).as("its revision counts").containsExactly("console", "console", "default");
        try (var files = Files.list(container.data.resolve("settings/history").resolve(PID))) {
            assertThat(files).allSatisfy(file -> assertThat(file.toString()).endsWith(".cfg"));
        }
    }

    @Test
    void aCrashBeforeTheFileLeavesNoRevision() throws Exception {
        container.boot(clock, group);
        write("Hall");
        container.shutdown();
        Path history = container.data.resolve("settings/history").resolve(PID);
        Files.writeString(history.resolve("3_20261122T132701.000Z_rest.cfg.pending"), "name = Attic\n");
        Files.writeString(history.resolve("4.pending"), "na");
        container.boot(clock, group);
        assertThat(origins()).containsExactly("console", "default");
        try (var files = Files.list(history)) {
            assertThat(files).hasSize(2);
        }
    }

    /** Karaf does not flush what it writes back to etc/. */
    @Test
    void anOldFileThatAPowerCutBringsBackIsNoEditForAMinute() throws Exception {
        container.boot(clock, group);
        container.writeEtc(PID, "name = Cellar\n");
        await().atMost(Container.PATIENCE).until(() -> name().equals("Cellar"));
        await().atMost(Container.PATIENCE).until(() -> container.etc(PID).containsKey("alarm"));
        String old = Files.readString(container.etcFile(PID));
        write("Hall");
        awaitEtc("Hall");
        container.kill().writeEtc(PID, old).boot(clock, group);
        assertAgreed("Hall");
        awaitEtc("Hall");

        container.quiet();
        container.later.forEach(Runnable::run);
        container.kill().writeEtc(PID, old).boot(clock, group);
        assertThat(name()).as("put back from a backup later").isEqualTo("Cellar");

        write("Hall");
        awaitEtc("Hall");
        container.shutdown().writeEtc(PID, old).boot(clock, group);
        assertThat(name()).as("put back from a backup after an orderly end").isEqualTo("Cellar");
    }

    @Test
    void aStricterVersionGoesBackToTheNewestSettingsThatPass() throws Exception {
        container.boot(clock, group);
        write("Hall");
        Map<String, Object> two = Map.of("name", "Attic", "lamps", List.of(Map.of("watts", 1), Map.of("watts", 2)));
        assertThat(container.settings.write("room", two, "console")).isEmpty();
        container.shutdown();
        group.mostLamps = 1;
        container.boot(clock, group);
        assertAgreed("Hall");
        assertThat(saved().resolveSibling(PID + ".cfg.faulty")).content().contains("name = Attic");
        assertThat(container.settings.troubles()).singleElement()
                .satisfies(trouble -> assertThat(trouble.in(Locale.UK)).contains(PID + ".cfg.faulty"));
    }

    @Test
    void aFieldThatAnotherVersionKnewIsNoFault() throws Exception {
        container.boot(clock, group);
        write("Hall");
        container.shutdown();
        Saved kept = Saved.parse(Files.readString(saved()));
        Map<String, String> more = new LinkedHashMap<>(kept.values());
        more.put("colour", "red");
        Files.writeString(saved(), Saved.of(more, Set.of("name", "colour"), Map.of()).text(PID));
        container.clean();
        container.boot(clock, group);
        assertThat(name()).isEqualTo("Hall");
        assertThat(container.settings.troubles()).isEmpty();
        assertThat(container.property(PID, "colour")).isEqualTo("red");
    }

    @Test
    void theFileItselfMayBeEditedWhileOff() throws Exception {
        container.boot(clock, group);
        write("Hall");
        container.shutdown();
        String text = Files.readString(saved()).replace("name = Hall", "name = Attic").replaceFirst("code = .*", "code = 77");
        Files.writeString(saved(), text);
        container.boot(clock, group);
        assertAgreed("Attic");
        assertThat(origins()).first().isEqualTo("file");
        assertThat(saved()).content().doesNotContain("code = 77").contains("{aes-gcm}");
    }

    @Test
    void aDamagedFileIsMadeGoodByConfigurationAdmin() throws Exception {
        container.boot(clock, group);
        write("Hall");
        container.shutdown();
        Files.writeString(saved(), "name = \\u12\n");
        container.boot(clock, group);
        assertAgreed("Hall");
        container.shutdown();
        Files.writeString(saved(), "");
        container.boot(clock, group);
        assertAgreed("Hall");
        assertThat(container.settings.troubles()).isEmpty();
    }
}
