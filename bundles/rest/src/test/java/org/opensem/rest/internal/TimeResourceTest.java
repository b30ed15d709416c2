package org.opensem.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.rest.internal.RestServer.json;

import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensem.time.TimeReading;
import org.opensem.time.TimeSetting;
import tools.jackson.databind.JsonNode;

/** Setting the clock by hand (E1, T6). */
class TimeResourceTest {
    private RestServer rest;
    private final Setting setting = new Setting();

    @BeforeEach
    void start() throws Exception {
        rest = new RestServer();
        rest.services.timeSetting = setting;
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    @Test
    void aTimeIsSetByHandOrFromABrowser() throws Exception {
        HttpResponse<String> answer = rest.post("/api/v1/time", "application/json", "{\"utc\": \"2026-11-25T20:00:00Z\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(setting.last).isEqualTo("2026-11-25T20:00:00Z MANUAL");
        JsonNode body = json(answer);
        assertThat(body.propertyNames()).containsExactly("outcome", "clock");
        assertThat(body.get("outcome").stringValue()).isEqualTo("stepped");
        assertThat(body.get("clock").propertyNames())
                .containsExactly("utc", "zone", "source", "offsetMs", "trusted", "lastSync", "reason");
        rest.post("/api/v1/time", "application/json", "{\"utc\": \"2026-11-25T21:00:00.250+01:00\", \"source\": \"browser\"}");
        assertThat(setting.last).isEqualTo("2026-11-25T20:00:00.250Z BROWSER");
    }

    @Test
    void everyFaultIsToldAtOnceAndNothingIsSet() throws Exception {
        HttpResponse<String> answer = rest.post("/api/v1/time", "application/json", "{\"utc\": \"noon\", \"source\": \"moon\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("errors").findValuesAsString("field")).containsExactly("utc", "source");
        for (String wrong : new String[] {"{}", "[]", "{", "", "{\"utc\": 12}", "{\"utc\": null}",
            "{\"utc\": \"1999-01-01T00:00:00Z\"}", "{\"utc\": \"2026-10-25T02:30:00\"}", "{\"utc\": \"" + "x".repeat(5000)
            + "\"}"}) {
            assertThat(rest.post("/api/v1/time", "application/json", wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(setting.last).isNull();
    }

    @Test
    void aReplaysClockIsNotSet() throws Exception { // T3
        setting.outcome = TimeSetting.Outcome.FOLLOWS_SAMPLES;
        assertThat(rest.post("/api/v1/time", "application/json", "{\"utc\": \"2026-11-25T20:00:00Z\"}").statusCode())
                .isEqualTo(409);
        rest.services.timeSetting = null;
        assertThat(rest.post("/api/v1/time", "application/json", "{\"utc\": \"2026-11-25T20:00:00Z\"}").statusCode())
                .isEqualTo(503);
    }

    private static final class Setting implements TimeSetting {
        private Outcome outcome = Outcome.STEPPED;
        private String last;

        @Override
        public Outcome set(Instant time, Person person) {
            if (time.isBefore(Instant.parse("2025-01-01T00:00:00Z"))) {
                throw new IllegalArgumentException("too early");
            }
            last = time + " " + person;
            return outcome;
        }

        @Override
        public Outcome synchronise(TimeReading reading) {
            throw new UnsupportedOperationException();
        }
    }
}
