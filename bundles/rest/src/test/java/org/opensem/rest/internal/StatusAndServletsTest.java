package org.opensem.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.rest.internal.RestServer.json;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensem.health.Health;
import org.opensem.metering.Sample;
import org.opensem.store.WriteMode;
import tools.jackson.databind.JsonNode;

/** status, bundles, health, metrics. */
class StatusAndServletsTest {
    private static final long NOW = 1_795_354_021L;
    private RestServer rest;

    @BeforeEach
    void start() throws Exception {
        rest = new RestServer();
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    @Test
    void statusHasTheContractsShape() throws Exception {
        rest.newest = Sample.ofPhases(NOW, 220_357, 412_216, 87_039);
        rest.store.write(java.util.List.of(rest.newest), WriteMode.KEEP);

        JsonNode status = json(rest.get("/api/v1/status"));

        assertThat(status.propertyNames()).containsExactly(
                "deviceId", "version", "uptimeSeconds", "demo", "clock", "driver", "store", "bundles");
        assertThat(status.get("deviceId").stringValue()).isEqualTo("SEM-1a2b3c");
        assertThat(status.get("version").stringValue()).isEqualTo("1.0.0");
        assertThat(status.get("demo").booleanValue()).isTrue();
        assertThat(status.get("clock").toString()).isEqualTo(
                "{\"utc\":\"2026-11-22T13:27:01Z\",\"zone\":\"Europe/Berlin\","
                        + "\"source\":\"test\",\"offsetMs\":0,\"trusted\":true,\"lastSync\":null,\"reason\":\"plausible\"}");
        assertThat(status.get("driver").toString()).isEqualTo(
                "{\"id\":\"simulator\",\"state\":\"running\",\"read\":true,\"detail\":\"\","
                        + "\"lastSample\":\"2026-11-22T14:27:01+01:00\"}");
        assertThat(status.get("store").get("oldest").stringValue()).isEqualTo("2026-11-22T14:27:01+01:00");
        assertThat(status.get("store").get("samples").intValue()).isEqualTo(1);
        assertThat(status.get("bundles").toString()).isEqualTo("{\"active\":2,\"resolved\":1}");
    }

    @Test
    void statusAnswersAlsoWhilePartsAreAway_X2() throws Exception {
        rest.services.store = null;
        rest.services.driver = null;
        rest.services.deviceId = null;

        JsonNode status = json(rest.get("/api/v1/status"));

        assertThat(status.get("store").isNull()).isTrue();
        assertThat(status.get("driver").isNull()).isTrue();
        assertThat(status.get("deviceId").isNull()).isTrue();
        assertThat(status.get("demo").booleanValue()).isFalse();
    }

    @Test
    void bundlesAreListed() throws Exception {
        JsonNode bundles = json(rest.get("/api/v1/bundles")).get("bundles");

        assertThat(bundles.size()).isEqualTo(3);
        assertThat(bundles.get(2).toString()).isEqualTo("{\"id\":3,\"symbolicName\":\"org.opensem.part3\","
                + "\"version\":\"1.0.3\",\"state\":\"resolved\",\"name\":\"Part 3\",\"fragment\":false}");
    }

    @Test
    void healthIs200UnlessSomethingIsDown() throws Exception {
        HttpResponse<String> ok = rest.get("/health");
        rest.health = Health.degraded("late");
        HttpResponse<String> degraded = rest.get("/health/");
        rest.health = Health.down("gone");
        HttpResponse<String> down = rest.get("/health");
        rest.services.health = null;
        HttpResponse<String> unknown = rest.get("/health");

        assertThat(ok.statusCode()).isEqualTo(200);
        assertThat(ok.body()).isEqualTo(
                "{\"status\":\"ok\",\"checks\":[{\"name\":\"store\",\"status\":\"ok\",\"text\":\"fine\"}]}");
        assertThat(degraded.statusCode()).isEqualTo(200);
        assertThat(json(degraded).get("status").stringValue()).isEqualTo("degraded");
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(json(down).get("status").stringValue()).isEqualTo("down");
        assertThat(unknown.statusCode()).isEqualTo(503);
    }

    @Test
    void metricsAreInPrometheusTextFormat_F3() throws Exception {
        rest.newest = Sample.ofPhases(NOW - 2, 220_357, 412_216, -87_039);
        rest.store.write(java.util.List.of(rest.newest), WriteMode.KEEP);

        HttpResponse<String> response = rest.get("/metrics");

        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain").contains("version=0.0.4");
        assertThat(response.body().lines()).contains(
                "# TYPE opensem_samples_taken_total counter",
                "opensem_samples_taken_total 100",
                "opensem_samples_duplicate_total 3",
                "opensem_samples_refused_total 2",
                "opensem_active_power_watts{phase=\"L1\"} 220.357",
                "opensem_active_power_watts{phase=\"L3\"} -87.039",
                "opensem_last_sample_age_seconds 2",
                "opensem_store_samples 1",
                "opensem_store_held_seconds 0",
                "opensem_store_restamped_total 0",
                "opensem_clock_trusted 1",
                "opensem_clock_offset_seconds 0",
                "opensem_listener_lag_seconds{listener=\"store\"} 0",
                "opensem_energy_imported_kwh_total 0",
                "opensem_health{check=\"store\"} 1",
                "opensem_bundles{state=\"active\"} 2");
        assertThat(response.body().lines().filter(line -> !line.startsWith("#"))).allMatch(
                line -> line.matches("[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*\\})? -?[0-9.]+(E-?[0-9]+)?"));
        assertThat(response.body()).endsWith("\n");
    }

    @Test
    void metricsLeaveOutWhatIsAway_X2() throws Exception {
        rest.services.live = null;
        rest.services.store = null;
        rest.services.energy = null;
        rest.services.health = null;
        rest.services.clock = null;

        HttpResponse<String> response = rest.get("/metrics");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).doesNotContain("opensem_store_samples").contains("jvm_memory_used_bytes");
    }
}
