package org.opensem.access.http.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What programs ask: REST, health and metrics. Their own faults are problems. What else goes wrong there, goes wrong beneath them
 * while they are being swapped, and is answered with the problem that one may try again (X2).
 */
final class Interface {
    private static final Logger LOG = LoggerFactory.getLogger(Interface.class);
    private static final Pattern PATHS = Pattern.compile("/(?:api|health|metrics)(?:[/;].*)?");
    private static final int FIRST_SERVER_FAULT = 500;

    private Interface() {}

    static boolean isAsked(HttpServletRequest request) {
        return PATHS.matcher(request.getRequestURI()).matches();
    }

    static void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, new Answer(request, response));
            if (isBare(response) && !request.isAsyncStarted()) {
                LOG.debug("{} {}: a fault without a word", request.getMethod(), request.getRequestURI());
                tryAgain(request, response);
            }
        } catch (ServletException | RuntimeException | LinkageError e) {
            if (response.isCommitted()) {
                throw e;
            }
            LOG.warn("{} met an update and was answered 503: {}", request.getRequestURI(), e.toString());
            LOG.debug("A request met an update", e);
            tryAgain(request, response);
        }
    }

    private static boolean isBare(HttpServletResponse response) {
        return response.getStatus() >= FIRST_SERVER_FAULT && response.getContentType() == null && !response.isCommitted();
    }

    private static void tryAgain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setHeader("Content-Encoding", null);
        response.setHeader("Allow", null);
        Answers.refuse(request, response, Refused.INTERFACE, "");
    }

    /** Our calls give their 404 as a problem, without {@code sendError}: it tells that there was none of them to answer. */
    private static final class Answer extends HttpServletResponseWrapper {
        private final HttpServletRequest request;

        Answer(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendError(int status) throws IOException {
            sendError(status, null);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            if (status == SC_NOT_FOUND || status >= FIRST_SERVER_FAULT) {
                LOG.debug("{} {}: nobody answered but the server, {}", request.getMethod(), request.getRequestURI(), status);
                tryAgain(request, (HttpServletResponse) getResponse());
            } else {
                super.sendError(status, message);
            }
        }
    }
}
