package org.opensem.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.rest.internal.RestServer.json;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensem.metering.InletBusyException;
import org.opensem.metering.Sample;
import tools.jackson.databind.JsonNode;

/** F3: GET and POST live, as rest.md shows them. */
class LiveResourceTest {
    private static final String JSON = "application/json";
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
    void theNewestSecondHasTheContractsShape() throws Exception {
        rest.newest = Sample.ofPhases(NOW, 220_357, 412_216, 87_039);

        HttpResponse<String> response = rest.get("/api/v1/live");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(JSON);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.body()).isEqualTo(
                "{\"time\":\"2026-11-22T14:27:01+01:00\",\"total\":719.612,\"l1\":220.357,\"l2\":412.216,\"l3\":87.039}");
    }

    @Test
    void aMeterWithoutPhasesHasNullPhases_T7() throws Exception {
        rest.newest = Sample.ofTotal(NOW, -5);

        assertThat(rest.get("/api/v1/live?zone=UTC").body())
                .isEqualTo("{\"time\":\"2026-11-22T13:27:01+00:00\",\"total\":-0.005,\"l1\":null,\"l2\":null,\"l3\":null}");
    }

    @Test
    void withoutASampleTheAnswerIsA404Problem() throws Exception {
        HttpResponse<String> response = rest.get("/api/v1/live");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(response).get("type").stringValue()).isEqualTo("urn:opensem:problem:no-live-sample");
    }

    @Test
    void aScriptIsTheMeter() throws Exception {
        rest.driver = "http";

        HttpResponse<String> one = rest.post("/api/v1/live", JSON,
                "{\"time\": \"2026-11-22T14:27:01+01:00\", \"total\": 719.612,"
                        + " \"l1\": 220.357, \"l2\": 412.216, \"l3\": 87.039}");
        HttpResponse<String> list = rest.post("/api/v1/live", JSON,
                "[{\"time\": \"2026-11-22T13:27:03Z\", \"total\": -2},"
                        + " {\"time\": \"2026-11-22T14:27:02\", \"l1\": 1, \"l2\": 2, \"l3\": 3.0005}]");

        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(one.body()).isEqualTo("{\"taken\":1}");
        assertThat(list.body()).isEqualTo("{\"taken\":2}");
        assertThat(rest.delivered).containsExactly(
                Sample.ofPhases(NOW, 220_357, 412_216, 87_039),
                Sample.ofPhases(NOW + 1, 1000, 2000, 3001),
                Sample.ofTotal(NOW + 2, -2000));
    }

    @Test
    void everyFaultIsNamedAtOnceAndNothingIsTaken() throws Exception {
        rest.driver = "http";

        HttpResponse<String> response = rest.post("/api/v1/live", JSON, """
                [{"time": "2026-11-22T14:27:01+01:00", "total": 1},
                 {"time": "yesterday", "total": "many"},
                 {"total": 5},
                 {"time": "2026-11-22T14:27:01+01:00"},
                 {"time": "2026-11-22T14:27:01+01:00", "l1": 1, "l3": 2},
                 {"time": "2026-11-22T14:27:01+01:00", "total": 10, "l1": 1, "l2": 2, "l3": 3.999},
                 {"time": "2026-10-25T02:30:00", "total": 3e6},
                 7]""");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("errors").valueStream().map(fault -> fault.get("field").stringValue()))
                .containsExactly("[1].time", "[1].total", "[2].time", "[3].total", "[4].l2", "[5].total", "[6].time",
                        "[6].total", "[7]");
        assertThat(rest.delivered).isEmpty();
    }

    @Test
    void aTotalUpTo3WattOffIsReplacedByTheSumOfThePhases_T7() throws Exception {
        rest.driver = "http";

        HttpResponse<String> response = rest.post("/api/v1/live", JSON,
                "{\"time\": \"2026-11-22T14:27:01+01:00\", \"total\": 9, \"l1\": 1, \"l2\": 2, \"l3\": 3}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(rest.delivered).containsExactly(Sample.ofPhases(NOW, 1000, 2000, 3000));
    }

    @Test
    void aBacklogThatNobodyTakesIsA503ProblemAndMayBePostedAgain_X2() throws Exception {
        rest.driver = "http";
        String backlog = "[{\"time\": \"2026-11-22T14:27:01+01:00\", \"total\": 1}]";
        rest.services.inlet = samples -> {
            throw new InletBusyException("Nobody takes the samples at the moment; post them again");
        };

        HttpResponse<String> busy = rest.post("/api/v1/live", JSON, backlog);

        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(busy.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(json(busy).get("type").stringValue()).isEqualTo("urn:opensem:problem:inlet-busy");
        assertThat(json(busy).get("detail").stringValue()).contains("again");

        rest.services.inlet = rest.delivered::addAll;
        assertThat(rest.post("/api/v1/live", JSON, backlog).body()).isEqualTo("{\"taken\":1}");
    }

    @Test
    void anotherDriverIsAConflict() throws Exception {
        HttpResponse<String> response = rest.post("/api/v1/live", JSON,
                "{\"time\": \"2026-11-22T14:27:01+01:00\", \"total\": 1}");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(json(response).get("detail").stringValue()).contains("simulator");
        assertThat(rest.delivered).isEmpty();
    }

    @Test
    void aMeterWhoseSamplesWouldMixWithOthersIsAConflict_T3() throws Exception {
        rest.driver = "http";
        rest.read = false;

        HttpResponse<String> response = rest.post("/api/v1/live", JSON,
                "{\"time\": \"2026-11-22T14:27:01+01:00\", \"total\": 1}");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(json(response).get("detail").stringValue()).endsWith("Use another data folder.");
        assertThat(rest.delivered).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"time":                    | malformed-json
            {"time": 1}}                | malformed-json
            []                          | no-sample
            "x"                         | no-sample
            """)
    void whatIsNoSampleIsA400Problem(String body, String type) throws Exception {
        rest.driver = "http";

        HttpResponse<String> response = rest.post("/api/v1/live", JSON, body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("type").stringValue()).isEqualTo("urn:opensem:problem:" + type);
    }

    @Test
    void anEmptyBodyIsA400Problem() throws Exception {
        HttpResponse<String> response = rest.post("/api/v1/live", JSON, "");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("type").stringValue()).startsWith("urn:opensem:problem:");
    }

    @Test
    void anOtherTypeIsA415AndATooLargeBodyA413Problem() throws Exception {
        HttpResponse<String> form = rest.post("/api/v1/live", "application/x-www-form-urlencoded", "{\"total\":1}");
        HttpResponse<String> large = rest.post("/api/v1/live", JSON, "[" + " ".repeat(JsonInput.MOST_BYTES) + "]");

        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(large.statusCode()).isEqualTo(413);
        for (JsonNode problem : new JsonNode[] {json(form), json(large)}) {
            assertThat(problem.propertyNames()).contains("type", "title", "status", "detail");
        }
    }

    @Test
    void aNumberThatIsAMillionDigitsLongIsRefusedQuickly() throws Exception {
        rest.driver = "http";

        HttpResponse<String> digits = rest.post("/api/v1/live", JSON,
                "{\"time\": \"2026-11-22T14:27:01+01:00\", \"total\": " + "9".repeat(500_000) + "}");
        HttpResponse<String> exponent = rest.post("/api/v1/live", JSON,
                "{\"time\": \"2026-11-22T14:27:01+01:00\", \"total\": 1e999999999}");
        HttpResponse<String> tiny = rest.post("/api/v1/live", JSON,
                "{\"time\": \"2026-11-22T14:27:01+01:00\", \"total\": 1e-999999999}");

        assertThat(digits.statusCode()).isEqualTo(400);
        assertThat(exponent.statusCode()).isEqualTo(400);
        assertThat(tiny.statusCode()).isEqualTo(400);
    }
}
