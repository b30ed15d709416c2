package org.opensem.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** X1: every capability is a bundle and runs; the interfaces answer; nothing is open that is not documented. */
@ExtendWith(SharedDistribution.class)
class BootIT {
    private final Distribution opensem;

    BootIT(Distribution opensem) {
        this.opensem = opensem;
    }

    private String bundles() {
        return opensem.ssh("bundle:list -t 0 -s --no-format");
    }

    @Test
    void everyBundleIsActive() {
        // The last views start after REST answers.
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                bundles().lines().filter(line -> line.matches("\\s*\\d+\\s.*")).filter(line -> !line.contains("\tActive"))
                .map(line -> line.substring(line.lastIndexOf('\t') + 1).strip()))
                .as("not active: the two fragments only")
                .containsExactlyInAnyOrder("org.apache.karaf.features.extension", "org.eclipse.osgitech.rest.sse"));
        assertThat(bundles()).contains("org.opensem.database.derby", "org.opensem.store.derby", "org.opensem.aggregation.core",
                "org.opensem.metering.sampler", "org.opensem.feed", "org.opensem.rest", "org.opensem.shell",
                "org.opensem.health", "org.opensem.settings.core", "org.opensem.web.console", "org.opensem.web.home",
                "org.opensem.web.graph");
    }

    @Test
    void statusLiveAndEnergyAnswer() {
        await().atMost(Duration.ofSeconds(60)).until(() -> opensem.get("/api/v1/live").statusCode() == 200);
        JsonNode live = opensem.json("/api/v1/live");
        JsonNode status = opensem.json("/api/v1/status");
        JsonNode energy = opensem.json("/api/v1/energy?period=day&date=" + live.path("time").asString().substring(0, 10));

        assertThat(status.path("deviceId").asString()).matches("SEM-[0-9a-f]{6}");
        assertThat(status.path("demo").asBoolean()).isTrue();
        assertThat(status.path("driver").path("id").asString()).isEqualTo("simulator");
        assertThat(status.path("driver").path("state").asString()).isEqualTo("running");
        assertThat(live.path("total").asDouble()).isCloseTo(
                live.path("l1").asDouble() + live.path("l2").asDouble() + live.path("l3").asDouble(),
                org.assertj.core.data.Offset.offset(0.0005));
        assertThat(energy.path("buckets").size()).isBetween(23, 25);
    }

    @Test
    void everyHealthCheckIsFine() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode health = opensem.json("/health");
            assertThat(health.path("status").asString()).as(health.toString()).isEqualTo("ok");
        });
    }

    @Test
    void metricsAndTheDescriptionAreServed() {
        assertThat(opensem.get("/metrics").body()).contains("# TYPE opensem_");
        assertThat(opensem.json("/api/openapi.json").path("openapi").asString()).startsWith("3.");
    }

    /** F2, byte by byte. */
    @Test
    void theFeedSendsTheSampleThatRestShows() {
        try (FeedClient feed = FeedClient.connect(opensem.feedPort())) {
            String frame = feed.next();
            assertThat(frame).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d SEM-[0-9a-f]{6}-0-000"
                    + " -?\\d+\\.\\d{3} W -?\\d+\\.\\d{3} W -?\\d+\\.\\d{3} W -?\\d+\\.\\d{3} W");
            assertThat(frame).contains(" " + opensem.json("/api/v1/status").path("deviceId").asString() + "-0-000 ");

            String second = frame.substring(0, 10) + "T" + frame.substring(11, 19) + "Z";
            String next = java.time.Instant.parse(second).plusSeconds(1).toString();
            JsonNode stored = await().atMost(Duration.ofSeconds(60)).until(
                    () -> opensem.json("/api/v1/samples?from=" + second + "&to=" + next).path("samples"),
                    found -> found.size() == 1);
            String[] words = frame.substring(20).split(" ");
            assertThat(List.of(words[1], words[3], words[5], words[7])).containsExactly(
                    watts(stored, "total"), watts(stored, "l1"), watts(stored, "l2"), watts(stored, "l3"));
        }
    }

    private static String watts(JsonNode samples, String field) {
        return samples.get(0).path(field).decimalValue().setScale(3).toPlainString();
    }

    /** X5. */
    @Test
    void theShellKnowsOurCommands() {
        try (Shell shell = opensem.shell()) {
            assertThat(shell.run("sem:status")).contains("SEM-", "simulator");
            assertThat(shell.run("sem:drivers")).contains("simulator", "running");
            assertThat(shell.run("sem:live")).contains("W");
            String today = opensem.json("/api/v1/status").path("clock").path("utc").asString().substring(0, 10);
            assertThat(shell.run("sem:energy day " + today)).contains("kWh");
            assertThat(shell.run("sem:budget month " + today)).contains("There is no tariff yet");
            assertThat(shell.run("sem:samples --help")).contains("sem:samples");
            assertThat(shell.run("sem:import --help")).contains("sem:import");
        }
    }

    /** Commands that need a role exist on Java 25 (bundles/karaf-java25), and the subject is known. */
    @Test
    void guardedCommandsWorkOnThisJava() {
        try (Shell shell = opensem.shell()) {
            assertThat(shell.run("bundle:update --help")).contains("bundle:update").doesNotContain("not found");
            assertThat(shell.run("jaas:whoami")).contains("opensem");
        }
        assertThat(Distribution.text(opensem.home().resolve("data/log/karaf-java25.log")))
                .contains("patched org.apache.felix.eventadmin").doesNotContain("cannot patch");
    }

    @Test
    void theClientAnswersWithoutATerminalAndWithoutAPassword() throws Exception {
        Path output = opensem.home().resolve("client.txt");
        Files.deleteIfExists(output);
        Process client = opensem.script(output, "bin/client", "sem:status");

        assertThat(client.waitFor()).as(Distribution.text(output)).isZero();
        assertThat(Distribution.text(output)).contains("SEM-").doesNotContain("Closed");
    }

    @Test
    void noPasswordIsPreset() throws IOException {
        for (String user : List.of("karaf", "opensem", "admin")) {
            try (Shell shell = new Shell(opensem.sshPort(), user, user)) {
                assertThatThrownBy(() -> shell.run("sem:status")).isInstanceOf(UncheckedIOException.class);
            }
        }
        Path users = opensem.home().resolve("etc/users.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(users))).isEqualTo("rw-------");
        assertThat(Distribution.text(opensem.output())).contains(Shell.passwordOf(opensem.home()));
    }

    @Test
    void onlyTheDocumentedPortsAreOpenAndOnLoopbackOnly() {
        assertThat(Sockets.listening(opensem.process().pid())).isEqualTo(DocumentedPorts.closed(opensem));
    }

    /** Neither a password nor a key lies in the archive, nor anything that would open something by default. */
    @Test
    void nothingSecretIsInTheArchive() throws IOException {
        Path archive = Distribution.unpack("archive").home();
        Pattern secret = Pattern.compile("(?i)^\\s*[^#!\\s]*(password|passwd|secret|token|credential)[^=:]*[=:]\\s*[^\\s$].*");
        Pattern user = Pattern.compile("^\\s*[^#\\s_].*_g_.*");
        try (Stream<Path> files = Files.walk(archive)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                assertThat(name).as("a key in the archive")
                        .doesNotMatch("(?i).*\\.(jks|p12|pfx|pem|key|ks)|host\\.key.*|access\\..*");
                if (file.startsWith(archive.resolve("etc"))) {
                    assertThat(Distribution.text(file).lines().filter(line -> secret.matcher(line).matches()
                            || name.matches("(users|keys)\\.properties") && user.matcher(line).matches()).toList())
                            .as("secrets in %s", file).isEmpty();
                }
            }
        }
    }

    @Test
    void noPageComesFromAnotherHost() {
        HttpResponse<String> page = opensem.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContainPattern("(src|href)=\"https?://");
    }

    @Test
    @ResourceLock("log")
    void theLogHoldsNoErrors() {
        assertThat(opensem.log().lines().filter(line -> line.contains("| ERROR |") || line.startsWith("\tat "))).isEmpty();
    }
}
