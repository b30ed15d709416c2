package org.opensem.access.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensem.access.Decision;
import org.opensem.access.Decision.Refusal;
import org.opensem.access.Exposure;
import org.opensem.health.Health;
import org.opensem.testkit.TestClock;

/** E6, issue 5: which ports are open to whom, and what every answer says; over real sockets. */
@Timeout(60)
class DoorsTest {
    private final FakeControl control = new FakeControl();
    private final Entrance entrance = control.entrance();
    private final TestClock clock = new TestClock(Instant.parse("2026-11-22T13:00:00Z"));
    private final Keys keys = new Keys();
    private final Certificates certificates = new Certificates(entrance, keys, clock);
    private JettyHouse jetty;
    private Doors doors;
    private int httpsPort;

    @BeforeEach
    void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            httpsPort = free.getLocalPort();
        }
        jetty = new JettyHouse(control);
        doors = new Doors(jetty.bundleContext(), entrance, certificates, httpsPort);
    }

    @AfterEach
    void stop() throws Exception {
        doors.stop();
        jetty.close();
    }

    private void expose(Exposure exposure) {
        control.exposure = exposure;
        doors.accessChanged();
    }

    private static boolean listens(String address, int port) {
        try (Socket socket = new Socket(InetAddress.getByName(address), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private X509Certificate served() throws Exception {
        SSLContext all = SSLContext.getInstance("TLS");
        all.init(null, new TrustManager[] {new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {
                // What is served is looked at by the test.
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        }}, null);
        try (SSLSocket socket = (SSLSocket) all.getSocketFactory().createSocket("127.0.0.1", httpsPort)) {
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isIn("TLSv1.2", "TLSv1.3");
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    @Test
    void byDefaultOnlyTheLoopbackPortIsOpen() throws Exception {
        // 127.0.0.2 is this machine too, but not what the loopback connector listens on: it stands for the network.
        assertThat(listens("127.0.0.1", jetty.port())).isTrue();
        assertThat(listens("127.0.0.2", jetty.port())).isFalse();
        assertThat(listens("127.0.0.1", httpsPort)).isFalse();
        assertThat(doors.check().level()).isEqualTo(Health.Level.OK);
        assertThat(jetty.raw("GET / HTTP/1.1", "Host: localhost")).startsWith("HTTP/1.1 200");
    }

    @Test
    void openedItListensOnAllAddressesAndClosedAgainOnLoopbackOnly() throws Exception {
        expose(FakeControl.exposed(true, false));
        await().until(() -> listens("127.0.0.2", jetty.port()));
        assertThat(jetty.raw("GET / HTTP/1.1", "Host: localhost")).startsWith("HTTP/1.1 200");
        expose(FakeControl.exposed(false, false));
        await().until(() -> !listens("127.0.0.2", jetty.port()) && listens("127.0.0.1", jetty.port()));
        assertThat(jetty.raw("GET / HTTP/1.1", "Host: localhost")).startsWith("HTTP/1.1 200");
    }

    @Test
    void theSetupOpensIt() {
        expose(new Exposure(false, false, false, false, true));
        await().until(() -> listens("127.0.0.2", jetty.port()));
    }

    @Test
    void httpsIsOpenedWithACertificateOfTheDevice() throws Exception {
        expose(FakeControl.exposed(false, true));
        await().until(() -> listens("127.0.0.1", httpsPort));
        assertThat(listens("127.0.0.2", httpsPort)).as("this machine only").isFalse();
        assertThat(served().getSubjectX500Principal().getName()).contains("CN=sem-1a2b3c");
        expose(FakeControl.exposed(true, true));
        await().until(() -> listens("127.0.0.2", httpsPort));
        expose(FakeControl.exposed(true, false));
        await().until(() -> !listens("127.0.0.1", httpsPort));
    }

    @Test
    void anotherCertificateIsServedWithoutClosingThePort() throws Exception {
        expose(FakeControl.exposed(false, true));
        await().until(() -> listens("127.0.0.1", httpsPort));
        X509Certificate before = served();
        certificates.renew();
        assertThat(served()).isNotEqualTo(before);
        assertThat(certificates.use(new TestCa(clock.now()).pem(), new byte[0], "")).isEmpty();
        assertThat(served().getSubjectX500Principal().getName()).contains("CN=sem.example");
    }

    @Test
    void aCertificateThatComesWhileThePortIsBeingOpenedIsServed() throws Exception {
        HttpConfiguration like = jetty.loopback.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
        HttpsDoor door = new HttpsDoor(jetty.server, like, certificates, "127.0.0.1", httpsPort);
        assertThat(certificates.use(new TestCa(clock.now()).pem(), new byte[0], "")).isEmpty();
        door.start();
        try {
            assertThat(served().getSubjectX500Principal().getName()).contains("CN=sem.example");
        } finally {
            door.stop();
        }
    }

    @Test
    void aPortThatIsTakenIsToldAndTriedAgain() throws Exception {
        try (ServerSocket other = new ServerSocket(httpsPort, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(other.isBound()).isTrue();
            expose(FakeControl.exposed(false, true));
            await().until(() -> doors.check().level() == Health.Level.DEGRADED);
            assertThat(doors.check().text()).contains("HTTPS");
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> doors.check().level() == Health.Level.OK);
        assertThat(served()).isNotNull();
    }

    @Test
    void whenThePartStopsTheNetworkIsClosedAndLoopbackStays() throws Exception {
        expose(FakeControl.exposed(true, true));
        await().until(() -> listens("127.0.0.2", jetty.port()) && listens("127.0.0.2", httpsPort));
        doors.stop();
        assertThat(listens("127.0.0.2", jetty.port())).isFalse();
        assertThat(listens("127.0.0.1", httpsPort)).isFalse();
        assertThat(jetty.raw("GET / HTTP/1.1", "Host: localhost")).startsWith("HTTP/1.1 200")
                .doesNotContain("Permissions-Policy");
    }

    @Test
    void everyAnswerTellsBrowsersWhatTheyMay() throws Exception {
        for (String path : new String[] {"/", "/nothing/there", "/api/v1/x"}) {
            for (Decision decision : new Decision[] {Decision.admitted(Decision.Caller.LOCAL),
                    Decision.refused(Refusal.NOT_LOCAL)}) {
                control.decision = decision;
                assertThat(jetty.raw("GET " + path + " HTTP/1.1", "Host: localhost")).contains(
                        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'", "X-Content-Type-Options: nosniff",
                        "Referrer-Policy: same-origin", "Permissions-Policy: camera=()", "X-Frame-Options: DENY")
                        .doesNotContain("Strict-Transport-Security").doesNotContain("Server:");
            }
        }
    }

    /** Before any servlet is asked: what the server itself would take. */
    @ParameterizedTest
    @CsvSource({"FOREIGN_ORIGIN,403", "FOREIGN_HOST,421", "UNKNOWN_CALLER,401", "UPDATING,503"})
    void aWebSocketIsRefusedInItsHandshake(Refusal refusal, int status) throws Exception {
        control.decision = Decision.refused(refusal);
        assertThat(jetty.raw("GET /VAADIN/push HTTP/1.1", "Host: localhost", "Upgrade: websocket", "Origin: http://evil.example",
                "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="))
                .startsWith("HTTP/1.1 " + status + " ");
        assertThat(control.asked.header("Origin")).isEqualTo("http://evil.example");
        assertThat(control.asked.address()).isEqualTo("127.0.0.1");
    }

    /** Whoever cannot get past the warning of an unknown certificate must not be forced to it. */
    @Test
    void onlyTheOwnersCertificateMakesHttpsTheOnlyWay() {
        Map<String, String> headers = new HashMap<>();
        SecurityHeaders.set(headers::put, false);
        assertThat(headers).doesNotContainKey("Strict-Transport-Security");
        SecurityHeaders.set(headers::put, true);
        assertThat(headers.get("Strict-Transport-Security")).startsWith("max-age=");
    }
}
