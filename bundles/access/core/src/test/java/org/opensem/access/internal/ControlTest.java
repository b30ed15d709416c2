package org.opensem.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.access.internal.House.settings;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensem.access.Decision;
import org.opensem.access.Decision.Caller;
import org.opensem.access.Decision.Refusal;
import org.opensem.access.Tokens.Right;
import org.opensem.access.internal.House.Asked;

/** E6: who may do what at which door, with and without a password; what rebinding and foreign pages reach. */
class ControlTest {
    private static final String LIVE = "/api/v1/live";

    @TempDir
    private Path folder;
    private House house;

    @BeforeEach
    void begin() {
        house = new House(folder);
    }

    private void isAdmitted(Asked asked, Caller caller) {
        Decision decision = house.decide(asked);
        assertThat(decision.isAdmitted()).as(decision.toString()).isTrue();
        assertThat(decision.caller()).isEqualTo(caller);
    }

    private void isRefused(Asked asked, Refusal refusal) {
        assertThat(house.decide(asked).refusal()).contains(refusal);
    }

    private void open(Object... settings) {
        house.withPassword().with(settings(settings));
    }

    private String bearer(Right right) {
        return "Bearer " + house.tokens.make("a " + right, right).secret();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/home", LIVE, "/metrics", "/api/v1/tokens"})
    void withoutAPasswordThisMachineMayDoEverythingAndNobodyElseAnything(String path) {
        isAdmitted(Asked.get(path), Caller.LOCAL);
        isAdmitted(Asked.post(path), Caller.LOCAL);
        isRefused(Asked.get(path).from("192.168.1.20"), Refusal.NOT_LOCAL);
        isRefused(Asked.get(path).fromNetwork(), Refusal.FOREIGN_HOST);
    }

    @Test
    void withoutAPasswordWhatAFileSaysAboutTheNetworkDoesNotCount() {
        house.with(settings("network", true, "openFeed", true, "openMetrics", true));
        assertThat(house.control.exposure().network()).isFalse();
        isRefused(Asked.get("/").fromNetwork(), Refusal.FOREIGN_HOST);
        isRefused(Asked.feed().from("192.168.1.20"), Refusal.NOT_LOCAL);
    }

    @Test
    void protectionOffIsAsWithoutAPassword() {
        open("protection", false, "network", true);
        assertThat(house.control.exposure().network()).isFalse();
        isAdmitted(Asked.post("/api/v1/tokens"), Caller.LOCAL);
        isRefused(Asked.get("/").from("192.168.1.20"), Refusal.NOT_LOCAL);
    }

    @Test
    void withoutAPasswordAProxyOnThisMachineIsNotThisMachine() {
        for (String header : new String[] {"X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"}) {
            isRefused(Asked.get("/").header(header, "for=192.168.1.20"), Refusal.NOT_LOCAL);
        }
    }

    /** The Host header of a page that was pointed here: its own name, whatever its address is now. */
    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.nip.io",
        "localhost@evil.example",
        "evil.example#localhost", "192.0.2.7", "[2001:db8::7]:8080", "", "sem-ffffff", "sem-1a2b3c.evil.example",
        "cellar.evil.example", "localhost:8080:80", "0.0.0.0:8080", "2130706433"})
    void aReboundNameIsRefused(String host) {
        Asked asked = Asked.get(LIVE).header("Host", host);
        isRefused(asked, Refusal.FOREIGN_HOST);
        isRefused(Asked.feed().header("Host", host), Refusal.FOREIGN_HOST);
        open("network", true);
        isRefused(asked.header("Cookie", house.cookie()), Refusal.FOREIGN_HOST);
        isRefused(Asked.feed().header("Host", host), Refusal.FOREIGN_HOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "localhost.:8080", "127.0.0.1", "127.9.9.9:1", "[::1]:8080",
            "sem.localhost"})
    void loopbackNamesAreAlwaysOwn(String host) {
        isAdmitted(Asked.get(LIVE).header("Host", host), Caller.LOCAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sem-1a2b3c", "SEM-1A2B3C:8080", "sem-1a2b3c.local:8080", "192.168.1.5:8080", "[fe80::1]:8080",
        "energie.example:8443", "cellar:8080", "cellar.local"})
    void openedToTheNetworkItsNamesAndAddressesAreOwn(String host) {
        open("network", true, "hosts[0]", "Energie.example");
        isAdmitted(Asked.get(LIVE).from("192.168.1.20").header("Host", host).header("Cookie", house.cookie()), Caller.OWNER);
    }

    @Test
    void closedToTheNetworkOnlyConfiguredNamesAreOwn() {
        open("hosts[0]", "energie.example");
        isRefused(Asked.get(LIVE).header("Host", "sem-1a2b3c").header("Cookie", house.cookie()), Refusal.FOREIGN_HOST);
        isAdmitted(Asked.get(LIVE).header("Host", "energie.example").header("X-Forwarded-For", "203.0.113.9")
                .header("Cookie", house.cookie()), Caller.OWNER);
        isRefused(Asked.get(LIVE).from("192.168.1.20").header("Cookie", house.cookie()), Refusal.NOT_LOCAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "https://localhost:8080.evil.example", "null", "http://localhost:9090",
        "http://127.0.0.1:8080", "file://", "http://localhost", "chrome-extension://abc", ""})
    void aForeignPageIsRefusedWhateverItAsks(String origin) {
        for (Asked asked : new Asked[] {Asked.post(LIVE), Asked.get("/api/v1/live/stream"), Asked.get("/VAADIN/push"),
                Asked.post("/api/v1/session"), Asked.post("/login")}) {
            isRefused(asked.header("Origin", origin), Refusal.FOREIGN_ORIGIN);
            isRefused(asked.header("Origin", origin).header("Upgrade", "websocket"), Refusal.FOREIGN_ORIGIN);
        }
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8080,localhost:8080", "HTTP://LOCALHOST:8080,localhost:8080",
        "https://sem.localhost,sem.localhost",
        "http://localhost,localhost:80", "https://localhost,localhost:443", "http://[::1]:8080,[::1]:8080"})
    void itsOwnPagesAreNot(String origin, String host) {
        isAdmitted(Asked.post(LIVE).header("Host", host).header("Origin", origin), Caller.LOCAL);
    }

    @Test
    void whatAForeignPageEmbedsIsRefusedAndALinkIsNot() {
        isRefused(Asked.get(LIVE).header("Sec-Fetch-Site", "cross-site").header("Sec-Fetch-Mode", "no-cors"),
                Refusal.FOREIGN_ORIGIN);
        isAdmitted(Asked.get("/home").header("Sec-Fetch-Site", "cross-site").header("Sec-Fetch-Mode", "navigate"), Caller.LOCAL);
        isAdmitted(Asked.get(LIVE).header("Sec-Fetch-Site", "same-origin").header("Sec-Fetch-Mode", "cors"), Caller.LOCAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/home", "/VAADIN/push", "/console/instance", LIVE, "/api/v1/status", "/api/v1/tokens",
        "/api/v2", "/welcome", "/plugin/servlet", "/VAADIN/build/../push", "/login;x=/", "/login/x", "//login", "/%6cogin"})
    void withAPasswordEverythingNeedsALogin(String path) {
        open();
        isRefused(Asked.get(path), Refusal.UNKNOWN_CALLER);
        isRefused(Asked.post(path), Refusal.UNKNOWN_CALLER);
        isRefused(Asked.get(path).header("Cookie", "opensem-session=guess"), Refusal.UNKNOWN_CALLER);
        isAdmitted(Asked.get(path).header("Cookie", "a=b; " + house.cookie() + "; c=d"), Caller.OWNER);
        isAdmitted(Asked.post(path).header("Cookie", house.cookie()).header("Origin", "http://localhost:8080"), Caller.OWNER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/forgot", "/api/v1/session", "/api/openapi.json", "/~1f2e3d/console/console.css",
        "/VAADIN/build/indexhtml-abc.js", "/console/icon.svg", "/console/console.css"})
    void butThePagesToLogInAndFilesWithoutSecrets(String path) {
        open("network", true);
        isAdmitted(Asked.get(path).fromNetwork(), Caller.ANYBODY);
    }

    @Test
    void everybodyIsToldWhetherItIsWell() {
        isAdmitted(Asked.get("/health").from("192.168.1.20").header("Host", "evil.example"), Caller.ANYBODY);
        isAdmitted(Asked.get("/health").header("Host", "evil.example"), Caller.ANYBODY);
        isAdmitted(Asked.get("/health"), Caller.LOCAL);
        open("network", true);
        isAdmitted(Asked.get("/health").fromNetwork(), Caller.ANYBODY);
        isAdmitted(Asked.get("/health").fromNetwork().header("Cookie", house.cookie()), Caller.OWNER);
        isAdmitted(Asked.get("/health").fromNetwork().header("Authorization", bearer(Right.READ)), Caller.READER);
    }

    @Test
    void metricsAndFeedNeedATokenOrThisMachineUnlessOpened() {
        open("network", true);
        for (Asked asked : new Asked[] {Asked.get("/metrics"), Asked.feed()}) {
            isAdmitted(asked, Caller.LOCAL);
            isRefused(asked.header("X-Forwarded-For", "203.0.113.9"), Refusal.UNKNOWN_CALLER);
        }
        for (Asked asked : new Asked[] {Asked.get("/metrics").fromNetwork(), Asked.feed().fromNetwork()}) {
            isRefused(asked, Refusal.UNKNOWN_CALLER);
            isRefused(asked.header("Authorization", "Bearer guess"), Refusal.UNKNOWN_CALLER);
        }
        String token = bearer(Right.READ);
        isAdmitted(Asked.get("/metrics").fromNetwork().header("Authorization", token), Caller.READER);
        isAdmitted(Asked.feed().fromNetwork().header("Authorization", token.replace("Bearer", "bearer")), Caller.READER);

        house.with(settings("network", true, "openFeed", true));
        isAdmitted(Asked.feed().fromNetwork(), Caller.ANYBODY);
        isRefused(Asked.get("/metrics").fromNetwork(), Refusal.UNKNOWN_CALLER);
        house.with(settings("network", true, "openMetrics", true));
        isAdmitted(Asked.get("/metrics").fromNetwork(), Caller.ANYBODY);
        isRefused(Asked.feed().fromNetwork(), Refusal.UNKNOWN_CALLER);
    }

    /** Its pages have another port. */
    @Test
    void theFeedServesPagesOfTheSameHostOnly() {
        isAdmitted(Asked.feed().header("Origin", "http://localhost:8080"), Caller.LOCAL);
        isAdmitted(Asked.feed().header("Host", "127.0.0.1:11112").header("Origin", "http://[::1]:8080"), Caller.LOCAL);
        isRefused(Asked.feed().header("Origin", "http://evil.example"), Refusal.FOREIGN_ORIGIN);
        open("network", true, "openFeed", true);
        isAdmitted(Asked.feed().fromNetwork().header("Origin", "http://192.168.1.5:8080"), Caller.ANYBODY);
        isRefused(Asked.feed().fromNetwork().header("Origin", "http://192.168.1.6:8080"), Refusal.FOREIGN_ORIGIN);
    }

    @ParameterizedTest
    @CsvSource({"READ,GET,/api/v1/samples,READER,", "READ,POST,/api/v1/samples,,READ_ONLY", "READ,DELETE,/api/v1/x,,READ_ONLY",
        "READ,GET,/api/v1/settings/security,READER,", "WRITE,GET,/api/v1/live,WRITER,", "WRITE,POST,/api/v1/live,WRITER,",
        "WRITE,PUT,/api/v1/settings/tariff,WRITER,", "WRITE,PUT,/api/v1/settings/security,,OWNER_ONLY",
        "WRITE,POST,/api/v1/settings/security/history/1,,OWNER_ONLY", "WRITE,GET,/api/v1/tokens,,OWNER_ONLY",
        "WRITE,DELETE,/api/v1/tokens/x,,OWNER_ONLY", "WRITE,POST,/api/v1//tokens,,OWNER_ONLY",
        "WRITE,POST,/api/v1/tokens;x,,OWNER_ONLY",
        "WRITE,POST,/api/v1/./tokens,,OWNER_ONLY", "WRITE,GET,/home,,OWNER_ONLY", "READ,GET,/welcome,,OWNER_ONLY"})
    void aTokenMayWhatItsRightSays(Right right, String method, String path, Caller caller, Refusal refusal) {
        open("network", true);
        Asked asked = Asked.of(method, path).fromNetwork().header("Authorization", bearer(right));
        if (refusal == null) {
            isAdmitted(asked, caller);
        } else {
            isRefused(asked, refusal);
        }
    }

    @Test
    void aWithdrawnTokenAndALoggedOutSessionAreRefused() {
        open();
        String token = bearer(Right.WRITE);
        String cookie = house.cookie();
        house.tokens.withdraw(house.tokens.list().getFirst().id());
        house.sessions.logOutEverywhere();
        isRefused(Asked.get(LIVE).header("Authorization", token), Refusal.UNKNOWN_CALLER);
        isRefused(Asked.get(LIVE).header("Cookie", cookie), Refusal.UNKNOWN_CALLER);
    }

    @Test
    void aDeviceWithoutAScreenLetsTheNetworkSetItsPasswordAndNothingElse() {
        house = new House(folder, "abcd-efgh-jkmn");
        isAdmitted(Asked.get("/welcome").fromNetwork(), Caller.ANYBODY);
        isAdmitted(Asked.post("/welcome").fromNetwork().header("Origin", "http://192.168.1.5:8080"), Caller.ANYBODY);
        for (String path : new String[] {"/", "/home", LIVE, "/metrics", "/api/v1/settings/security"}) {
            isRefused(Asked.get(path).fromNetwork(), Refusal.SETUP_FIRST);
        }
        isRefused(Asked.feed().fromNetwork(), Refusal.SETUP_FIRST);
        isAdmitted(Asked.get("/").from("127.0.0.1"), Caller.LOCAL);
    }
}
