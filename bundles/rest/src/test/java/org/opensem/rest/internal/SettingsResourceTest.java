package org.opensem.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.rest.internal.RestServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensem.settings.Region;
import tools.jackson.databind.JsonNode;

/** F3: settings over REST; every fault at once, nothing half saved, secrets never shown (issue 5). */
class SettingsResourceTest {
    private static final String ROOM = "/api/v1/settings/room";
    private RestServer rest;

    @BeforeEach
    void start() throws Exception {
        rest = new RestServer();
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    private static void isProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(response).get("type").stringValue()).isEqualTo("urn:opensem:problem:" + type);
    }

    private static List<String> errors(HttpResponse<String> response) {
        return json(response).get("errors").valueStream()
                .map(fault -> fault.get("field").stringValue() + ": " + fault.get("message").stringValue()).toList();
    }

    @Test
    void theGroupsAreListed() throws Exception {
        assertThat(rest.get("/api/v1/settings").body()).isEqualTo("{\"groups\":[\"room\"]}");
    }

    @Test
    void aDocumentIsReadInItsNormalForm() throws Exception {
        HttpResponse<String> response = rest.get(ROOM);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.body()).isEqualTo("{\"name\":null,\"persons\":2,\"heated\":true,\"lamps\":[],\"days\":[],"
                + "\"codeSet\":false,\"temperature\":21.50}");
    }

    @Test
    void whatIsWrittenIsAnsweredAndCanBeWrittenAgain() throws Exception {
        HttpResponse<String> response = rest.put(ROOM, """
                {"name": "Küche", "persons": 3, "heated": false, "lamps": [{"watts": 8.50, "price": 0.3612}],
                 "days": ["MO", "TU"], "code": "1234", "temperature": null}""");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).contains("\"name\":\"Küche\",\"persons\":3,\"heated\":false").contains("\"watts\":8.50")
                .contains("\"price\":\"0.3612\"").contains("\"codeSet\":true").doesNotContain("1234");
        assertThat(rest.get(ROOM).body()).isEqualTo(response.body());
        assertThat(rest.put(ROOM, response.body()).body()).isEqualTo(response.body());
        assertThat(rest.settings.stored("room")).containsEntry("code", "1234");
    }

    @Test
    void everyFaultIsNamedAtOnceInTheRequestsLanguageAndNothingIsChanged() throws Exception {
        String bad = """
                {"persons": 10, "heated": "warm", "lamps": [{"watts": 1e999999999}, 7], "colour": {}, "days": true}""";

        HttpResponse<String> response = rest.put(ROOM, bad);

        isProblem(response, 400, "invalid-fields");
        assertThat(errors(response)).containsExactlyInAnyOrder(
                "persons: Must lie between 0 and 9.", "heated: Must be true or false.", "lamps[0].watts: Is not a number.",
                "lamps[1]: Must be an object with fields of its own.", "lamps[1].watts: Is missing.",
                "days: Must be a list.", "colour: There is no such field.");
        HttpResponse<String> german = rest.send(rest.request(ROOM).header("Content-Type", "application/json")
                .header("Accept-Language", "de-AT").PUT(BodyPublishers.ofString(bad)));
        assertThat(errors(german)).contains("persons: Muss zwischen 0 und 9 liegen.");
        assertThat(json(rest.get(ROOM)).get("persons").intValue()).isEqualTo(2);
    }

    @Test
    void withoutAPreferenceTheRegionsLanguageIsTaken_E2() throws Exception {
        rest.services.region = new Region() {
            @Override
            public Optional<Locale> configured() {
                return Optional.of(Locale.GERMANY);
            }

            @Override
            public Locale language(List<Locale> preferred) {
                return preferred.contains(Locale.UK) ? Locale.UK : Locale.GERMANY;
            }
        };
        for (String path : new String[] {"/api/v1/settings/attic", "/api/nothing"}) {
            HttpResponse<String> response = rest.get(path);
            assertThat(response.headers().firstValue("Content-Language")).as(path).hasValue("de");
            HttpResponse<String> english = rest.send(rest.request(path).header("Accept-Language", "en-GB"));
            assertThat(english.headers().firstValue("Content-Language")).as(path).hasValue("en");
        }
        assertThat(errors(rest.put(ROOM, "{\"persons\": 10}"))).containsExactly("persons: Muss zwischen 0 und 9 liegen.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":                    | malformed-json
            {"name": 1}}                | malformed-json
            []                          | no-document
            "x"                         | no-document
            ''                          | no-document
            """)
    void whatIsNoDocumentIsA400Problem(String body, String type) throws Exception {
        isProblem(rest.put(ROOM, body), 400, type);
    }

    @Test
    void anOtherTypeIsA415AndATooLargeBodyA413Problem() throws Exception {
        isProblem(rest.send(rest.request(ROOM).header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofString("{}"))), 415, "unsupported-media-type");
        isProblem(rest.put(ROOM, "{" + " ".repeat(JsonInput.MOST_BYTES) + "}"), 413, "too-large");
    }

    @Test
    void nestingWithoutEndIsRefused() throws Exception {
        isProblem(rest.put(ROOM, "{\"lamps\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}"), 400, "malformed-json");
    }

    @Test
    void unknownGroupsAndRevisionsAre404Problems() throws Exception {
        isProblem(rest.get("/api/v1/settings/attic"), 404, "no-settings");
        isProblem(rest.put("/api/v1/settings/attic", "{}"), 404, "no-settings");
        isProblem(rest.get("/api/v1/settings/attic/history"), 404, "no-settings");
        isProblem(rest.post(ROOM + "/history/9/restore", "application/json", ""), 404, "no-revision");
        isProblem(rest.post(ROOM + "/history/x/restore", "application/json", ""), 404, "no-revision");
        rest.room.gone = true;
        isProblem(rest.put(ROOM, "{}"), 404, "no-settings");
    }

    @Test
    void theHistoryIsNewestFirstAndARevisionComesBack() throws Exception {
        rest.settings.at(Instant.parse("2026-11-22T13:00:00Z"));
        rest.put(ROOM, "{\"name\": \"Hall\", \"code\": \"1\"}");
        rest.settings.at(Instant.parse("2026-11-22T13:27:01Z"));
        rest.put(ROOM, "{\"name\": \"Attic\"}");

        HttpResponse<String> response = rest.get(ROOM + "/history");

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode newest = json(response).get("revisions").get(0);
        assertThat(newest.get("number").intValue()).isEqualTo(2);
        assertThat(newest.get("time").stringValue()).isEqualTo("2026-11-22T14:27:01+01:00");
        assertThat(newest.get("origin").stringValue()).isEqualTo("rest");
        assertThat(newest.get("document").get("name").stringValue()).isEqualTo("Attic");
        assertThat(response.body()).doesNotContain("code");
        assertThat(json(rest.get(ROOM + "/history?zone=UTC")).at("/revisions/1/time").stringValue())
                .isEqualTo("2026-11-22T13:00:00+00:00");

        HttpResponse<String> restored = rest.post(ROOM + "/history/1/restore", "application/json", "");
        assertThat(restored.statusCode()).as(restored.body()).isEqualTo(200);
        assertThat(json(restored).get("name").stringValue()).isEqualTo("Hall");
        assertThat(json(rest.get(ROOM + "/history")).at("/revisions/0/origin").stringValue()).isEqualTo("restore");
        assertThat(rest.settings.stored("room")).containsEntry("code", "1");
    }

    @Test
    void whatCannotBeKeptIsA503ProblemThatSaysWhy() throws Exception {
        rest.settings.failing(true);
        HttpResponse<String> response = rest.put(ROOM, "{}");
        isProblem(response, 503, "settings-failed");
        assertThat(json(response).get("detail").stringValue()).isEqualTo("The settings cannot be written.");
    }

    @Test
    void whileTheServiceIsAwayEveryCallIs503_X2() throws Exception {
        rest.services.settings = null;
        isProblem(rest.get("/api/v1/settings"), 503, "part-unavailable");
        isProblem(rest.get(ROOM), 503, "part-unavailable");
        isProblem(rest.put(ROOM, "{}"), 503, "part-unavailable");
    }

    @Test
    void aForeignPageMayNotChangeSettings() throws Exception {
        isProblem(rest.send(rest.request(ROOM).header("Origin", "http://evil.example").header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{}"))), 403, "foreign-origin");
        assertThat(rest.settings.history("room")).isEqualTo(List.of());
    }
}
