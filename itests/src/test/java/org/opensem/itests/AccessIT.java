package org.opensem.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** E6, issue 5: one device from its first start to its factory reset, as others meet it over HTTP, WebSocket and ssh. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PUSH = "/VAADIN/push?v-r=push&X-Atmosphere-Transport=websocket&X-Atmosphere-Framework=4.0";
    private static final String FIRST_RUN = "first-run";
    private static final String OPEN = "{\"protection\": true, \"network\": true, \"https\": true}";
    private static final String CLOSED = "{\"protection\": true}";

    private Distribution opensem;
    private AccessClient client;
    private String cookie;

    @BeforeAll
    void start() {
        opensem = Distribution.unpack("access").withSimulator().start();
        client = new AccessClient(opensem);
        await().atMost(SOON).until(() -> opensem.get("/api/v1/live").statusCode() == 200);
    }

    /** Whichever test is run, also one that is tried again on a new device: a password is set, and the owner is inside. */
    @BeforeEach
    void comeIn(TestInfo test) {
        if (cookie == null && !test.getTags().contains(FIRST_RUN)) {
            cookie = client.choosePassword();
        }
    }

    @AfterAll
    void stop() {
        opensem.close();
    }

    private static String network() {
        return AccessClient.networkAddress()
                .orElseGet(() -> Assumptions.abort("This machine has no address but the loopback ones"));
    }

    private Set<String> ports() {
        return Sockets.listening(opensem.process().pid());
    }

    private void awaitPorts(Set<String> expected) {
        await().atMost(SOON).untilAsserted(() -> assertThat(ports()).isEqualTo(expected));
    }

    private void change(String settings) {
        HttpResponse<String> response = client.put("/api/v1/settings/security", cookie, settings);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private JsonNode json(HttpResponse<String> response) {
        return new ObjectMapper().readTree(response.body());
    }

    @Test
    @Order(1)
    @Tag(FIRST_RUN)
    void foreignNamesAndPagesReachNothing() {
        String own = "localhost:" + opensem.port();
        for (String path : List.of("/", "/api/v1/live", "/api/v1/live/stream", "/metrics", "/welcome")) {
            assertThat(AccessClient.raw(opensem.port(), "GET " + path + " HTTP/1.1", "Host: evil.example")).as(path)
                    .contains(" 421 ");
            assertThat(AccessClient.raw(opensem.port(), "GET " + path + " HTTP/1.1", "Host: " + own,
                    "Origin: http://evil.example"))
                    .as(path).contains(" 403 ");
        }
        assertThat(AccessClient.handshake(opensem.port(), PUSH, own, "http://" + own, null)).contains(" 101 ");
        assertThat(AccessClient.handshake(opensem.port(), PUSH, own, "http://evil.example", null)).contains(" 403 ");
        assertThat(AccessClient.handshake(opensem.port(), PUSH, "evil.example", "http://evil.example", null)).contains(" 421 ");
        assertThat(AccessClient.handshake(opensem.feedPort(), "/", "localhost", "http://evil.example", null)).contains(" 403 ");
        assertThat(AccessClient.handshake(opensem.feedPort(), "/", "evil.example", null, null)).contains(" 403 ");
        assertThat(AccessClient.raw(opensem.port(), "GET /health HTTP/1.1", "Host: evil.example")).as("everybody may ask")
                .contains(" 200 ");
    }

    @Test
    @Order(2)
    @Tag(FIRST_RUN)
    void theNetworkStaysClosedWithoutAPassword() {
        HttpResponse<String> refused = client.put("/api/v1/settings/security", "a=b", OPEN);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/errors/0/field").asString()).isEqualTo("network");
        assertThat(ports()).isEqualTo(DocumentedPorts.closed(opensem));
        assertThat(opensem.json("/api/v1/session").path("caller").asString()).isEqualTo("local");
    }

    @Test
    @Order(3)
    @Tag(FIRST_RUN)
    void aPasswordClosesEverythingToWhoeverHasNotLoggedIn() {
        cookie = client.choosePassword();
        for (String path : List.of("/api/v1/live", "/api/v1/live/stream", "/api/v1/status", "/api/v1/settings", "/api/v1/tokens",
                "/console/instance", "/VAADIN/push", "/nothing")) {
            assertThat(client.statusAt("localhost", path)).as(path).isEqualTo(401);
            assertThat(client.status(opensem.request(path).header("Cookie", "opensem-session=guess"))).as(path).isEqualTo(401);
        }
        HttpResponse<String> page = opensem.send(opensem.request("/home?a=b").header("Accept", "text/html").build());
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location")).hasValue("/login?to=%2Fhome%3Fa%3Db");
        String own = "localhost:" + opensem.port();
        assertThat(AccessClient.handshake(opensem.port(), PUSH, own, "http://" + own, null)).contains(" 401 ");
        assertThat(AccessClient.handshake(opensem.port(), PUSH, own, "http://" + own, cookie)).contains(" 101 ");
        assertThat(AccessClient.handshake(opensem.port(), PUSH, own, "http://evil.example", cookie)).contains(" 403 ");
        for (String path : List.of("/login", "/forgot", "/api/openapi.json", "/api/v1/session", "/health", "/metrics")) {
            assertThat(client.statusAt("localhost", path)).as(path).isEqualTo(200);
        }
        assertThat(client.status(opensem.request("/api/v1/status").header("Cookie", cookie))).isEqualTo(200);
    }

    @Test
    @Order(4)
    void wrongPasswordsAreSlowedDownAndTheOwnerGetsIn() {
        int status = 0;
        HttpResponse<String> answer = null;
        for (int i = 0; i < 10 && status != 429; i++) {
            answer = opensem.post("/api/v1/session", "application/json", "{\"password\": \"wrong " + i + "\"}");
            status = answer.statusCode();
        }
        assertThat(status).isEqualTo(429);
        long seconds = Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow());
        assertThat(seconds).isBetween(1L, 30L);
        await().atMost(Duration.ofSeconds(seconds + 20)).until(() -> opensem.post("/api/v1/session", "application/json",
                "{\"password\": \"" + AccessClient.PASSWORD + "\"}").statusCode() == 200);
    }

    @Test
    @Order(5)
    void tokensMayWhatTheirRightSays() throws Exception {
        String reader = "Bearer " + json(client.post("/api/v1/tokens", cookie, "{\"name\": \"reader\"}")).path("token")
                .asString();
        JsonNode made = json(client.post("/api/v1/tokens", cookie, "{\"name\": \"writer\", \"right\": \"write\"}"));
        String writer = "Bearer " + made.path("token").asString();

        assertThat(client.status(opensem.request("/api/v1/live").header("Authorization", reader))).isEqualTo(200);
        String csv = "time,total_kw,l1_kw,l2_kw,l3_kw\n";
        assertThat(client.status(opensem.request("/api/v1/samples").header("Authorization", reader)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv)))).isEqualTo(403);
        assertThat(client.status(opensem.request("/api/v1/samples").header("Authorization", writer)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv)))).isEqualTo(200);
        assertThat(client.status(opensem.request("/api/v1/tokens").header("Authorization", writer))).isEqualTo(403);
        assertThat(client.status(opensem.request("/api/v1/settings/security").header("Authorization", writer)
                .header("Content-Type", "application/json").PUT(BodyPublishers.ofString("{\"protection\": false}"))))
                .isEqualTo(403);

        assertThat(opensem.ssh("sem:tokens")).contains("reader", "writer").doesNotContain(writer.substring(7));
        try (InputStream stream = client.follow(writer); InputStream other = client.follow(reader)) {
            byte[] buffer = new byte[8192];
            assertThat(stream.read(buffer)).isPositive();
            assertThat(client.status(opensem.request("/api/v1/tokens/" + made.path("id").asString())
                    .header("Cookie", cookie).DELETE())).isEqualTo(204);
            await("what follows the live values to end").atMost(SOON).until(() -> stream.read(buffer) < 0);
            assertThat(other.read(buffer)).as("another goes on").isPositive();
        }
        assertThat(client.status(opensem.request("/api/v1/live").header("Authorization", writer))).isEqualTo(401);
    }

    @Test
    @Order(6)
    void openedToTheNetworkOnlyTheDocumentedPortsAreOpenAndNoSampleIsLost() {
        long before = newestSecond();
        change("{\"protection\": true, \"network\": true}");
        awaitPorts(DocumentedPorts.open(opensem, false));
        change(OPEN);
        awaitPorts(DocumentedPorts.open(opensem, true));
        String address = network();
        assertThat(client.statusAt(address, "/api/v1/live")).isEqualTo(401);
        assertThat(client.status(client.at(address, "/api/v1/live").header("Cookie", cookie))).isEqualTo(200);
        assertThat(client.statusAt(address, "/metrics")).isEqualTo(401);
        assertThat(client.statusAt(address, "/health")).isEqualTo(200);
        assertThat(opensem.send(client.at(address, "/health").build()).body()).doesNotContain("checks");
        assertThat(AccessClient.handshake(opensem.feedPort(), "/", address + ":" + opensem.feedPort(), "http://evil.example",
                null))
                .contains(" 403 ");
        HttpResponse<String> page = opensem.send(client.at(address, "/home").header("Accept", "text/html").build());
        assertThat(page.headers().firstValue("Location")).as("HTTPS is better").hasValue("https://" + address + ":"
                + opensem.httpsPort() + "/home");
        await().atMost(SOON).until(() -> newestSecond() > before + 15);
        assertThat(storedSeconds(before, before + 15)).as("every second is stored").hasSize(15);
    }

    private long newestSecond() {
        return OffsetDateTime.parse(json(opensem.send(opensem.request("/api/v1/live").header("Cookie", cookie).build()))
                .path("time").asString()).toEpochSecond();
    }

    private Set<Long> storedSeconds(long from, long to) {
        Set<Long> found = new TreeSet<>();
        json(opensem.send(opensem.request("/api/v1/samples?from=" + Instant.ofEpochSecond(from) + "&to="
                + Instant.ofEpochSecond(to)).header("Cookie", cookie).build())).path("samples")
                .forEach(sample -> found.add(OffsetDateTime.parse(sample.path("time").asString()).toEpochSecond()));
        return found;
    }

    /** X2: the network stays outside, sessions stay, doors too. */
    @Test
    @Order(7)
    void whileAccessIsStoppedNobodyGetsInAndAfterwardsEverybodyAsBefore() {
        change(OPEN);
        awaitPorts(DocumentedPorts.open(opensem, true));
        try (Shell shell = opensem.shell()) {
            shell.run("bundle:stop org.opensem.access.core");
            assertThat(client.status(opensem.request("/api/v1/status").header("Cookie", cookie))).isEqualTo(503);
            assertThat(client.statusAt("localhost", "/")).isEqualTo(503);
            AccessClient.networkAddress()
                    .ifPresent(address -> assertThat(client.statusAt(address, "/api/v1/status")).isEqualTo(503));
            shell.run("bundle:start org.opensem.access.core");
            awaitOwner();
            for (String bundle : List.of("access.core", "access.http", "web.access", "web.console", "rest")) {
                shell.run("bundle:update org.opensem." + bundle);
                awaitOwner();
            }
            shell.run("bundle:stop org.opensem.access.http");
            assertThat(ports()).as("closed to the network").contains("127.0.0.1:" + opensem.port())
                    .doesNotContain("*:" + opensem.port());
            assertThat(client.status(opensem.request("/api/v1/status").header("Cookie", cookie))).isEqualTo(503);
            assertThat(client.statusAt("localhost", "/")).isEqualTo(503);
            shell.run("bundle:start org.opensem.access.http");
            awaitOwner();
        }
        awaitPorts(DocumentedPorts.open(opensem, true));
    }

    private void awaitOwner() {
        await().atMost(SOON).ignoreExceptions()
                .until(() -> client.status(opensem.request("/api/v1/status").header("Cookie", cookie)) == 200
                && client.status(opensem.request("/home").header("Cookie", cookie)) == 200
                && client.statusAt("localhost", "/api/v1/status") == 401);
    }

    @Test
    @Order(8)
    void aRestartLogsNobodyOutAndOpensTheSameDoors() throws Exception {
        change(OPEN);
        awaitPorts(DocumentedPorts.open(opensem, true));
        client.post("/api/v1/tokens", cookie, "{\"name\": \"kept\"}");
        opensem.ssh("sem:restart");
        assertThat(opensem.awaitEnd()).as("what its launcher takes as: again").isEqualTo(10);
        opensem.launch("bin/karaf", "server");
        await().atMost(Distribution.START).ignoreExceptions().until(
                () -> client.status(opensem.request("/api/v1/status").header("Cookie", cookie)) == 200);
        awaitPorts(DocumentedPorts.open(opensem, true));
        for (String key : List.of("access.owner", "access.sessions", "access.tokens", "https-device.pem")) {
            Path file = opensem.data().resolve("keys").resolve(key);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).as(key).isEqualTo("rw-------");
        }
    }

    @Test
    @Order(9)
    void closedAgainOnlyLoopbackIsLeft() {
        change(CLOSED);
        awaitPorts(DocumentedPorts.closed(opensem));
        HttpResponse<String> refused = client.put("/api/v1/settings/security", cookie,
                "{\"protection\": false, \"network\": true}");
        assertThat(json(refused).at("/errors/0/field").asString()).isEqualTo("network");
        change("{\"protection\": false}");
        await("this machine, without asking").atMost(SOON).until(() -> client.statusAt("localhost", "/api/v1/status") == 200);
        change(CLOSED);
        await().atMost(SOON).until(() -> client.statusAt("localhost", "/api/v1/status") == 401);
    }

    @Test
    @Order(10)
    void whoeverHasTheShellGetsInAgain() {
        String said = opensem.ssh("sem:reset-password");
        Matcher code = Pattern.compile("(?:[a-z2-9]{4}-){3}[a-z2-9]{4}").matcher(said);
        assertThat(code.find()).as(said).isTrue();
        HttpResponse<String> recovered = opensem.post("/forgot", "application/x-www-form-urlencoded",
                "proof=" + code.group() + "&password=another+sunflower&repeat=another+sunflower");
        assertThat(recovered.statusCode()).as(recovered.body()).isEqualTo(303);
        assertThat(client.status(opensem.request("/api/v1/status").header("Cookie", cookie))).as("all sessions have ended")
                .isEqualTo(401);
        assertThat(opensem.post("/forgot", "application/x-www-form-urlencoded",
                "proof=" + code.group() + "&password=a+third+sunflower&repeat=a+third+sunflower").statusCode()).as("once")
                .isEqualTo(422);
    }

    @Test
    @Order(11)
    void aFactoryResetForgetsEverythingAtTheNextStart() {
        String device = opensem.ssh("sem:status");
        Matcher name = Pattern.compile("SEM-[0-9a-f]{6}").matcher(device);
        assertThat(name.find()).isTrue();
        assertThat(opensem.ssh("sem:factory-reset SEM-000000")).contains("Nothing was deleted");
        opensem.ssh("sem:factory-reset " + name.group());
        assertThat(opensem.awaitEnd()).isEqualTo(10);
        assertThat(opensem.data().resolve("keys/access.owner")).as("not before the next start").exists();

        opensem.launch("bin/karaf", "server");
        opensem.awaitReady();

        assertThat(opensem.data().resolve("keys/access.owner")).doesNotExist();
        assertThat(opensem.data().resolve("factory-reset")).doesNotExist();
        assertThat(opensem.json("/api/v1/session").path("passwordSet").asBoolean()).isFalse();
        assertThat(opensem.json("/api/v1/status").at("/store/samples").asLong()).isLessThan(120);
        assertThat(opensem.json("/api/v1/settings/security").path("https").asBoolean()).isFalse();
        assertThat(LogErrors.of(opensem.log())).isEmpty();
    }

    /** A device without a screen. */
    @Test
    @Order(12)
    @Tag(FIRST_RUN)
    void aSetupCodeLetsABrowserOnTheNetworkSetThePasswordAndNothingElse() {
        String address = network();
        opensem.stop();
        opensem.withEnvironment("OPENSEM_SETUP", "1").launch("bin/karaf", "server");
        await().atMost(Distribution.START).ignoreExceptions().until(() -> client.statusAt(address, "/welcome") == 200);
        Matcher code = Pattern.compile("setup code ((?:[a-z2-9]{4}-){2}[a-z2-9]{4})")
                .matcher(Distribution.text(opensem.output()));
        assertThat(code.find()).isTrue();

        for (String path : List.of("/api/v1/live", "/metrics", "/api/v1/settings/security", "/console/instance")) {
            assertThat(client.statusAt(address, path)).as(path).isEqualTo(403);
        }
        HttpResponse<String> root = opensem.send(client.at(address, "/").header("Accept", "text/html").build());
        assertThat(root.headers().firstValue("Location")).hasValue("/welcome");
        String form = "password=sunflower+in+June&repeat=sunflower+in+June&question=none&setupCode=";
        assertThat(client.status(setup(address, form + "aaaa-aaaa-aaaa"))).isEqualTo(422);
        HttpResponse<String> done = opensem.send(setup(address, form + code.group(1)).build());
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);

        cookie = done.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        await().atMost(SOON).ignoreExceptions().until(
                () -> client.status(client.at(address, "/api/v1/settings/security").header("Cookie", cookie)) == 200);
        JsonNode settings = json(opensem.send(client.at(address, "/api/v1/settings/security").header("Cookie", cookie).build()));
        assertThat(settings.path("network").asBoolean()).as("who has set it stays inside").isTrue();
        assertThat(client.status(setup(address, form + code.group(1)))).as("one time").isEqualTo(401);
    }

    private HttpRequest.Builder setup(String address, String form) {
        return client.at(address, "/welcome").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }
}
