package org.opensem.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;

/** GET live/stream: one event per second and client, nobody holds up another, and nobody stays who may not (E6). */
class LiveStreamTest {
    private static final long NOW = 1_795_354_021L;
    private RestServer rest;
    private final List<Socket> sockets = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        rest = new RestServer();
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        rest.close();
    }

    private void samples(long from, int count) {
        List<Sample> samples = LongStream.range(from, from + count)
                .mapToObj(second -> Sample.ofPhases(second, 220_357, 412_216, 87_039)).toList();
        rest.stream.accept(new SampleBatch(1, LongStream.range(from, from + count).toArray(), samples));
    }

    private Socket connect() throws Exception {
        return connect("");
    }

    private Socket connect(String query, String... headers) throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(2048);
        socket.connect(new java.net.InetSocketAddress("127.0.0.1", rest.port()));
        sockets.add(socket);
        socket.getOutputStream().write(
                ("GET /api/v1/live/stream" + query + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                        + Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining()) + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Reads lines on a thread of its own until the end, which is noted as "END". */
    private List<String> follow() throws Exception {
        return follow("");
    }

    private List<String> follow(String query, String... headers) throws Exception {
        Socket socket = connect(query, headers);
        List<String> lines = new CopyOnWriteArrayList<>();
        Thread.ofVirtual().start(() -> {
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(line);
                }
                lines.add("END");
            } catch (java.io.IOException e) {
                lines.add("BROKEN");
            }
        });
        return lines;
    }

    private static List<String> data(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("data: ")).toList();
    }

    @Test
    void eachSecondIsAnEventWithTheLiveObject() throws Exception {
        samples(NOW, 1);
        List<String> lines = follow();
        await().until(() -> data(lines).size() == 1);

        samples(NOW + 1, 1);
        samples(NOW + 2, 1);

        await().until(() -> data(lines).size() == 3);
        assertThat(lines).contains("Content-Type: text/event-stream");
        assertThat(data(lines).getFirst()).isEqualTo(
                "data: {\"time\":\"2026-11-22T14:27:01+01:00\",\"total\":719.612,\"l1\":220.357,\"l2\":412.216,\"l3\":87.039}");
        assertThat(data(lines).getLast()).contains("14:27:03");
    }

    @Test
    void eachEventIsCorrectedByTheFactorOfItsMomentUnlessRawIsAskedFor_E4() throws Exception {
        List<String> lines = follow();
        List<String> raw = follow("?raw=true");
        await().until(() -> rest.stream.clients() == 2);
        samples(NOW, 1);
        await().until(() -> data(lines).size() == 1);
        rest.factors = CorrectionFactors.always(new BigDecimal("0.97"));
        samples(NOW + 1, 1);
        await().until(() -> data(lines).size() == 2 && data(raw).size() == 2);
        assertThat(data(lines).getFirst()).contains("\"total\":719.612,");
        assertThat(data(lines).getLast()).contains("\"total\":698.024,");
        assertThat(data(raw).getLast()).contains("\"total\":719.612,");
    }

    @Test
    void aBlockedClientHoldsUpNobodyAndManyAreServed() throws Exception {
        for (int i = 0; i < 5; i++) {
            connect();
        }
        List<List<String>> followers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            followers.add(follow());
        }
        await().until(() -> rest.stream.clients() == 55);

        // Far more than the sockets of those who do not read can hold.
        for (int i = 0; i < 3000; i++) {
            samples(NOW + i, 1);
        }
        samples(NOW + 5000, 1);

        await().atMost(Duration.ofSeconds(10)).until(() -> followers.stream()
                .allMatch(lines -> data(lines).stream().anyMatch(line -> line.contains("15:50:21"))));
    }

    @Test
    void aClientThatFallsBehindGoesOnWithTheNewest() throws Exception {
        List<String> lines = follow();
        await().until(() -> rest.stream.clients() == 1);

        samples(NOW, 900);

        await().until(() -> data(lines).stream().anyMatch(line -> line.contains("14:42:00")));
        assertThat(data(lines)).hasSizeLessThanOrEqualTo(LiveStream.KEPT);
    }

    @Test
    void aClientThatGoesIsForgotten() throws Exception {
        follow();
        await().until(() -> rest.stream.clients() == 1);
        sockets.getFirst().close();

        await().until(() -> {
            samples(NOW, 1);
            return rest.stream.clients() == 0;
        });
    }

    @ParameterizedTest
    @CsvSource({"Cookie,opensem-session=a,opensem-session=b", "Authorization,Bearer a,Bearer b"})
    void whoseSessionOrTokenEndsIsLetGoAndNobodyElse(String header, String ending, String lasting) throws Exception {
        List<String> ended = follow("", header + ": " + ending);
        List<String> other = follow("", header + ": " + lasting);
        samples(NOW, 1);
        await().until(() -> data(ended).size() == 1 && data(other).size() == 1);

        rest.owner.over.add(ending);
        rest.stream.accessChanged();

        await().until(() -> hasEnded(ended));
        samples(NOW + 1, 1);
        await().until(() -> data(other).size() == 2);
        assertThat(data(ended)).hasSize(1);
        assertThat(rest.stream.clients()).isEqualTo(1);
        assertThat(other).as("a change of access is no silence").doesNotContain(": no sample");
    }

    @Test
    void whoWasLetInJustBeforeAChangeIsLookedAtOnceMore() throws Exception {
        samples(NOW, 1);
        rest.owner.over.add("Bearer a");
        List<String> late = follow("", "Authorization: Bearer a");
        await().until(() -> hasEnded(late));
        assertThat(data(late)).isEmpty();
        assertThat(rest.stream.clients()).isZero();
    }

    /** X2: what changed meanwhile is seen when somebody can say again. */
    @Test
    void whileWhatDecidesIsUpdatedNobodyIsLetGo() throws Exception {
        List<String> lines = follow("", "Authorization: Bearer a");
        await().until(() -> rest.stream.clients() == 1);
        rest.access.unsetControl(rest.owner);
        rest.owner.over.add("Bearer a");
        rest.stream.accessChanged();
        samples(NOW, 1);
        await().until(() -> data(lines).size() == 1);
        rest.access.setControl(rest.owner);
        await().until(() -> hasEnded(lines));
    }

    private static boolean hasEnded(List<String> lines) {
        return lines.contains("END") || lines.contains("0");
    }

    @Test
    void aHeadRequestEndsAtOnce() throws Exception {
        HttpResponse<String> response = rest.send(rest.request("/api/v1/live/stream").HEAD());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(rest.stream.clients()).isZero();
    }

    @Test
    void stoppingEndsEveryStreamCleanly() throws Exception {
        List<String> lines = follow();
        connect();
        await().until(() -> rest.stream.clients() == 2);

        rest.stream.close();

        await().until(() -> hasEnded(lines));
        assertThat(rest.stream.clients()).isZero();
        assertThat(rest.get("/api/v1/live/stream").statusCode()).isEqualTo(503);
    }
}
