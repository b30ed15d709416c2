package org.opensem.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.settings.Fault;
import org.opensem.settings.Revision;
import org.opensem.testkit.TestClock;

/** The settings' history with undo (issue 5). */
class HistoryTest {
    private static final String PID = RoomGroup.PID;
    private static final Instant NOW = Instant.parse("2026-11-22T13:27:01Z");

    @TempDir
    private Path folder;
    private final TestClock clock = new TestClock(NOW);
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

    private void write(String name, String code) {
        assertThat(container.settings.write("room", Map.of("name", name, "alarm", true, "code", code), "rest")).isEmpty();
        clock.advance(Duration.ofMinutes(1));
    }

    private List<Revision> history() {
        return container.settings.history("room");
    }

    private Object name() {
        return container.settings.read("room").orElseThrow().get("name");
    }

    private static List<Object> names(List<Revision> history) {
        return history.stream().map(revision -> revision.document().get("name")).toList();
    }

    @Test
    void everyChangeIsARevisionNewestFirstAlsoAfterARestart() throws Exception {
        write("Hall", "1");
        write("Attic", "2");
        List<Revision> before = history();

        assertThat(names(before)).containsExactly("Attic", "Hall", "Room");
        assertThat(before).extracting(Revision::number).containsExactly(3L, 2L, 1L);
        assertThat(before).extracting(Revision::origin).containsExactly("rest", "rest", "default");
        assertThat(before.getFirst().time()).isEqualTo(NOW.plusSeconds(60));
        assertThat(before.getFirst().document()).isEqualTo(Map.of("name", "Attic", "lamps", List.of(), "alarm", true,
                "server", Map.of("host", "localhost")));
        container.shutdown().boot(clock, group);
        assertThat(history()).isEqualTo(before);
    }

    @Test
    void restoringIsAChangeThatKeepsTheSecretsOfToday() throws Exception {
        write("Hall", "1");
        write("Attic", "2");

        assertThat(container.settings.restore("room", 2, "console")).isEmpty();

        assertThat(name()).isEqualTo("Hall");
        assertThat(new SecretBox(container.data).open(container.property(PID, "code"))).contains("2");
        assertThat(history()).extracting(Revision::origin).containsExactly("restore", "rest", "rest", "default");
        assertThat(container.settings.restore("room", 1, "console")).isEmpty();
        assertThat(name()).isEqualTo("Room");
        assertThatThrownBy(() -> container.settings.restore("room", 77, "console")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRevisionThatNoLongerPassesIsShownButNotRestored() throws Exception {
        container.settings.write("room", Map.of("lamps", List.of(Map.of("watts", 1), Map.of("watts", 2))), "rest");
        write("Hall", "1");
        group.mostLamps = 1;
        assertThat(container.settings.restore("room", 2, "console")).extracting(Fault::field).containsExactly("lamps");
        assertThat(name()).isEqualTo("Hall");
        assertThat(history().get(1).document()).containsEntry("lamps", List.of(Map.of("watts", "1"), Map.of("watts", "2")));
    }

    @Test
    void fiftyAreKept() throws Exception {
        IntStream.range(0, 60).forEach(i -> write("Room " + i, "1"));
        assertThat(history()).hasSize(50);
        assertThat(history().getFirst().number()).isEqualTo(61);
        try (var files = Files.list(container.data.resolve("settings/history").resolve(PID))) {
            assertThat(files).hasSize(50);
        }
    }

    @Test
    void aDamagedRevisionIsLeftOut() throws Exception {
        write("Hall", "1");
        try (var files = Files.list(container.data.resolve("settings/history").resolve(PID))) {
            Path second = files.filter(file -> file.getFileName().toString().startsWith("2_")).findFirst().orElseThrow();
            Files.writeString(second, "x=\\u1");
        }
        assertThat(names(history())).containsExactly("Room");
    }

    @Test
    void withoutAClockTheFileSystemTellsTheTime() throws Exception {
        container.shutdown().boot(null, group);
        write("Hall", "1");
        assertThat(history().getFirst().time()).isAfter(Instant.parse("2024-01-01T00:00:00Z")).isNotEqualTo(NOW);
    }
}
