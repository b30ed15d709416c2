package org.opensem.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.rest.internal.RestServer.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensem.access.Decision;
import org.opensem.access.Decision.Caller;
import tools.jackson.databind.JsonNode;

/** E6 over REST: logging in and out, being slowed down, tokens made and withdrawn. */
class AccessResourcesTest {
    private static final String SESSION = "/api/v1/session";
    private static final String TOKENS = "/api/v1/tokens";
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

    private HttpResponse<String> logIn(String password) throws Exception {
        return rest.post(SESSION, "application/json", "{\"password\": \"" + password + "\"}");
    }

    @Test
    void theRightPasswordGivesACookieThatScriptsDoNotSee() throws Exception {
        HttpResponse<String> response = logIn(FakeAccess.PASSWORD);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("opensem-session=secret; ").contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(json(response).get("caller").stringValue()).isEqualTo("owner");
        assertThat(response.body()).doesNotContain("secret");
        assertThat(rest.owner.visitor.address()).isEqualTo("127.0.0.1");
        assertThat(rest.owner.visitor.local()).isTrue();
    }

    @Test
    void aWrongOneIs401AndTooManyAre429() throws Exception {
        HttpResponse<String> wrong = logIn("wrong one");
        isProblem(wrong, 401, "wrong-password");
        assertThat(wrong.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();

        rest.owner.wait = Duration.ofMillis(3200);
        HttpResponse<String> soon = logIn(FakeAccess.PASSWORD);
        isProblem(soon, 429, "slowed-down");
        assertThat(soon.headers().firstValue("Retry-After")).hasValue("4");
        assertThat(json(soon).get("detail").stringValue()).contains("4 seconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"password\": null}", "{\"password\": \"\"}", "{\"password\": 12345678}"})
    void aMissingPasswordIsToldBesideItsField(String body) throws Exception {
        HttpResponse<String> response = rest.post(SESSION, "application/json", body);
        isProblem(response, 400, "invalid-fields");
        assertThat(json(response).at("/errors/0/field").stringValue()).isEqualTo("password");
    }

    @Test
    void withoutAPasswordNobodyCanLogIn() throws Exception {
        rest.owner.passwordSet = false;
        isProblem(logIn("anything at all"), 409, "no-password");
        assertThat(rest.get(SESSION).body()).isEqualTo("{\"caller\":\"local\",\"passwordSet\":false,\"passwordAsked\":false}");
    }

    @Test
    void everybodyMayAskWhoHeIs() throws Exception {
        for (Caller caller : Caller.values()) {
            rest.decision = Decision.admitted(caller);
            assertThat(json(rest.get(SESSION)).get("caller").stringValue()).isEqualToIgnoringCase(caller.name());
        }
    }

    @Test
    void loggingOutEndsTheSessionAndTakesTheCookieAway() throws Exception {
        HttpResponse<String> response = rest.send(rest.request(SESSION).header("Cookie", "opensem-session=secret").DELETE());
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("opensem-session=; ")
                .contains("Max-Age=0");
        assertThat(rest.owner.loggedOut).containsExactly("secret");
        assertThat(rest.send(rest.request(SESSION).DELETE()).statusCode()).as("also without one").isEqualTo(204);
    }

    @Test
    void aTokensSecretIsShownOnce() throws Exception {
        HttpResponse<String> made = rest.post(TOKENS, "application/json", "{\"name\": \"Grafana\", \"right\": \"write\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        JsonNode token = json(made);
        assertThat(token.get("token").stringValue()).isEqualTo("sem_secret");
        assertThat(token.get("right").stringValue()).isEqualTo("write");
        assertThat(token.get("since").stringValue()).isEqualTo("2026-11-22T14:27:01+01:00");

        HttpResponse<String> list = rest.get(TOKENS);
        assertThat(list.body()).doesNotContain("sem_secret");
        assertThat(json(list).at("/tokens/0/name").stringValue()).isEqualTo("Grafana");
        assertThat(json(list).at("/tokens/0/lastUse").isNull()).isTrue();
    }

    @Test
    void aTokenMayOnlyReadUnlessItIsSaid() throws Exception {
        assertThat(json(rest.post(TOKENS, "application/json", "{\"name\": \"Grafana\"}")).get("right").stringValue())
                .isEqualTo("read");
    }

    @Test
    void faultsOfATokenAreToldBesideTheirField() throws Exception {
        HttpResponse<String> response = rest.post(TOKENS, "application/json", "{\"right\": \"write\"}");
        isProblem(response, 400, "invalid-fields");
        assertThat(json(response).at("/errors/0/field").stringValue()).isEqualTo("name");
        HttpResponse<String> right = rest.post(TOKENS, "application/json", "{\"name\": \"x\", \"right\": \"all\"}");
        assertThat(json(right).at("/errors/0/field").stringValue()).isEqualTo("right");
    }

    @Test
    void aTokenIsWithdrawn() throws Exception {
        String id = json(rest.post(TOKENS, "application/json", "{\"name\": \"Grafana\"}")).get("id").stringValue();
        assertThat(rest.send(rest.request(TOKENS + "/" + id).DELETE()).statusCode()).isEqualTo(204);
        isProblem(rest.send(rest.request(TOKENS + "/" + id).DELETE()), 404, "no-token");
    }

    @Test
    void whileAccessIsUpdatedItIsA503_X2() throws Exception {
        rest.access.unsetControl(rest.owner);
        rest.access.owner = null;
        rest.access.sessions = null;
        rest.access.tokens = null;
        isProblem(logIn(FakeAccess.PASSWORD), 503, "part-unavailable");
        isProblem(rest.get(SESSION), 503, "part-unavailable");
        isProblem(rest.get(TOKENS), 503, "part-unavailable");
        isProblem(rest.send(rest.request(SESSION).header("Cookie", "opensem-session=secret").DELETE()), 503, "part-unavailable");
    }
}
