package org.opensem.web.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensem.access.AccessControl;
import org.opensem.access.AccessRequest;
import org.opensem.access.Decision;
import org.opensem.access.Exposure;
import org.opensem.access.Question;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.Sample;

/** E6: the pages before the console: first run, codes shown once, login, forgotten password; every fault beside its field. */
class PagesTest {
    private static final String PASSWORD = "sunflower in June";
    private static final String OTHER = "a new sunflower";
    private static final String[] CHOICE = {"password", PASSWORD, "repeat", PASSWORD, "question", "pet",
        "answer", FakeOwner.ANSWER};

    private final Services services = new Services();
    private final FakeOwner owner = new FakeOwner();
    private boolean demo;

    @BeforeEach
    void start() {
        services.owner = owner;
        services.recovery = owner;
        services.control = new AccessControl() {
            @Override
            public Decision decide(AccessRequest request) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Exposure exposure() {
                return new Exposure(owner.hasPassword(), owner.hasPassword(), false, false, false);
            }

            @Override
            public List<String> names() {
                return List.of();
            }
        };
        services.live = (LiveSamples) Proxy.newProxyInstance(PagesTest.class.getClassLoader(), new Class<?>[] {LiveSamples.class},
                (self, method, arguments) -> Optional.of(method.getName().equals("newest") ? Sample.ofTotal(1, 1000)
                        : new LiveSamples.Source("http", true, new DriverStatus(DriverStatus.State.RUNNING, "", demo))));
    }

    private Exchange welcome(Exchange exchange) throws IOException {
        return answered(new WelcomeServlet(services), exchange);
    }

    private Exchange login(Exchange exchange) throws IOException {
        return answered(new LoginServlet(services), exchange);
    }

    private Exchange forgot(Exchange exchange) throws IOException {
        return answered(new ForgotServlet(services), exchange);
    }

    private static Exchange answered(PageServlet page, Exchange exchange) throws IOException {
        if (exchange.method.equals("GET")) {
            page.doGet(exchange.request(), exchange.response());
        } else {
            page.doPost(exchange.request(), exchange.response());
        }
        assertThat(exchange.answered).containsEntry("Cache-Control", "no-store");
        assertThat(exchange.answered.get("Content-Security-Policy")).contains("default-src 'none'").doesNotContain("unsafe");
        return exchange;
    }

    /** What stands below a field. */
    private static String below(Exchange page, String field) {
        String mark = "id=\"" + field + "-below\"";
        String rest = page.body().substring(page.body().indexOf(mark));
        return rest.substring(rest.indexOf('>') + 1, rest.indexOf("</p>"));
    }

    @Test
    void theFirstRunSetsThePasswordAndShowsTheCodesOnce() throws IOException {
        Exchange page = welcome(Exchange.get("/welcome"));
        assertThat(page.body()).contains("Passwort wählen", "http, nur gesamt", "Später").doesNotContain("Einrichtungscode");
        Exchange done = welcome(Exchange.post("/welcome", CHOICE));
        assertThat(done.status).isEqualTo(200);
        assertThat(done.body()).contains("aaaa-bbbb", "cccc-dddd", "openSEM öffnen", "/settings?section=tariff");
        assertThat(done.answered.get("Set-Cookie")).contains("secret", "HttpOnly", "SameSite=Strict");
        assertThat(owner.password).isEqualTo(PASSWORD);

        Exchange again = welcome(Exchange.get("/welcome"));
        assertThat(again.status).isEqualTo(303);
        assertThat(again.answered).containsEntry("Location", "/");
        assertThat(again.body()).doesNotContain("aaaa-bbbb");
    }

    @Test
    void everyFaultOfTheFirstRunIsToldAtOnceBesideItsField() throws IOException {
        Exchange page = welcome(Exchange.post("/welcome", "password", "kurz", "repeat", "anders", "question", "pet",
                "answer", ""));
        assertThat(page.status).isEqualTo(422);
        assertThat(below(page, "password")).isEqualTo("Zu kurz.");
        assertThat(below(page, "repeat")).isEqualTo("Ist nicht dasselbe.");
        assertThat(below(page, "answer")).isEqualTo("Fehlt.");
        assertThat(page.body()).contains("value=\"pet\" selected").doesNotContain("kurz\"", "anders\"");
        assertThat(owner.hasPassword()).as("nothing half done").isFalse();
    }

    @Test
    void fromTheNetworkTheSetupCodeIsAskedFor() throws IOException {
        Exchange page = Exchange.get("/welcome");
        page.address = "192.168.1.7";
        assertThat(welcome(page).body()).contains("Einrichtungscode").doesNotContain("Später");
        Exchange guess = Exchange.post("/welcome", CHOICE);
        guess.address = "192.168.1.7";
        assertThat(below(welcome(guess), "setupCode")).isEqualTo("Ist nicht der Code.");
        owner.wait = Duration.ofMinutes(5);
        Exchange soon = Exchange.post("/welcome", CHOICE);
        soon.address = "192.168.1.7";
        assertThat(below(welcome(soon), "setupCode")).isEqualTo("Zu viele falsche Versuche. 5 min warten.");
        assertThat(soon.status).isEqualTo(429);
        owner.wait = Duration.ZERO;
        Exchange right = Exchange.post("/welcome", CHOICE);
        right.address = "192.168.1.7";
        right.parameters.put("setupCode", FakeOwner.SETUP);
        assertThat(welcome(right).status).isEqualTo(200);
    }

    @Test
    void theLoginLeadsToThePageThatWasAskedForAndNowhereElse() throws IOException {
        owner.password = PASSWORD;
        Exchange wrong = login(Exchange.post("/login", "password", "falsch", "to", "/graph?phase=l1"));
        assertThat(wrong.status).isEqualTo(401);
        assertThat(below(wrong, "password")).isEqualTo("Das ist nicht das Passwort.");
        assertThat(wrong.body()).contains("value=\"/graph?phase=l1\"").doesNotContain("falsch");
        for (String to : List.of("https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)",
                "/a\nb", "/login")) {
            assertThat(login(Exchange.post("/login", "password", PASSWORD, "to", to)).answered).as(to)
                    .containsEntry("Location", "/");
        }
        Exchange right = login(Exchange.post("/login", "password", PASSWORD, "to", "/graph?phase=l1"));
        assertThat(right.status).isEqualTo(303);
        assertThat(right.answered).containsEntry("Location", "/graph?phase=l1");
        assertThat(right.answered.get("Set-Cookie")).contains("secret");
    }

    @Test
    void whoGuessesTooOftenIsToldHowLongToWait() throws IOException {
        owner.password = PASSWORD;
        owner.wait = Duration.ofSeconds(8);
        Exchange page = login(Exchange.post("/login", "password", PASSWORD));
        assertThat(page.status).isEqualTo(429);
        assertThat(page.answered).containsEntry("Retry-After", "8").doesNotContainKey("Set-Cookie");
        assertThat(below(page, "password")).isEqualTo("Zu viele falsche Versuche. 8 s warten.");
    }

    @Test
    void whoIsInsideAlreadyIsNotAskedAgain() throws IOException {
        owner.password = PASSWORD;
        Exchange page = Exchange.get("/login");
        page.decision = Decision.admitted(Decision.Caller.OWNER, "7");
        assertThat(login(page).answered).containsEntry("Location", "/");
    }

    @Test
    void theAnswerReplacesAForgottenPassword() throws IOException {
        owner.password = PASSWORD;
        assertThat(forgot(Exchange.get("/forgot")).body()).as("without a question").contains("Wiederherstellungscode</label>");
        owner.question = Optional.of(new Question("pet", ""));
        assertThat(forgot(Exchange.get("/forgot")).body()).contains("Wie hieß das erste Haustier?", "sem:reset-password");
        Exchange wrong = forgot(Exchange.post("/forgot", "proof", "Rex", "password", OTHER, "repeat", OTHER));
        assertThat(below(wrong, "proof")).isEqualTo("Stimmt nicht.");
        assertThat(owner.password).isEqualTo(PASSWORD);
        Exchange other = forgot(Exchange.post("/forgot", "proof", "Minka", "password", "kurz", "repeat", "anders"));
        assertThat(below(other, "password")).isEqualTo("Zu kurz.");
        assertThat(below(other, "repeat")).isEqualTo("Ist nicht dasselbe.");
        Exchange right = forgot(Exchange.post("/forgot", "proof", "Minka", "password", OTHER, "repeat", OTHER));
        assertThat(right.answered).containsEntry("Location", "/").containsKey("Set-Cookie");
        assertThat(owner.password).isEqualTo(OTHER);
    }

    @Test
    void theyAreInTheVisitorsLanguageAndKeepTheOneThatIsChosen() throws IOException {
        owner.password = PASSWORD;
        Exchange english = Exchange.get("/login");
        english.locale = Locale.UK;
        assertThat(login(english).body()).contains("lang=\"en-GB\"", "Forgot the password?");
        Exchange chosen = Exchange.get("/login");
        chosen.parameters.put("lang", "en-US");
        assertThat(login(chosen).body()).contains("lang=\"en-US\"");
        assertThat(chosen.answered).containsEntry("Cookie opensem-lang", "en-US");
        Exchange later = Exchange.get("/login");
        later.headers.put("Cookie", "opensem-lang=en-US");
        assertThat(login(later).body()).contains("lang=\"en-US\"");
    }

    @Test
    void whatSomebodyTypedIsTextAndNoHtml() throws IOException {
        Exchange page = welcome(Exchange.post("/welcome", "password", PASSWORD, "repeat", "other", "question", "own",
                "own", "\"><script>alert(1)</script>", "answer", "x"));
        assertThat(page.body()).contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void whileAccessIsUpdatedTheySaySo() throws IOException {
        services.owner = null;
        Exchange page = login(Exchange.get("/login"));
        assertThat(page.status).isEqualTo(503);
        assertThat(page.body()).contains("gerade aktualisiert");
    }

    @Test
    void theConsolesFirstPageLeadsToTheFirstRunUntilItIsPutOff() throws Exception {
        Exchange page = root();
        assertThat(filtered(page)).isFalse();
        assertThat(page.answered).containsEntry("Location", "/welcome");

        Exchange later = root();
        later.parameters.put("later", "1");
        assertThat(filtered(later)).isFalse();
        assertThat(later.answered).containsEntry("Location", "/").containsEntry("Cookie opensem.first-run", "later");
        Exchange after = root();
        after.headers.put("Cookie", "opensem.first-run=later");
        assertThat(filtered(after)).as("the console").isTrue();

        Exchange deep = root();
        deep.path = "/graph";
        assertThat(filtered(deep)).as("every other address opens what it names").isTrue();
        Exchange program = root();
        program.headers.remove("Accept");
        assertThat(filtered(program)).isTrue();
        owner.password = PASSWORD;
        assertThat(filtered(root())).isTrue();
        owner.password = null;
        demo = true;
        assertThat(filtered(root())).as("a demo has nothing to protect").isTrue();
    }

    private static Exchange root() {
        Exchange exchange = Exchange.get("/");
        exchange.headers.put("Accept", "text/html");
        return exchange;
    }

    /** @return whether the console answers */
    private boolean filtered(Exchange exchange) throws Exception {
        boolean[] passed = new boolean[1];
        FilterChain chain = (request, response) -> passed[0] = true;
        new FirstRunFilter(services).doFilter(exchange.request(), exchange.response(), chain);
        return passed[0];
    }
}
