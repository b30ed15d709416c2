package org.opensem.feed.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.annotation.Annotation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opensem.health.Health;
import org.opensem.metering.Position;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;

/** Port 11112 over real sockets (F2). */
@Timeout(60)
class FeedTest {
    private static final long START = 1_456_752_421;

    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeAccess access = new FakeAccess();
    private FeedComponent feed;

    private record Settings(int port, int clients) implements FeedComponent.Config {
        @Override
        public String host() {
            return "127.0.0.1";
        }

        @Override
        public int stallSeconds() {
            return 1;
        }

        @Override
        public int retrySeconds() {
            return 1;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return FeedComponent.Config.class;
        }
    }

    private void start(int port, int clients) {
        feed = new FeedComponent(() -> "1a2b3c", new Settings(port, clients));
        feed.setControl(access);
    }

    private void start() {
        start(0, 8);
        await().until(() -> feed.port() > 0);
    }

    @AfterEach
    void stop() {
        if (feed != null) {
            feed.close();
        }
        http.shutdownNow();
    }

    private static final class Ears implements WebSocket.Listener {
        private final List<String> frames = Collections.synchronizedList(new ArrayList<>());
        private final StringBuilder part = new StringBuilder();
        private volatile int closed = -1;

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                frames.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed = status;
            return null;
        }
    }

    private Ears connect() {
        Ears ears = new Ears();
        int before = feed.connected();
        http.newWebSocketBuilder().buildAsync(URI.create("ws://127.0.0.1:" + feed.port() + "/"), ears).join();
        await().until(() -> feed.connected() > before);
        return ears;
    }

    private static SampleBatch batch(int... offsets) {
        return new SampleBatch(1, IntStream.of(offsets).mapToLong(o -> o + 1).toArray(),
                IntStream.of(offsets).mapToObj(o -> Sample.ofPhases(START + o, o * 1000, 412_216, 87_039)).toList());
    }

    private static String frame(int offset) {
        return new Frame("1a2b3c").text(batch(offset).samples().getFirst());
    }

    @Test
    void everyClientGetsEverySecondInOrderAndNoneForAMissingOne() {
        start();
        Ears one = connect();
        Ears other = connect();
        feed.accept(batch(0));
        feed.accept(batch(1, 2));
        feed.accept(batch(5));
        String[] expected = {frame(0), frame(1), frame(2), frame(5)};
        await().untilAsserted(() -> assertThat(one.frames).containsExactly(expected));
        await().untilAsserted(() -> assertThat(other.frames).containsExactly(expected));
        assertThat(feed.resumeAfter()).isEqualTo(Position.LATEST);
    }

    @Test
    void aClientThatDoesNotReadIsLetGoAndHoldsNobodyUp() throws Exception {
        start();
        Ears reader = connect();
        try (Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(1024);
            deaf.connect(new InetSocketAddress("127.0.0.1", feed.port()));
            assertThat(handshake(deaf, "localhost:" + feed.port(), null)).contains(" 101 ");
            await().until(() -> feed.connected() == 2);
            int sent = 0;
            long longest = 0;
            while (feed.connected() == 2) {
                long begin = System.nanoTime();
                feed.accept(batch(sent++));
                longest = Math.max(longest, System.nanoTime() - begin);
                int now = sent;
                if (now % 20 == 0) {
                    await().pollInterval(Duration.ofMillis(1)).until(() -> reader.frames.size() == now);
                }
            }
            assertThat(TimeUnit.NANOSECONDS.toMillis(longest)).isLessThan(2_000);
            int all = sent;
            feed.accept(batch(all));
            await().until(() -> reader.frames.size() == all + 1);
        }
    }

    @Test
    void aReplayFasterThanAClientDropsFramesButKeepsTheClient() {
        start();
        Ears ears = connect();
        int[] offsets = IntStream.range(0, 50_000).toArray();
        feed.accept(batch(offsets));
        await().until(() -> ears.frames.contains(frame(49_999)));
        assertThat(ears.frames).isSorted();
        assertThat(feed.connected()).isEqualTo(1);
    }

    @Test
    void stoppingSaysGoodBye() {
        start();
        Ears ears = connect();
        feed.close();
        await().until(() -> ears.closed == 1001);
        assertThat(feed.port()).isEqualTo(-1);
    }

    @Test
    void anInterruptedStopFreesThePortAllTheSame() throws Exception {
        start();
        int port = feed.port();
        Thread.currentThread().interrupt();
        feed.close();
        assertThat(Thread.interrupted()).as("the interrupt is handed on").isTrue();
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(free.getLocalPort()).isEqualTo(port);
        }
    }

    @Test
    void aPortThatIsTakenIsToldAndTriedAgain() throws Exception {
        int port;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = other.getLocalPort();
            start(port, 8);
            await().untilAsserted(() ->
                    assertThat(feed.check().text()).contains("port " + port + " on 127.0.0.1 cannot be opened"));
            assertThat(feed.check().level()).isEqualTo(Health.Level.DEGRADED);
            feed.accept(batch(0));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> feed.port() == port);
        assertThat(feed.check().level()).isEqualTo(Health.Level.OK);
        Ears ears = connect();
        feed.accept(batch(1));
        await().untilAsserted(() -> assertThat(ears.frames).containsExactly(frame(1)));
    }

    /** X2: one fault while a bundle is being swapped does not end the tries. */
    @Test
    void afterAFaultThePortIsTriedAgainAllTheSame() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            start(other.getLocalPort(), 8);
            await().until(() -> feed.check().text().contains("cannot be opened"));
            access.swapped = true;
            await().until(() -> access.faults.get() > 0);
        }
        access.swapped = false;
        await().until(() -> feed.port() > 0);
        assertThat(feed.check().level()).isEqualTo(Health.Level.OK);
    }

    /** E6: where it is to listen cannot be told, but who may stay can. */
    @Test
    void aFaultKeepsNobodyIn() throws Exception {
        access.guarded = true;
        start();
        try (Socket program = new Socket("127.0.0.1", feed.port())) {
            assertThat(handshake(program, "localhost", null, "Authorization: Bearer secret\r\n")).contains(" 101 ");
            await().until(() -> feed.connected() == 1);
            access.token = "withdrawn";
            access.swapped = true;
            feed.accessChanged();
            await().until(() -> feed.connected() == 0);
            assertThat(feed.check().level()).as("it listens on").isEqualTo(Health.Level.OK);
            access.swapped = false;
        }
    }

    @Test
    void pagesOfForeignSitesAndReboundNamesAreRefused() throws Exception {
        start();
        assertThat(handshake("localhost:" + feed.port(), "http://evil.example")).contains(" 403 ");
        assertThat(handshake("evil.example:" + feed.port(), null)).contains(" 403 ");
        assertThat(handshake("evil.example", "http://evil.example")).contains(" 403 ");
        assertThat(handshake("127.0.0.1:" + feed.port(), "http://localhost:8080")).contains(" 101 ");
    }

    @Test
    void withAPasswordAProgramNeedsATokenAndGoesWithIt() throws Exception {
        access.guarded = true;
        start();
        assertThat(handshake("localhost", null)).contains(" 401 ");
        try (Socket program = new Socket("127.0.0.1", feed.port())) {
            assertThat(handshake(program, "localhost", null, "Authorization: Bearer secret\r\n")).contains(" 101 ");
            await().until(() -> feed.connected() == 1);
            access.token = "withdrawn";
            feed.accessChanged();
            await().until(() -> feed.connected() == 0);
        }
    }

    /** E6: a change that falls between the decision about the handshake and the open connection finds nobody to let go. */
    @Test
    void whoWasLetInJustBeforeAChangeIsLookedAtOnceMore() {
        access.guarded = true;
        start();
        access.afterDecision = () -> access.token = "withdrawn";
        Ears ears = new Ears();
        http.newWebSocketBuilder().header("Authorization", "Bearer secret")
                .buildAsync(URI.create("ws://127.0.0.1:" + feed.port() + "/"), ears).join();
        await().until(() -> ears.closed == 1001);
        await().until(() -> feed.connected() == 0);
    }

    /** X2: meanwhile nobody new gets in, and nobody is let go. */
    @Test
    void whileWhatDecidesIsUpdatedTheFeedGoesOn() throws Exception {
        access.guarded = true;
        start();
        try (Socket program = new Socket("127.0.0.1", feed.port())) {
            assertThat(handshake(program, "localhost", null, "Authorization: Bearer secret\r\n")).contains(" 101 ");
            await().until(() -> feed.connected() == 1);
            feed.unsetControl(access);
            feed.accessChanged();
            assertThat(handshake("localhost", null)).contains(" 503 ");
            assertThat(feed.connected()).isEqualTo(1);
            feed.setControl(access);
            assertThat(handshake("localhost", null)).contains(" 401 ");
        }
    }

    @Test
    void openedToTheNetworkItListensOnAllAddressesAndClosedAgainOnThisMachinesOnly() {
        start();
        assertThat(feed.check().text()).contains("127.0.0.1:");
        access.network = true;
        feed.accessChanged();
        await().untilAsserted(() -> assertThat(feed.check().text()).contains("all addresses:"));
        Ears ears = connect();
        feed.accept(batch(0));
        await().until(() -> ears.frames.size() == 1);
        access.network = false;
        feed.accessChanged();
        await().untilAsserted(() -> assertThat(feed.check().text()).contains("127.0.0.1:"));
        await().until(() -> ears.closed == 1001);
    }

    @Test
    void moreClientsThanAllowedAreRefused() throws Exception {
        start(0, 1);
        await().until(() -> feed.port() > 0);
        connect();
        assertThat(handshake("localhost", null)).contains(" 503 ");
    }

    @Test
    void aBrowserThatAsksForAPageIsToldThatThisIsAWebSocket() throws Exception {
        start();
        try (Socket socket = new Socket("127.0.0.1", feed.port())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(statusLine(socket.getInputStream())).contains(" 426 ");
        }
    }

    @Test
    void stoppingLeavesNoThread() {
        start();
        connect();
        feed.close();
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(Thread::isAlive)
                        .map(Thread::getName)
                        .filter(name -> name.startsWith("openSEM feed")))
                .isEmpty());
    }

    private String handshake(String host, String origin) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", feed.port())) {
            return handshake(socket, host, origin);
        }
    }

    private static String handshake(Socket socket, String host, String origin) throws Exception {
        return handshake(socket, host, origin, "");
    }

    private static String handshake(Socket socket, String host, String origin, String further) throws Exception {
        String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
                + (origin == null ? "" : "Origin: " + origin + "\r\n") + further + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return statusLine(socket.getInputStream());
    }

    private static String statusLine(InputStream in) throws Exception {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII), 64).readLine();
    }
}
