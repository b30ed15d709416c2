package org.opensem.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.settings.Revision;
import org.opensem.testkit.TestClock;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;

/** While openSEM runs: a file dropped in etc/ and the console agree (issue 5), and neither chases the other. */
class EtcTest {
    private static final String PID = RoomGroup.PID;

    @TempDir
    private Path folder;
    private final TestClock clock = new TestClock(Instant.parse("2026-11-22T13:27:01Z"));
    private final RoomGroup group = new RoomGroup();
    private Container container;

    @BeforeEach
    void start() throws Exception {
        container = new Container(folder).boot(clock, group);
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    private static void awaitThat(Callable<Boolean> condition) {
        await().atMost(Container.PATIENCE).until(condition);
    }

    private Object name() {
        return container.settings.read("room").orElseThrow().get("name");
    }

    private void write(String name) {
        assertThat(container.settings.write("room", Map.of("name", name), "console")).isEmpty();
    }

    private List<String> origins() {
        return container.settings.history("room").stream().map(Revision::origin).toList();
    }

    private void drop(String name) {
        container.writeEtc(PID, "# mine\nname = " + name + "\nfollow = samples\n");
        awaitThat(() -> name().equals(name));
        awaitThat(() -> container.etc(PID).containsKey("server.host"));
    }

    /** Nothing changes any more for several rounds of the file installer. */
    private void assertSettled() {
        container.awaitEvents();
        container.quiet();
        container.awaitEvents();
        long changes = container.changes(PID);
        await().during(Duration.ofMillis(800)).atMost(Container.PATIENCE).until(() -> container.changes(PID) == changes);
    }

    @Test
    void aFileDroppedIntoEtcIsTakenOverWithoutALoop() {
        drop("Küche");
        assertThat(container.data.resolve("settings/" + PID + ".cfg")).content().contains("name = Küche\n");
        assertThat(origins()).containsExactly("file");
        assertThat(container.etcFile(PID)).as("comments stay").content().contains("# mine").contains("follow = samples");
        assertSettled();
    }

    @Test
    void whatTheShellChangedAMomentAgoIsInTheHistoryToo() throws Exception {
        Runnable free = container.busy();
        container.admin().getConfiguration(PID, "?").update(new Hashtable<>(Map.of("name", "Cellar")));
        write("Hall");
        container.admin().getConfiguration(PID, "?").update(new Hashtable<>(Map.of("name", "Attic")));
        assertThat(container.settings.restore("room", 1, "console")).isEmpty();
        free.run();

        assertSettled();
        assertThat(name()).isEqualTo("Cellar");
        assertThat(origins()).containsExactly("restore", "file", "console", "file");
    }

    @Test
    void whatTheConsoleWritesStandsInTheFile() {
        drop("Hall");
        write("Attic");
        awaitThat(() -> "Attic".equals(container.etc(PID).get("name")));
        assertThat(container.etc(PID)).containsEntry("follow", "samples");
        assertSettled();
        drop("Cellar");
        assertThat(origins()).containsExactly("file", "console", "file");
        assertSettled();
    }

    @Test
    void aFaultyFileIsRefusedOnceToldAndReplacedByWhatWasSaved() {
        drop("Hall");
        container.writeEtc(PID, "name = " + "x".repeat(30) + "\nalarm = perhaps\n");
        awaitThat(() -> !container.settings.troubles().isEmpty());
        awaitThat(() -> "Hall".equals(container.etc(PID).get("name")));
        assertThat(name()).isEqualTo("Hall");
        assertThat(container.property(PID, "alarm")).isEqualTo("false");
        assertThat(container.settings.troubles().getFirst().in(Locale.UK))
                .contains("name: At most 20 characters.").contains("alarm: Must be true or false.");
        assertThat(origins()).containsExactly("file");
        assertSettled();
        drop("Attic");
        assertThat(container.settings.troubles()).isEmpty();
    }

    @Test
    void aFileThatGoesTakesNoSettingsWithIt() throws Exception {
        drop("Hall");
        Files.delete(container.etcFile(PID));
        awaitThat(() -> container.property(PID, "follow") == null);
        awaitThat(() -> "Hall".equals(container.property(PID, "name")));
        assertThat(container.etcFile(PID)).doesNotExist();
        assertThat(name()).isEqualTo("Hall");
        assertSettled();
    }

    @Test
    void anEmptyFileDropsNothing() {
        drop("Hall");
        container.writeEtc(PID, "# empty\n");
        awaitThat(() -> "Hall".equals(container.etc(PID).get("name")));
        assertThat(name()).isEqualTo("Hall");
    }

    @Test
    void theShellsOwnConfigurationCommandsAreAsGoodAsAFile() throws Exception {
        write("Hall");
        Hashtable<String, Object> typed = new Hashtable<>(Map.of("name", "Attic", "alarm", true, "lamps[0].watts", 5));
        container.admin().getConfiguration(PID, "?").update(typed);
        awaitThat(() -> name().equals("Attic"));
        assertThat(container.settings.read("room").orElseThrow()).containsEntry("alarm", true);
        assertThat(container.property(PID, "server.host")).as("as a whole").isEqualTo("localhost");
        assertSettled();
    }

    @Test
    void aGroupThatWasAwayFindsWhatHappenedMeanwhile() {
        RoomGroup attic = new RoomGroup();
        container.writeEtc("org.opensem.attic", "name = Cellar\n");
        awaitThat(() -> "Cellar".equals(container.property("org.opensem.attic", "name")));
        container.group(new RenamedGroup("attic", "org.opensem.attic", attic));
        assertThat(container.settings.read("attic").orElseThrow()).containsEntry("name", "Cellar");
        assertThat(container.settings.history("attic")).hasSize(1);
    }

    /** Writers, readers and Configuration Admin's own threads, all at once: nobody waits for ever, and all agree in the end. */
    @Test
    void manyAtOnceEndAndAgree() throws Exception {
        drop("Hall");
        try (ExecutorService many = Executors.newFixedThreadPool(6)) {
            List<Future<?>> all = List.of(
                    many.submit(() -> repeat(i -> write("Writer" + i))),
                    many.submit(() -> repeat(i -> write("Other" + i))),
                    many.submit(() -> repeat(i -> name())),
                    many.submit(() -> repeat(i -> container.settings.history("room"))),
                    many.submit(() -> repeat(i -> container.settings.configurationEvent(updated()))),
                    many.submit(() -> repeat(i -> container.settings.check("room", Map.of("name", "x")))));
            for (Future<?> each : all) {
                each.get(60, TimeUnit.SECONDS);
            }
        }
        assertSettled();
        assertThat(container.property(PID, "name")).isEqualTo(name()).isIn("Writer19", "Other19");
        awaitThat(() -> name().equals(container.etc(PID).get("name")));
    }

    private static ConfigurationEvent updated() {
        return new ConfigurationEvent(reference(), ConfigurationEvent.CM_UPDATED, null, PID);
    }

    /** Who tells of a change does not matter. */
    @SuppressWarnings("unchecked")
    private static ServiceReference<ConfigurationAdmin> reference() {
        return (ServiceReference<ConfigurationAdmin>) Proxy.newProxyInstance(EtcTest.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class}, (proxy, method, arguments) -> null);
    }

    private interface Step {
        void run(int i);
    }

    private static void repeat(Step step) {
        for (int i = 0; i < 20; i++) {
            step.run(i);
        }
    }
}
