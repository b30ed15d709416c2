package org.opensem.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * X2 and rest.md: while REST itself is swapped a caller gets its answer or the problem that it may try again soon, never a bare
 * fault of what lies beneath, nor the console's page.
 */
class RestSwapIT {
    private static final String REST = "org.opensem.rest";
    private static final int SWAPS = 6;
    private static final List<String> ANSWERED = List.of("/api/v1/status", "/api/v1/bundles", "/api/v1/settings",
            "/api/v1/energy?period=day", "/api/v1/samples?from=2026-01-01T00:00:00Z&to=2026-01-01T00:01:00Z",
            "/api/openapi.json", "/health");
    private static final String UNKNOWN = "/api/v1/nothing-of-ours";
    private static final Set<String> RIGHT = Set.of("200", "503 problem");

    private final AtomicInteger right = new AtomicInteger();
    private final AtomicInteger later = new AtomicInteger();
    private final Map<String, String> wrong = new ConcurrentHashMap<>();
    private volatile boolean over;

    @Test
    void everyAnswerIsTheRightOneOrAProblemThatSaysTryAgain() throws InterruptedException {
        try (Distribution opensem = Distribution.unpack("rest-swap").withDriver("http", Map.of()).start();
                Shell shell = opensem.shell()) {
            List<HttpRequest> reads = ANSWERED.stream().map(path -> request(opensem, path).build()).toList();
            List<HttpRequest> others = List.of(request(opensem, UNKNOWN).build(),
                    request(opensem, "/api/v1/live").header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("[]")).build());
            ExecutorService callers = Executors.newFixedThreadPool(4);
            for (int i = 0; i < 3; i++) {
                callers.execute(() -> hammer(reads, RIGHT));
            }
            // What is wrong with these is told by a problem, too.
            callers.execute(() -> hammer(others, Set.of("503 problem", "404 problem", "400 problem", "409 problem")));
            try {
                for (int i = 0; i < SWAPS; i++) {
                    shell.run("bundle:update " + REST);
                    awaitAnswer(opensem, "200", () -> {});
                    awaitAnswer(opensem, "503 problem", () -> shell.run("bundle:stop " + REST));
                    awaitAnswer(opensem, "200", () -> shell.run("bundle:start " + REST));
                }
            } finally {
                over = true;
                callers.shutdown();
                assertThat(callers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            }
            assertThat(wrong).as("%s right answers, %s of 503", right, later).isEmpty();
            assertThat(later).hasPositiveValue();
            assertThat(right.get()).isGreaterThan(200);
            assertThat(opensem.get(UNKNOWN).statusCode()).as("nothing there, while REST is").isEqualTo(404);
        }
    }

    private static HttpRequest.Builder request(Distribution opensem, String path) {
        return opensem.request(path).header("Accept-Language", "de").header("Accept", "application/json, text/html;q=0.5");
    }

    /** @param first done before each look: the refresh of an update may start again what was just stopped */
    private void awaitAnswer(Distribution opensem, String kind, Runnable first) {
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            first.run();
            assertThat(kind(opensem.get("/api/v1/status"))).as(wrong::toString).isEqualTo(kind);
        });
    }

    private void hammer(List<HttpRequest> requests, Set<String> expected) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!over) {
                for (HttpRequest request : requests) {
                    judge(request, client.send(request, HttpResponse.BodyHandlers.ofString()), expected);
                }
            }
        } catch (IOException e) {
            wrong.put(e.toString(), "");
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void judge(HttpRequest request, HttpResponse<String> answer, Set<String> expected) {
        String kind = kind(answer);
        if (!expected.contains(kind)) {
            wrong.putIfAbsent(request.uri() + " answered " + kind, answer.headers().map() + "\n" + answer.body());
        } else if (kind.equals("503 problem")) {
            later.incrementAndGet();
        } else {
            right.incrementAndGet();
        }
    }

    /** Its status, with a word for what is complete: of a problem its texts, of JSON its type. */
    private static String kind(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        int status = answer.statusCode();
        if (status == 200) {
            return type.startsWith("application/json") ? "200" : "200 of " + type;
        }
        boolean again = answer.headers().firstValue("Retry-After").isPresent();
        boolean problem = type.equals("application/problem+json") && again == (status == 503)
                && Stream.of("\"urn:opensem:problem:", "\"title\":\"", "\"status\":" + status, "\"detail\":\"")
                        .allMatch(answer.body()::contains);
        return status + (problem ? " problem" : " " + type);
    }
}
