package org.opensem.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opensem.testkit.time.NtpServer;
import tools.jackson.databind.JsonNode;

/** The clock is corrected while the assembled distribution measures (E1, T6): no sample is lost, none is there twice. */
class TimeIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private final List<NtpServer> servers = Stream.generate(() -> new NtpServer(InstantSource.system())).limit(4).toList();
    private Distribution opensem;

    @AfterEach
    void close() {
        if (opensem != null) {
            opensem.close();
        }
        servers.forEach(NtpServer::close);
    }

    @Test
    void timeServersStepTheClockByHoursAndSecondsAndOneThatLiesChangesNothing() {
        servers.get(2).lying(Duration.ofHours(1));
        opensem = Distribution.unpack("time-ntp").withSimulator().start();
        awaitSamples(5);
        configure("mode", "ntp", "servers", servers.stream().map(NtpServer::address).collect(Collectors.joining(",")));
        await().atMost(SOON).until(() -> clock().path("source").stringValue().equals("ntp"));
        assertThat(clock().path("offsetMs").asLong()).as("what the lying server did").isBetween(-1_000L, 1_000L);
        assertThat(opensem.ssh("sem:time")).containsPattern("contradicts \\| (3600|3599)");

        long ahead = 0;
        for (long step : new long[] {3600, -5, -3600, 5}) {
            ahead += step;
            long expected = ahead * 1000;
            servers.forEach(server -> server.lying(Duration.ofMillis(expected)));
            opensem.ssh("sem:time --sync");
            await().atMost(SOON).untilAsserted(() ->
                    assertThat(clock().path("offsetMs").asLong()).isBetween(expected - 600, expected + 600));
            awaitSamples((int) samples() + 12);
        }
        assertNoneIsLostOrDoubled();
    }

    @Test
    void theClockIsSetByHandWhileItMeasures() {
        opensem = Distribution.unpack("time-hand").withSimulator().start();
        awaitSamples(12);
        set(Instant.now().plus(1, ChronoUnit.HOURS));
        awaitSamples(24);
        set(Instant.now().minus(2, ChronoUnit.HOURS));
        awaitSamples(36);
        set(Instant.now());
        awaitSamples(48);
        assertNoneIsLostOrDoubled();
        List<Long> seconds = seconds();
        assertThat(seconds.getLast() - seconds.getFirst() + 1).as("nothing had been confirmed, so all of it follows: " + seconds)
                .isEqualTo(seconds.size());

        // Back over seconds that are stored: nothing moves, and what falls on them is dropped and counted.
        long before = samples();
        long moved = store().path("restamped").asLong();
        Instant start = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        importSeconds(start.minusSeconds(600), start.plusSeconds(600));
        set(start);
        await().atMost(SOON).until(() -> store().path("skipped").asLong() > 5);
        assertThat(samples()).as("all that was stored, imported, and measured until then")
                .isBetween(before + 1200, before + 1230);
        assertThat(store().path("restamped").asLong()).isEqualTo(moved);
    }

    @Test
    void aClockThatIsBehindAtTheStartIsDoubtedAndWhatIsMeasuredWaits() throws IOException {
        opensem = Distribution.unpack("time-boot").withSimulator();
        Path memory = opensem.data().resolve("clock");
        Files.createDirectories(opensem.data());
        Instant latest = Instant.now().plus(3, ChronoUnit.HOURS);
        Files.writeString(memory, "latest=" + latest + "\noffset=PT0S\nown=false\nsource=system\nlastSync=\nprocess=earlier\n");
        opensem.start();
        await().atMost(SOON).until(() -> store().path("held").asLong() >= 15);
        assertThat(clock().path("trusted").booleanValue()).isFalse();
        assertThat(clock().path("reason").stringValue()).isEqualTo("before-last-run");
        assertThat(samples()).isZero();
        assertThat(opensem.get("/health").body()).contains("\"name\":\"clock\",\"status\":\"degraded\"");

        opensem.kill();
        opensem.start();
        assertThat(clock().path("trusted").booleanValue()).isFalse();
        long kept = store().path("held").asLong();
        assertThat(kept).as("stored every ten seconds").isGreaterThanOrEqualTo(10);
        await().atMost(SOON).until(() -> store().path("held").asLong() >= kept + 12);
        set(Instant.now().plus(3, ChronoUnit.HOURS));
        await().atMost(SOON).until(() -> store().path("held").asLong() == 0);
        awaitSamples((int) kept + 15);
        List<Long> seconds = seconds();
        assertThat(seconds).doesNotHaveDuplicates().allMatch(second -> second > latest.getEpochSecond() - 60);
        assertThat(seconds.size()).isGreaterThanOrEqualTo((int) kept + 15);
    }

    @Test
    void withoutANetworkItStartsAndIsQuiet() throws IOException {
        servers.forEach(NtpServer::close);
        opensem = Distribution.unpack("time-alone").withSimulator();
        configure("mode", "ntp", "servers", servers.stream().map(NtpServer::address).collect(Collectors.joining(",")));
        opensem.start();
        awaitSamples(5);
        assertThat(clock().path("trusted").booleanValue()).isTrue();
        await().atMost(SOON).untilAsserted(() -> assertThat(opensem.ssh("sem:time")).contains("silent"));
        opensem.ssh("sem:time --sync");
        awaitSamples(15);
        assertThat(opensem.log().lines().filter(line -> line.contains("no time server answers"))).hasSize(1);
    }

    private void configure(String... keysAndValues) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        opensem.withConfiguration("org.opensem.time", properties);
    }

    private void set(Instant time) {
        var answer = opensem.post("/api/v1/time", "application/json", "{\"utc\": \"" + time + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void importSeconds(Instant from, Instant to) {
        String csv = LongStream.range(from.getEpochSecond(), to.getEpochSecond())
                .mapToObj(second -> Instant.ofEpochSecond(second) + ",0.360000,0.120000,0.120000,0.120000\n")
                .collect(Collectors.joining("", "time,total_kw,l1_kw,l2_kw,l3_kw\n", ""));
        var answer = opensem.post("/api/v1/samples", "text/csv", csv);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Every second that was measured is stored once, or was dropped and counted because another one was stored already. */
    private void assertNoneIsLostOrDoubled() {
        await().atMost(SOON).untilAsserted(() -> {
            long taken = metric("opensem_samples_taken_total");
            JsonNode now = store();
            assertThat(now.path("held").asLong()).isZero();
            // The newest may be on its way.
            assertThat(now.path("samples").asLong() + now.path("skipped").asLong()).isBetween(taken, taken + 1);
        });
        assertThat(seconds()).doesNotHaveDuplicates();
        assertThat(store().path("skipped").asLong()).as("only what a step of five seconds back falls on").isLessThanOrEqualTo(6);
        assertThat(store().path("restamped").asLong()).isPositive();
    }

    private long metric(String name) {
        return opensem.get("/metrics").body().lines().filter(line -> line.startsWith(name + " "))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length() + 1))).findFirst().orElseThrow();
    }

    private List<Long> seconds() {
        List<Long> seconds = new ArrayList<>();
        Instant middle = Instant.parse(clock().path("utc").stringValue());
        JsonNode answer = opensem.json("/api/v1/samples?from=" + middle.minus(12, ChronoUnit.HOURS) + "&to="
                + middle.plus(12, ChronoUnit.HOURS));
        answer.path("samples").forEach(sample ->
                seconds.add(OffsetDateTime.parse(sample.path("time").stringValue()).toEpochSecond()));
        return seconds;
    }

    private void awaitSamples(int count) {
        await().atMost(SOON).until(() -> samples() >= count);
    }

    private long samples() {
        return store().path("samples").asLong();
    }

    private JsonNode clock() {
        return opensem.json("/api/v1/status").path("clock");
    }

    private JsonNode store() {
        return opensem.json("/api/v1/status").path("store");
    }
}
