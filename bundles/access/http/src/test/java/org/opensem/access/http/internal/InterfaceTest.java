package org.opensem.access.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensem.access.Decision;
import org.opensem.access.Decision.Caller;

/** X2, rest.md: what goes wrong beneath the interface is a problem that says try again; what it says itself stays as it is. */
class InterfaceTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServlet servlet;
    private JettyHouse jetty;

    /** What lies beneath the interface: it does what a test wants. */
    private interface Does {
        void answer(HttpServletResponse response) throws IOException, ServletException;
    }

    @BeforeEach
    void start() throws Exception {
        FakeControl control = new FakeControl();
        control.decision = Decision.admitted(Caller.OWNER, "a1");
        jetty = new JettyHouse(control, new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response)
                    throws IOException, ServletException {
                servlet.service(request, response);
            }
        });
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        jetty.close();
    }

    private void beneath(Does does) {
        servlet = new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response)
                    throws IOException, ServletException {
                does.answer(response);
            }
        };
    }

    private HttpResponse<String> send(String path, String method) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + jetty.port() + path))
                .header("Accept-Language", "de").header("Accept", "text/html, */*")
                .method(method, HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    private static void isTryAgain(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(response.headers().firstValue("Content-Language")).hasValue("de");
        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(response.headers().firstValue("Allow")).isEmpty();
        assertThat(response.body()).isEqualTo("{\"type\":\"urn:opensem:problem:interface-updating\","
                + "\"title\":\"Einen Moment nicht verfügbar\",\"status\":503,"
                + "\"detail\":\"Die Schnittstelle wird gerade aktualisiert. Noch einmal versuchen.\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/status", "/api", "/api/v1/live;a=b", "/health", "/metrics"})
    void whatIsThrownThroughItIsTryAgain(String path) throws Exception {
        beneath(response -> {
            throw new ServletException("A MultiException has 1 exceptions.");
        });
        isTryAgain(send(path, "GET"));
        beneath(response -> {
            throw new NoClassDefFoundError("org/opensem/rest/internal/Gone");
        });
        isTryAgain(send(path, "POST"));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 500, 503})
    void whatNobodyButTheServerAnswersIsTryAgain(int status) throws Exception {
        beneath(response -> {
            response.setHeader("Allow", "GET");
            response.setHeader("Content-Encoding", "gzip");
            response.getOutputStream().print("half an answer");
            response.sendError(status);
        });
        isTryAgain(send("/api/v1/status", "GET"));
    }

    /** What Jersey leaves of a fault that nobody there can put into words any more. */
    @Test
    void aFaultWithoutAWordIsTryAgain() throws Exception {
        beneath(response -> response.setStatus(500));
        isTryAgain(send("/api/v1/status", "GET"));
    }

    @Test
    void whatItSaysItselfStays() throws Exception {
        beneath(response -> {
            response.setStatus(404);
            response.setContentType("application/problem+json");
            response.getWriter().print("{\"status\":404}");
        });
        assertThat(send("/api/v1/nothing", "GET").body()).isEqualTo("{\"status\":404}");
        beneath(response -> {
            response.setStatus(500);
            response.setContentType("application/problem+json");
        });
        assertThat(send("/api/v1/status", "HEAD").statusCode()).isEqualTo(500);
        beneath(response -> response.sendError(400));
        assertThat(send("/api/v1/status", "GET").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home", "/apis", "/healthy"})
    void pagesAreNoneOfItsBusiness(String path) throws Exception {
        beneath(response -> response.sendError(404));
        assertThat(send(path, "GET").statusCode()).isEqualTo(404);
    }

    @Test
    void anAnswerThatHasBegunIsNotMended() throws Exception {
        beneath(response -> {
            response.getOutputStream().print("begun");
            response.flushBuffer();
            throw new IllegalStateException("swapped");
        });
        assertThat(client.sendAsync(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + jetty.port() + "/api/v1/samples"))
                .build(), BodyHandlers.ofString())).failsWithin(java.time.Duration.ofSeconds(20));
    }

    @Test
    void whileItIsAwayTheStopgapAnswersEverything() throws Exception {
        servlet = new Stopgap();
        isTryAgain(send("/api/v1/status", "GET"));
        isTryAgain(send("/health", "PUT"));
    }
}
