package org.opensem.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./opensem}, as a person types it. */
class CommandIT {
    @TempDir
    private Path folder;

    private Path output() {
        return folder.resolve("output.txt");
    }

    private Process opensem(List<String> arguments, Map<String, String> environment) throws IOException {
        List<String> line = new ArrayList<>(List.of(System.getProperty("opensem.command")));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output().toFile());
        builder.environment().putAll(Map.of("TMPDIR", folder.toString(), "OPENSEM_FEED_PORT", "" + Distribution.freePort(),
                "OPENSEM_SSH_PORT", "" + Distribution.freePort()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private int exitOf(List<String> arguments) throws IOException, InterruptedException {
        Process process = opensem(arguments, Map.of());
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "walk", "run --bogus", "run --port", "run --port eighty", "run --port 0", "run --port 65536",
        "run --speed 10", "run --replay x.csv --speed 0", "run --replay x.csv --speed fast", "test --all", "build now", "bench a b"})
    void aBadOptionIsToldWithTheUsageAndExitCodeTwo(String arguments) throws Exception {
        assertThat(exitOf(arguments.isEmpty() ? List.of() : List.of(arguments.split(" ")))).isEqualTo(2);
        assertThat(Distribution.text(output())).startsWith("opensem: ").contains("Usage: ./opensem COMMAND");
    }

    @Test
    void helpIsShown() throws Exception {
        assertThat(exitOf(List.of("--help"))).isZero();
        assertThat(Distribution.text(output())).startsWith("Usage: ").contains("--replay FILE");
    }

    @Test
    void anUnreadableReplayIsOneClearLine() throws Exception {
        assertThat(exitOf(List.of("run", "--replay", folder.resolve("none.csv").toString()))).isEqualTo(1);
        assertThat(Distribution.text(output()).lines()).hasSize(1).first().asString().contains("none.csv cannot be read");
    }

    @Test
    void aSimulatedHouseDoesNotMixWithARealMetersData() throws Exception {
        Files.writeString(folder.resolve("kind"), "meter\n");
        assertThat(exitOf(List.of("run", "--port", "" + Distribution.freePort(), "--data", folder.toString()))).isEqualTo(1);
        assertThat(Distribution.text(output()).lines()).hasSize(1).first().asString().contains("samples of a meter");
    }

    @Test
    void runTellsTheConsolesAddressAndEndsWithNothingLeftBehind() throws Exception {
        int port = Distribution.freePort();
        // An older Java as the default is no hindrance.
        Process process = opensem(List.of("run", "--fresh", "--port", "" + port), Map.of("JAVA_HOME", "/nonexistent"));
        try {
            await().atMost(Distribution.START).until(() -> !process.isAlive()
                    || Distribution.text(output()).contains("openSEM: http://localhost:" + port + "/"));
            assertThat(process.isAlive()).as(Distribution.text(output())).isTrue();
            List<ProcessHandle> family = process.descendants().toList();
            assertThat(family).isNotEmpty();

            process.destroy();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            await().atMost(Duration.ofSeconds(20)).until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left.filter(path -> path.getFileName().toString().startsWith("opensem-fresh"))).isEmpty();
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
