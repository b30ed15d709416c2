package org.opensem.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.rest.internal.RestServer.json;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensem.metering.Sample;
import org.opensem.store.InvalidRanges.InvalidRange;
import org.opensem.store.WriteMode;
import tools.jackson.databind.JsonNode;

/** G7 over HTTP: GET, POST and DELETE invalid-ranges, and what the other calls say of a marked second. */
class InvalidRangesResourceTest {
    private static final String JSON = "application/json";
    private static final String PATH = "/api/v1/invalid-ranges";
    private static final long DAY = Instant.parse("2026-11-21T23:00:00Z").getEpochSecond();
    private static final String RANGE = "from=2026-11-22T00:00:00%2B01:00&to=2026-11-22T00:00:10%2B01:00";
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
    void aMarkIsMadeListedAndTakenBack() throws Exception {
        HttpResponse<String> made = rest.post(PATH, JSON, """
                {"from": "2026-11-22T07:00:00+01:00", "to": "2026-11-22T06:30:00Z", "reason": " Zähler getauscht "}""");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body()).isEqualTo("""
                {"id":"1","from":"2026-11-22T07:00:00+01:00","to":"2026-11-22T07:30:00+01:00","reason":"Zähler getauscht"}""");
        String location = made.headers().firstValue("Location").orElseThrow();
        assertThat(location).endsWith(PATH + "/1");
        long seven = DAY + 7 * 3_600;
        assertThat(rest.store.list()).containsExactly(new InvalidRange(1, seven, seven + 1_800, "Zähler getauscht"));

        rest.post(PATH + "?zone=UTC", JSON, "{\"from\": \"2026-11-22T01:00:00\", \"to\": \"2026-11-22T02:00:00\"}");
        JsonNode list = json(rest.get(PATH + "?zone=UTC"));
        assertThat(list.get("invalidRanges").toString()).isEqualTo("""
                [{"id":"2","from":"2026-11-22T01:00:00+00:00","to":"2026-11-22T02:00:00+00:00","reason":""},\
                {"id":"1","from":"2026-11-22T06:00:00+00:00","to":"2026-11-22T06:30:00+00:00","reason":"Zähler getauscht"}]""");

        HttpResponse<String> gone = rest.send(rest.request(PATH + "/1").DELETE());
        assertThat(gone.statusCode()).isEqualTo(204);
        assertThat(gone.body()).isEmpty();
        assertThat(rest.store.list()).extracting(InvalidRange::id).containsExactly(2L);
    }

    @ParameterizedTest
    @CsvSource({"1", "0", "-1", "x", "99999999999999999999"})
    void takingBackWhatIsNotThereIs404(String id) throws Exception {
        HttpResponse<String> response = rest.send(rest.request(PATH + "/" + id).DELETE().header("Accept-Language", "de"));
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response).get("type").stringValue()).isEqualTo("urn:opensem:problem:no-invalid-range");
        assertThat(json(response).get("detail").stringValue()).contains("Markierung " + id);
    }

    @Test
    void everyFaultIsToldBesideItsField() throws Exception {
        String reason = "x".repeat(201);
        JsonNode problem = json(rest.post(PATH, JSON, "{\"from\": 7, \"reason\": \"" + reason + "\"}"));
        assertThat(problem.get("errors").valueStream().map(fault -> fault.get("field").stringValue()).toList())
                .containsExactly("from", "to", "reason");
        assertThat(problem.get("errors").get(2).get("message").stringValue()).isEqualTo("has more than 200 characters");
        assertThat(rest.store.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"from\": \"2026-11-22T07:00:00Z\", \"to\": \"2026-11-22T07:00:00Z\"} | to",
        "{\"from\": \"2026-10-25T02:30:00\", \"to\": \"2026-11-22T07:00:00Z\"} | from",
        "{\"from\": \"2026-11-22\", \"to\": \"2026-11-22T07:00:00Z\"} | from",
        "{\"from\": \"2026-11-22T07:00:00Z\", \"to\": \"2026-11-22T08:00:00Z\", \"reason\": 5} | reason",
        "[] | body",
        "'' | body"
    })
    void wrongInputIs400(String body, String field) throws Exception {
        HttpResponse<String> response = rest.post(PATH, JSON, body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("errors").get(0).get("field").stringValue()).isEqualTo(field);
        assertThat(rest.post(PATH, JSON, "{").statusCode()).isEqualTo(400);
        assertThat(rest.post(PATH, "text/plain", "{}").statusCode()).isEqualTo(415);
        assertThat(rest.store.list()).isEmpty();
    }

    @Test
    void aMarkedSecondIsAGapButStaysInTheMeasurementFile() throws Exception { // F1
        List<Sample> samples = LongStream.range(DAY, DAY + 10).mapToObj(s -> Sample.ofPhases(s, 1000, 2000, 3000)).toList();
        rest.store.write(samples, WriteMode.KEEP);
        rest.post(PATH, JSON, "{\"from\": \"2026-11-22T00:00:02\", \"to\": \"2026-11-22T00:00:05\"}");

        assertThat(json(rest.get("/api/v1/samples?" + RANGE)).get("samples").size()).isEqualTo(7);
        JsonNode curve = json(rest.get("/api/v1/samples?" + RANGE + "&points=10"));
        assertThat(curve.get("buckets").get(2).get("total").isNull()).isTrue();
        assertThat(curve.get("buckets").get(5).get("coverage").doubleValue()).isEqualTo(1);
        HttpResponse<String> csv = rest.send(rest.request("/api/v1/samples?" + RANGE).header("Accept", "text/csv"));
        assertThat(csv.body().lines()).hasSize(11);
    }

    @Test
    void whileTheStoreIsAwayTheAnswerIs503() throws Exception { // X2
        rest.services.invalidRanges = null;
        assertThat(rest.get(PATH).statusCode()).isEqualTo(503);
        assertThat(rest.send(rest.request(PATH + "/1").DELETE()).statusCode()).isEqualTo(503);
        rest.services.rawSamples = null;
        assertThat(rest.send(rest.request("/api/v1/samples?" + RANGE).header("Accept", "text/csv")).statusCode()).isEqualTo(503);
    }
}
