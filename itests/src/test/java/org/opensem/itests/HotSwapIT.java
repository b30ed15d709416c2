package org.opensem.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** X2: whatever is updated, stopped or started while it measures, no sample is lost and none is stored twice. */
class HotSwapIT {
    private static final List<String> SWAPPED = List.of("org.opensem.feed", "org.opensem.aggregation.core", "org.opensem.rest",
            "org.opensem.metering.sampler", "org.opensem.store.derby", "org.opensem.database.derby", "org.opensem.web.home",
            "org.opensem.web.graph", "org.opensem.web.console", "org.opensem.shell", "org.opensem.health",
            "org.opensem.time.core", "org.opensem.access.core", "org.opensem.access.http", "org.opensem.web.access");

    @Test
    void noSampleIsLostOrDoubledWhileEveryBundleButTheDriverIsSwapped() throws InterruptedException {
        try (Distribution opensem = Distribution.unpack("hot-swap").withDriver("http", Map.of()).start();
                Shell shell = opensem.shell();
                ScriptedMeter meter = new ScriptedMeter(opensem)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> meter.acknowledged() > 0);

            for (String bundle : SWAPPED) {
                long before = meter.acknowledged();
                assertThat(shell.run("bundle:update " + bundle)).as("update " + bundle).doesNotContain("Error", "not found");
                flowsOn(opensem, meter, before, "update of " + bundle);
            }
            for (String bundle : SWAPPED) {
                long before = meter.acknowledged();
                assertThat(shell.run("bundle:stop " + bundle)).as("stop " + bundle).doesNotContain("Error", "not found");
                assertThat(shell.run("bundle:start " + bundle)).as("start " + bundle).doesNotContain("Error", "not found");
                flowsOn(opensem, meter, before, "stop and start of " + bundle);
            }
            meter.stop();
            everySecondIsStoredOnce(opensem, meter);
            assertThat(opensem.log()).as("every bundle resolves again").doesNotContain("Unable to resolve");
        }
    }

    /** The meter is heard again after a swap, and every part is well. */
    private static void flowsOn(Distribution opensem, ScriptedMeter meter, long before, String what) {
        await(what).atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100)).untilAsserted(
                () -> assertThat(meter.acknowledged()).as(what + ", " + meter.lastFault()).isGreaterThan(before));
        await(what).atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100)).ignoreExceptions().untilAsserted(
                () -> assertThat(opensem.json("/health").path("status").asString()).isEqualTo("ok"));
    }

    private static void everySecondIsStoredOnce(Distribution opensem, ScriptedMeter meter) {
        long last = meter.acknowledged();
        SortedMap<Long, double[]> expected = new TreeMap<>(meter.measured().headMap(last + 1));
        long first = expected.firstKey();

        await("the last second to be stored").atMost(Duration.ofSeconds(60)).until(
                () -> !opensem.json(samples(last, last + 1)).path("samples").isEmpty());
        JsonNode stored = opensem.json(samples(first, last + 1)).path("samples");

        TreeMap<Long, double[]> found = new TreeMap<>();
        for (JsonNode sample : stored) {
            double[] watts = {sample.path("l1").asDouble(), sample.path("l2").asDouble(), sample.path("l3").asDouble()};
            long second = java.time.OffsetDateTime.parse(sample.path("time").asString()).toEpochSecond();
            assertThat(found.put(second, watts)).as("second %s twice", second).isNull();
        }
        assertThat(found.keySet()).as("seconds stored").containsExactlyElementsOf(expected.keySet());
        found.forEach((second, watts) -> assertThat(watts).as("power in second %s", second)
                .containsExactly(expected.get(second), org.assertj.core.api.Assertions.within(0.0005)));
        double kWh = expected.values().stream().mapToDouble(watts -> watts[0] + watts[1] + watts[2]).sum() / 3.6e6;
        String day = Instant.ofEpochSecond(last).toString().substring(0, 10);
        if (Instant.ofEpochSecond(first).toString().startsWith(day)) {
            await("energy").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(opensem
                    .json("/api/v1/energy?period=day&date=" + day + "&zone=UTC").path("totals").path("kWh").path("total")
                    .asDouble())
                    .isCloseTo(kWh, org.assertj.core.data.Offset.offset(0.001)));
        }
    }

    private static String samples(long from, long to) {
        return "/api/v1/samples?from=" + Instant.ofEpochSecond(from) + "&to=" + Instant.ofEpochSecond(to);
    }
}
