package org.opensem.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.rest.internal.RestServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensem.access.Decision;
import org.opensem.metering.Sample;
import org.opensem.store.SampleStore;
import org.opensem.store.SecondVisitor;
import org.opensem.store.StoreException;
import org.opensem.store.StoreStatus;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;
import tools.jackson.databind.JsonNode;

/** Every fault is a problem (RFC 9457) that a person can act on, and updates are 503 (X2). */
class FaultsTest {
    private static final String PROBLEM = "application/problem+json";
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
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(PROBLEM);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode problem = json(response);
        assertThat(problem.get("type").stringValue()).isEqualTo("urn:opensem:problem:" + type);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").stringValue()).isNotBlank();
        assertThat(problem.get("detail").stringValue()).isNotBlank();
        assertThat(response.body()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/v1/",
        "/api/v1/live/x", "/api", "/api/x", "/api/v2/live", "/health/x", "/metrics/x"})
    void anUnknownPathIsA404Problem(String path) throws Exception {
        isProblem(rest.get(path), 404, "not-found");
    }

    /** The whiteboard takes the resources one by one. */
    @Test
    void whatIsKnownButNotThereYetIsA503Problem_X2() throws Exception {
        try (RestServer half = new RestServer(StatusResource.class, SettingsResource.class)) {
            isProblem(half.get("/api/v1/status?zone=UTC"), 503, "part-unavailable");
            isProblem(half.get("/api/v1/settings/room/history"), 503, "part-unavailable");
            isProblem(half.put("/api/v1/settings/room", "{}"), 503, "part-unavailable");
            isProblem(half.get("/api/v1/settings/room/nothing"), 404, "not-found");
            assertThat(half.get("/api/v1/bundles").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void withoutTheWhiteboardEveryMethodIsA503Problem_X2() throws Exception {
        try (RestServer plain = RestServer.withoutWhiteboard()) {
            isProblem(plain.get("/api/v1/live"), 503, "part-unavailable");
            isProblem(plain.post("/api/v1/live", "application/json", "[]"), 503, "part-unavailable");
        }
    }

    @Test
    void anUnknownMethodIsA405ProblemThatNamesTheOthers() throws Exception {
        HttpResponse<String> response = rest.send(rest.request("/api/v1/live").DELETE());

        isProblem(response, 405, "method-not-allowed");
        assertThat(response.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");
        isProblem(rest.send(rest.request("/metrics").DELETE()), 405, "method-not-allowed");
    }

    @Test
    void aTypeThatIsNotThereIsA406Problem() throws Exception {
        isProblem(rest.send(rest.request("/api/v1/status").header("Accept", "text/html")), 406, "not-acceptable");
    }

    @ParameterizedTest
    @CsvSource({"de, Nicht gefunden, de", "'de-AT,en;q=0.5', Nicht gefunden, de", "en-GB, Not found, en",
        "'fr, de;q=0.3', Nicht gefunden, de", "fr, Not found, en", "'*', Not found, en", ";;, Not found, en"})
    void theTextIsInTheRequestsLanguage(String accept, String title, String language) throws Exception {
        for (String path : new String[] {"/api/v1/nothing", "/api/nothing"}) {
            HttpResponse<String> response = rest.send(rest.request(path).header("Accept-Language", accept));

            isProblem(response, 404, "not-found");
            assertThat(json(response).get("title").stringValue()).isEqualTo(title);
            assertThat(response.headers().firstValue("Content-Language")).hasValue(language);
        }
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        Function<Locale, TreeSet<String>> keys = locale -> new TreeSet<>(ResourceBundle.getBundle(Texts.BUNDLE, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).keySet());
        ResourceBundle german = ResourceBundle.getBundle(Texts.BUNDLE, Locale.GERMAN);
        ResourceBundle english = ResourceBundle.getBundle(Texts.BUNDLE, Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

        // A key that only the base has would be found through the German bundle's parent, so compare the texts.
        assertThat(keys.apply(Locale.GERMAN)).isEqualTo(keys.apply(Locale.ROOT));
        for (String key : english.keySet()) {
            if (!english.getString(key).equals("{0}")) {
                assertThat(german.getString(key)).as(key).isNotEqualTo(english.getString(key));
            }
        }
    }

    @Test
    void aPartThatIsAwayIsA503ProblemAndBackWithoutARestart_X2() throws Exception {
        rest.services.store = null;

        HttpResponse<String> gone = rest.get("/api/v1/samples?from=2026-11-22T00:00:00Z&to=2026-11-22T01:00:00Z");

        isProblem(gone, 503, "part-unavailable");
        assertThat(json(gone).get("detail").stringValue()).isEqualTo("The store is being updated, try again.");
        assertThat(gone.headers().firstValue("Retry-After")).hasValue("2");
        rest.services.store = rest.store;
        assertThat(rest.get("/api/v1/samples?from=2026-11-22T00:00:00Z&to=2026-11-22T01:00:00Z").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/live", "/api/v1/energy?period=day",
        "/api/v1/samples?from=2026-11-22T00:00:00Z&to=2026-11-22T01:00:00Z&points=5",
        "/api/v1/status", "/api/v1/live/stream"})
    void withoutAnyServiceEveryCallIs503_X2(String path) throws Exception {
        rest.services.clock = null;
        rest.services.live = null;
        rest.services.store = null;
        rest.services.energy = null;

        isProblem(rest.get(path), 503, "part-unavailable");
    }

    @Test
    void aStoreThatCannotWriteIsA503Problem() throws Exception {
        rest.services.store = new BrokenStore(new StoreException("Disk full", null));

        isProblem(rest.post("/api/v1/samples", "text/csv",
                "time,total_kw,l1_kw,l2_kw,l3_kw\n2026-11-22T00:00:00+01:00,1,,,\n"), 503, "store-failed");
    }

    @Test
    void aFaultWhileTheStoreIsExchangedIsA503Problem_X2() throws Exception {
        rest.services.store = new BrokenStore(new IllegalStateException("closed")) {
            @Override
            public WriteResult write(java.util.List<Sample> samples, WriteMode mode) {
                rest.services.store = null;
                return super.write(samples, mode);
            }
        };

        isProblem(rest.post("/api/v1/samples", "text/csv",
                "time,total_kw,l1_kw,l2_kw,l3_kw\n2026-11-22T00:00:00+01:00,1,,,\n"), 503, "updating");
    }

    @Test
    void aFaultOfOursIsA500WithAnIdAndNoStackTrace() throws Exception {
        rest.energy.fault = new IllegalArgumentException("secret");

        HttpResponse<String> response = rest.get("/api/v1/energy?period=day");

        isProblem(response, 500, "unexpected");
        assertThat(response.body()).doesNotContain("secret");
        assertThat(json(response).get("detail").stringValue()).containsPattern("[0-9a-f]{8}");
    }

    /** The doorkeeper stands before; without its word nobody gets in. */
    @Test
    void whomNobodyLetInIsRefused() throws Exception {
        for (Decision decision : new Decision[] {null, Decision.refused(Decision.Refusal.UNKNOWN_CALLER)}) {
            rest.decision = decision;
            for (String path : new String[] {"/api/v1/status", "/api/v1/live", "/api/openapi.json", "/metrics"}) {
                isProblem(rest.get(path), 503, "updating");
            }
            assertThat(rest.get("/health").statusCode()).as("everybody may ask").isEqualTo(200);
            assertThat(rest.get("/health").body()).doesNotContain("checks");
        }
        rest.decision = Decision.admitted(Decision.Caller.READER);
        assertThat(rest.get("/health").body()).contains("checks");
    }

    @Test
    void aRefusedBodyEndsTheConnectionSoThatNobodySendsOnIt() throws Exception {
        HttpResponse<String> refused = rest.send(rest.request("/api/v1/live").header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("time")));
        assertThat(refused.headers().firstValue("Connection")).contains("close");
        assertThat(rest.get("/api/v1/energy").headers().firstValue("Connection")).isEmpty();
    }

    private static class BrokenStore implements SampleStore {
        private final RuntimeException fault;

        BrokenStore(RuntimeException fault) {
            this.fault = fault;
        }

        @Override
        public WriteResult write(java.util.List<Sample> samples, WriteMode mode) {
            throw fault;
        }

        @Override
        public void read(long from, long to, SecondVisitor visitor) {
            throw fault;
        }

        @Override
        public StoreStatus status() {
            throw fault;
        }
    }
}
