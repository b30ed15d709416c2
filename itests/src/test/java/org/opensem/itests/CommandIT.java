package org.opensem.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
        "run --speed 10", "run --replay x.csv --speed 0", "run --replay x.csv --speed fast", "test --all", "build now",
        "bench a b", "bench --fast", "bench nonsense"})
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

    /** H2, H5, H6: a first look shows costs and a budget. */
    private static void awaitExampleTariff(int port) {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            assertThat(get(port, "/api/v1/settings/tariff")).contains("\"instalment\":\"270\"", "\"rates\":2");
            assertThat(get(port, "/api/v1/budget?period=month")).contains("\"currency\":\"EUR\"", "\"prepaidPower\":");
        });
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @Test
    void pricesThatSomebodyHasEnteredStay() throws Exception {
        Path saved = Files.createDirectories(folder.resolve("data/settings")).resolve("org.opensem.tariff.cfg");
        Files.writeString(saved, "currency = CHF\n");
        int port = Distribution.freePort();
        Process process = opensem(List.of("run", "--port", "" + port, "--data", folder.resolve("data").toString()), Map.of());
        try {
            await().atMost(Distribution.START)
                    .until(() -> Distribution.text(output()).contains("openSEM: http://localhost:" + port));
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(
                    () -> assertThat(get(port, "/api/v1/settings/tariff")).contains("\"currency\":\"CHF\"", "\"versions\":[]"));
        } finally {
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
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
            awaitExampleTariff(port);

            process.destroy();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            await().atMost(Duration.ofSeconds(60)).until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left.filter(path -> path.getFileName().toString().startsWith("opensem-fresh"))).isEmpty();
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
