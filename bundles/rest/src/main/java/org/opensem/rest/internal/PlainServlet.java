package org.opensem.rest.internal;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** What the calls outside of the whiteboard's application have in common: GET only, the guard, faults as problems. */
abstract class PlainServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient Guard guard;
    private final transient Services services;

    PlainServlet(Guard guard, Services services) {
        this.guard = guard;
        this.services = services;
    }

    /** Answers, or throws what {@link Faults} makes a problem of. */
    protected abstract void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Refuses whom the guard refuses. */
    protected void admit(HttpServletRequest request) {
        guard.check(request.getMethod(), request.getHeader("Host"), Collections.list(request.getHeaders("Origin")));
    }

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            admit(request);
            if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
                response.setHeader("Allow", "GET, HEAD");
                throw Problem.of(405, "method-not-allowed");
            }
            answer(request, response);
        } catch (RuntimeException e) {
            problem(request, response, Faults.problem(e, false));
        }
    }

    private void problem(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        // Without the header the container would name the machine's language.
        boolean asked = request.getHeader("Accept-Language") != null;
        Texts texts = new Texts(services.language(asked ? Collections.list(request.getLocales()) : List.of()));
        response.setStatus(problem.status());
        response.setHeader("Content-Language", texts.locale().getLanguage());
        if (problem.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", String.valueOf(Problem.RETRY_SECONDS));
        }
        send(response, ProblemJson.MEDIA_TYPE, Json.string(ProblemJson.of(problem, texts)));
    }

    static void send(HttpServletResponse response, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
