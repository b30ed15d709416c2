package org.opensem.access.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.opensem.access.AccessRequest;
import org.opensem.access.Decision;
import org.opensem.access.Decision.Caller;
import org.opensem.access.Decision.Refusal;
import org.opensem.access.Exposure;
import org.opensem.language.Translations;

/** E6, issue 5: whoever is refused is told so in a way that a program or a browser understands; over real HTTP. */
class DoorkeeperTest {
    private static final String HTML = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";
    private final FakeControl control = new FakeControl();
    private final HttpClient client = HttpClient.newHttpClient();
    private JettyHouse jetty;

    @BeforeEach
    void start() throws Exception {
        jetty = new JettyHouse(control);
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        jetty.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + jetty.port() + path)).header("Accept-Language", "de");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> page(String path) throws Exception {
        return send(request(path).header("Accept", HTML));
    }

    private void refuse(Refusal refusal) {
        control.decision = Decision.refused(refusal, "evil.example");
    }

    @Test
    void whoIsAdmittedPassesWithTheDecision() throws Exception {
        control.decision = Decision.admitted(Caller.OWNER, "a1");
        assertThat(send(request("/anything")).body()).isEqualTo("admitted OWNER a1 false");
        assertThat(control.asked.address()).isEqualTo("127.0.0.1");
        assertThat(control.asked.path()).isEqualTo("/anything");
        assertThat(control.asked.header("Host")).isEqualTo("127.0.0.1:" + jetty.port());
        assertThat(control.asked.header("Origin")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"FOREIGN_HOST,421,foreign-host", "FOREIGN_ORIGIN,403,foreign-origin", "NOT_LOCAL,403,not-local",
        "UNKNOWN_CALLER,401,login-needed", "READ_ONLY,403,read-only", "OWNER_ONLY,403,owner-only", "SETUP_FIRST,403,setup-first",
        "UPDATING,503,access-updating"})
    void aProgramGetsAProblem(Refusal refusal, int status, String type) throws Exception {
        refuse(refusal);
        HttpResponse<String> response = send(request("/api/v1/live"));
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.headers().firstValue("Content-Language")).hasValue("de");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.body()).contains("\"type\":\"urn:opensem:problem:" + type + "\"", "\"status\":" + status)
                .doesNotContain("Exception");
        assertThat(response.headers().firstValue("WWW-Authenticate").isPresent()).isEqualTo(status == 401);
        assertThat(response.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusalHasItsTexts(Refusal refusal) {
        for (Locale locale : new Locale[] {Locale.GERMAN, Locale.UK}) {
            Translations texts = Translations.of(Answers.class, locale);
            assertThat(texts.get(Refused.of(refusal).key())).isNotBlank();
            assertThat(texts.get(Refused.of(refusal).key() + ".title")).isNotBlank();
        }
    }

    @Test
    void aForeignNameIsToldAndCannotBreakOutOfTheAnswer() throws Exception {
        control.decision = Decision.refused(Refusal.FOREIGN_HOST, "a\"\\<script>\u0001");
        assertThat(send(request("/api/v1/live")).body()).contains("a\\\"\\\\\\u003cscript>\\u0001");
        control.decision = Decision.refused(Refusal.FOREIGN_ORIGIN, "");
        assertThat(send(request("/api/v1/live")).body()).contains("Eine fremde Seite");
    }

    @Test
    void aBrowserIsShownTheLoginAndComesBack() throws Exception {
        refuse(Refusal.UNKNOWN_CALLER);
        HttpResponse<String> response = page("/graph?from=2026-11-22&a=%C3%A4");
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).hasValue("/login?to=%2Fgraph%3Ffrom%3D2026-11-22%26a%3D%25C3%25A4");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void onlyPagesAreSentToTheLogin() throws Exception {
        refuse(Refusal.UNKNOWN_CALLER);
        assertThat(page("/api/v1/live").statusCode()).isEqualTo(401);
        assertThat(send(request("/console/instance").header("Accept", "*/*")).statusCode()).isEqualTo(401);
        HttpResponse<String> post = send(request("/").header("Accept", HTML).POST(HttpRequest.BodyPublishers.ofString("x")));
        assertThat(post.statusCode()).isEqualTo(401);
        assertThat(post.headers().firstValue("Connection")).as("its body is not read").hasValue("close");
    }

    @Test
    void withoutAPasswordABrowserOnTheNetworkIsSentToTheSetup() throws Exception {
        refuse(Refusal.SETUP_FIRST);
        assertThat(page("/").headers().firstValue("Location")).hasValue("/welcome");
    }

    @Test
    void aPageThatCannotBeShownIsWordsAndComesBackByItselfAfterAnUpdate() throws Exception {
        refuse(Refusal.UPDATING);
        HttpResponse<String> response = page("/home");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Refresh")).hasValue("2");
        assertThat(response.body()).startsWith("Einen Moment nicht verfügbar");
        refuse(Refusal.FOREIGN_HOST);
        assertThat(page("/home").body()).contains("evil.example");
    }

    /** Servers do not agree on what such a path means: it is judged as it was sent. */
    @Test
    void anOddPathIsJudgedAsItWasSent() throws Exception {
        jetty.raw("GET /api/v1/x;y=/tokens HTTP/1.1", "Host: localhost");
        assertThat(control.asked.path()).isEqualTo("/api/v1/x;y=/tokens");
        jetty.raw("GET /api/v1/%74okens HTTP/1.1", "Host: localhost");
        assertThat(control.asked.path()).isEqualTo("/api/v1/tokens");
    }

    @Test
    void whileNobodyDecidesEverybodyIsRefused() throws Exception {
        Entrance closed = new Entrance();
        assertThat(closed.decide(control.asked == null ? ask() : control.asked).refusal()).contains(Refusal.UPDATING);
    }

    private AccessRequest ask() throws Exception {
        send(request("/"));
        return control.asked;
    }

    @Test
    void whileAccessIsUpdatedTheDoorsStayAsTheyAre() {
        Entrance entrance = control.entrance();
        control.exposure = FakeControl.exposed(true, true);
        entrance.unsetControl(control);
        assertThat(entrance.exposure().network()).isTrue();
        assertThat(new Entrance().exposure()).isEqualTo(Exposure.LOCAL);
    }
}
