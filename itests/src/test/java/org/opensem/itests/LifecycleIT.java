package org.opensem.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Starting, ending, being killed, and not being able to start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifecycleIT {
    private static final String DAY = LocalDate.now(ZoneOffset.UTC).minusDays(3).toString();
    private Distribution opensem;

    @BeforeAll
    void unpack() {
        opensem = Distribution.unpack("lifecycle").withDriver("http", Map.of());
    }

    @AfterAll
    void close() {
        opensem.close();
    }

    /** Ends what a test before it may have left running. */
    private void restart(String... words) {
        opensem.close();
        opensem.launch(words.length == 0 ? new String[] {"bin/karaf", "server"} : words);
        opensem.awaitReady();
    }

    private static String minuteOfCsv(int minute) {
        StringBuilder csv = new StringBuilder("time,total_kw,l1_kw,l2_kw,l3_kw\n");
        Instant start = Instant.parse(DAY + "T12:00:00Z").plusSeconds(60L * minute);
        for (int second = 0; second < 60; second++) {
            csv.append(start.plusSeconds(second)).append(",0.360000,0.120000,0.120000,0.120000\n");
        }
        return csv.toString();
    }

    private void importMinute(int minute) {
        var answer = opensem.post("/api/v1/samples", "text/csv", minuteOfCsv(minute));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private int storedImports() {
        return opensem.json("/api/v1/samples?from=" + DAY + "T12:00:00Z&to=" + DAY + "T13:00:00Z").path("samples").size();
    }

    @Test
    void stopEndsTheProcessAndCleanLosesNoMeasurement() throws Exception {
        restart();
        int before = storedImports();
        importMinute(30);
        Process stop = opensem.script(opensem.output(), "bin/stop");
        assertThat(stop.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(opensem.process().waitFor(60, TimeUnit.SECONDS)).as("bin/stop ends the process").isTrue();
        assertThat(opensem.log()).contains("Database closed");

        restart("bin/karaf", "server", "clean");

        assertThat(storedImports()).isEqualTo(before + 60);
        assertThat(opensem.data().startsWith(opensem.home())).as("user data lies outside Karaf").isFalse();
    }

    @Test
    void runsInTheBackgroundUntilItIsStopped() throws Exception {
        Distribution background = second("background");
        assertThat(background.launch("bin/start").waitFor(60, TimeUnit.SECONDS)).isTrue();
        ProcessHandle process;
        try {
            await().atMost(Distribution.START).ignoreExceptions().until(
                    () -> background.get("/health").statusCode() == 200 && background.ssh("sem:status").contains("SEM-"));
            assertThat(background.script(background.output(), "bin/status").waitFor()).as("bin/status while it runs").isZero();
            assertThat(Distribution.text(background.home().resolve("data/log/karaf-java25.log"))).contains("patched");
            process = ProcessHandle.of(Long.parseLong(
                    Distribution.text(background.home().resolve("karaf.pid")).strip())).orElseThrow();
        } finally {
            // Also after a failure: a second try unpacks the same folder.
            assertThat(background.script(background.output(), "bin/stop").waitFor()).isZero();
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
        assertThat(background.script(background.output(), "bin/status").waitFor()).as("bin/status afterwards").isEqualTo(1);
    }

    /** Loss at kill -9: at most the last 10 s of the meter, nothing that was acknowledged as stored. */
    @Test
    void aKillLosesAtMostTheLastTenSeconds() {
        restart();
        int imported = storedImports();
        try (ScriptedMeter meter = new ScriptedMeter(opensem)) {
            for (int round = 0; round < 3; round++) {
                long from = Instant.now().getEpochSecond() + 1;
                await().atMost(Duration.ofSeconds(60)).until(() -> meter.acknowledged() >= from + 12);
                importMinute(round);
                imported += 60;
                long killed = Instant.now().getEpochSecond();
                opensem.kill();
                restart();

                assertThat(storedImports()).as("acknowledged imports after kill %s", round).isEqualTo(imported);
                // The sample of a second is posted after it has begun, and 10 s of them make a packet.
                Set<Long> expected = new HashSet<>(meter.measured().subMap(from, killed - 10).keySet());
                assertThat(stored(opensem, from, killed)).as("seconds after kill %s", round).containsAll(expected);
            }
        }
    }

    private static Set<Long> stored(Distribution distribution, long from, long to) {
        Set<Long> found = new HashSet<>();
        JsonNode samples = distribution.json("/api/v1/samples?from=" + Instant.ofEpochSecond(from) + "&to="
                + Instant.ofEpochSecond(to));
        for (JsonNode sample : samples.path("samples")) {
            found.add(OffsetDateTime.parse(sample.path("time").asString()).toEpochSecond());
        }
        return found;
    }

    @Test
    void aPortInUseIsOneClearLine() throws IOException, InterruptedException {
        Distribution other = second("port-in-use");
        try (ServerSocket taken = new ServerSocket(other.port(), 1, InetAddress.getLoopbackAddress())) {
            refuses(other, "port " + taken.getLocalPort() + " is in use");
        }
    }

    @Test
    void aDataFolderThatCannotBeWrittenIsOneClearLine() throws InterruptedException {
        refuses(second("unwritable").withData(Path.of("/proc/opensem-data")), "/proc/opensem-data cannot be written");
    }

    @Test
    void aSecondInstanceOnTheSameDataIsOneClearLine() throws InterruptedException {
        restart();
        refuses(second("second-instance").withData(opensem.data()), "Another openSEM is using " + opensem.data());
        assertThat(opensem.get("/api/v1/status").statusCode()).as("the first one runs on").isEqualTo(200);
    }

    @Test
    void aDatabaseOfANewerVersionIsOneClearLine() throws Exception {
        Distribution other = second("too-new").start();
        other.stop();
        String url = "jdbc:derby:" + other.data().resolve("database");
        try (Connection connection = new EmbeddedDriver().connect(url, new Properties());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE OPENSEM.SCHEMA_VERSION SET NUMBER = 999, LOWEST_READER = 998");
        }
        assertThatThrownBy(() -> new EmbeddedDriver().connect(url + ";shutdown=true", new Properties()))
                .as("Derby's way to say that it has shut down").isInstanceOf(SQLException.class);
        Files.delete(other.output());

        refuses(other, "was written by a newer openSEM");
    }

    private Distribution second(String name) {
        return Distribution.unpack(name).withDriver("http", Map.of());
    }

    private static void refuses(Distribution distribution, String line) throws InterruptedException {
        Process process = distribution.launch("bin/karaf", "server");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends by itself").isTrue();
        assertThat(process.exitValue()).isNotZero();
        List<String> said = Distribution.text(distribution.output()).lines()
                .filter(text -> !text.isBlank() && !text.startsWith("Karaf shell:")).toList();
        assertThat(said).hasSize(1);
        assertThat(said.getFirst()).contains(line);
    }

    /** X2: nobody has to start it again, and what was measured meanwhile is stored too; also when it fills up later. */
    @Test
    void aFullDiskIsWaitedFor() throws Exception {
        Assumptions.assumeTrue(succeeds("unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"), "no right to mount");
        Distribution full = second("full").start();
        full.stop();
        // The data folder in a small file system that only this process sees, filled up.
        Process process = full.script(List.of("unshare", "-m", "sh", "-c", "cp -a $OPENSEM_DATA $OPENSEM_DATA-before"
                + " && mount -t tmpfs -o size=64m none $OPENSEM_DATA && cp -a $OPENSEM_DATA-before/. $OPENSEM_DATA"
                + " && dd if=/dev/zero of=$OPENSEM_DATA/filler bs=4k 2> /dev/null; exec \"$@\"", "sh"),
                full.output(), "bin/karaf", "server");
        try (ScriptedMeter meter = new ScriptedMeter(full)) {
            await().atMost(Distribution.START).until(() -> meter.acknowledged() > 0);
            await().atMost(Distribution.START).untilAsserted(() -> assertThat(full.log())
                    .contains("Disk full at " + full.data() + "/database: free some space"));
            await().atMost(Distribution.START).until(() -> full.get("/health").statusCode() == 503);
            assertThat(process.isAlive()).isTrue();
            long first = meter.measured().firstKey();

            String pid = String.valueOf(process.pid());
            assertThat(succeeds("nsenter", "-t", pid, "-m", "rm", full.data() + "/filler")).isTrue();

            await().atMost(Duration.ofSeconds(90)).until(() -> full.get("/health").statusCode() == 200);
            long last = meter.acknowledged();
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(stored(full, first, last))
                    .containsAll(meter.measured().subMap(first, last).keySet()));
            assertThat(full.log().lines().filter(line -> line.contains("until there is room"))).hasSize(1);
            assertThat(full.log().lines().filter(line -> line.contains("There is room again"))).hasSize(1);

            // Nearly full: the database could go on, and would meet the end of the disk in the middle of something.
            String filler = full.data() + "/filler";
            assertThat(succeeds("nsenter", "-t", pid, "-m", "sh", "-c",
                    "dd if=/dev/zero of=" + filler + " bs=4k; truncate -s -2M " + filler)).isTrue();
            await().atMost(Duration.ofSeconds(60)).until(() -> full.log().lines()
                    .anyMatch(line -> line.contains("stay in memory") && line.contains("Disk full at")));
            assertThat(succeeds("nsenter", "-t", pid, "-m", "rm", filler)).isTrue();
            long later = meter.acknowledged();
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(stored(full, first, later))
                    .containsAll(meter.measured().subMap(first, later).keySet()));
            assertThat(full.log()).doesNotContain("A failure left the database broken");
        } finally {
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Boots with neither network nor a home: everything it needs lies in the archive. */
    @Test
    void bootsOffline() throws Exception {
        Assumptions.assumeTrue(succeeds("unshare", "-n", "true"), "no right to make a network namespace");
        Distribution offline = second("offline");
        Path home = Files.createDirectories(offline.home().resolve("empty-home"));
        offline.withEnvironment("HOME", home.toString());
        Process process = offline.script(List.of("unshare", "-n", "sh", "-c", "ip link set lo up; exec \"$@\"", "sh"),
                offline.output(), "bin/karaf", "server");
        try {
            String pid = String.valueOf(process.pid());
            Path answer = offline.home().resolve("answer.txt");
            await().atMost(Distribution.START).pollInterval(Duration.ofSeconds(1)).until(() -> {
                Files.deleteIfExists(answer);
                return process.isAlive() && succeeds("nsenter", "-t", pid, "-n", "bash", "-c",
                        "exec 3<>/dev/tcp/127.0.0.1/" + offline.port()
                                + " && printf 'GET /api/v1/status HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && cat <&3 > "
                                + answer)
                        && Distribution.text(answer).contains(" 200 ");
            });
            assertThat(Distribution.text(answer)).contains("\"deviceId\"");
            assertThat(LogErrors.of(offline.log())).isEmpty();
        } finally {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        }
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }
}
