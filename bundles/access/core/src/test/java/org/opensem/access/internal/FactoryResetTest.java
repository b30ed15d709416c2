package org.opensem.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E6: a factory reset deletes everything, keys included, only after the device's name was typed, also through a power cut. */
class FactoryResetTest {
    @TempDir
    private Path folder;
    private Data data;
    private final AtomicInteger exits = new AtomicInteger();

    @BeforeEach
    void fill() throws IOException {
        data = new Data(folder.resolve("data"));
        for (String file : List.of("database/seg0/c1.dat", "database/log/log1.dat", "keys/access.owner", "settings/tariff.cfg",
                "device-id", "kind", "lock")) {
            Path path = folder.resolve("data").resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "x");
        }
        Files.writeString(folder.resolve("outside"), "x");
        Files.createSymbolicLink(folder.resolve("data/link"), folder.resolve("outside"));
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private DeviceRestart control() {
        return new DeviceRestart(data, exits::incrementAndGet, () -> "1a2b3c", null);
    }

    @Test
    void nothingHappensUnlessItWasAskedFor() throws IOException {
        List<String> before = left();
        data.reset().finish();
        assertThat(left()).isEqualTo(before);
    }

    @Test
    void anotherNameDeletesNothing() throws IOException {
        for (String typed : new String[] {null, "", "SEM", "SEM-1a2b3d", "ja"}) {
            assertThat(control().factoryReset(typed)).singleElement()
                    .satisfies(fault -> assertThat(fault.field()).isEqualTo("confirmation"));
        }
        data.reset().finish();
        assertThat(left()).contains("database", "keys").doesNotContain(FactoryReset.MARKER);
        assertThat(exits).hasValue(0);
    }

    @Test
    void theNextStartEmptiesTheFolder() throws IOException {
        assertThat(control().factoryReset(" sem-1A2B3C ")).isEmpty();
        await().untilAtomic(exits, org.hamcrest.Matchers.is(1));
        assertThat(left()).as("only the next start deletes").contains("database", "keys", FactoryReset.MARKER);

        data.reset().finish();

        assertThat(left()).containsExactly("lock");
        assertThat(folder.resolve("outside")).as("what a link leads to is not ours").exists();
    }

    @Test
    void whatAPowerCutLeftIsDeletedAtTheStartAfter() throws IOException {
        data.reset().ask();
        Files.delete(folder.resolve("data/database/seg0/c1.dat"));
        Files.delete(folder.resolve("data/kind"));
        data.reset().finish();
        assertThat(left()).containsExactly("lock");
        Files.writeString(folder.resolve("data/device-id"), "new");
        data.reset().finish();
        assertThat(left()).as("done once").containsExactly("device-id", "lock");
    }

    /** Whoever uses the folder holds its lock; in this process Java itself knows that. */
    @Test
    void aFolderInUseIsLeftAlone() throws IOException {
        data.reset().ask();
        try (FileChannel channel = FileChannel.open(folder.resolve("data/lock"), StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            data.reset().finish();
        }
        assertThat(left()).contains("database", "keys", FactoryReset.MARKER);
    }

    @Test
    void aRestartIsAnsweredFirst() {
        control().restart();
        assertThat(exits).hasValue(0);
        await().untilAtomic(exits, org.hamcrest.Matchers.is(1));
    }
}
