package org.opensem.rest.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every fault with {@code application/problem+json} in the request's language. */
final class FaultMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(FaultMapper.class);

    private final Services services;
    private final Description description = new Description();

    @Context
    private HttpHeaders headers;

    @Context
    private HttpServletRequest request;

    FaultMapper(Services services) {
        this.services = services;
    }

    @Override
    public Response toResponse(Throwable fault) {
        if (fault instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        Texts texts = new Texts(services.language(languages()));
        Problem problem = isAway(fault) ? Problem.unavailable("api") : Faults.problem(fault, servicesChanged());
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(ProblemJson.MEDIA_TYPE)
                .language(texts.locale().getLanguage())
                .entity(ProblemJson.of(problem, texts));
        problem.retrySeconds().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"openSEM\"");
        }
        if (fault instanceof WebApplicationException web) {
            String allow = web.getResponse().getHeaderString(HttpHeaders.ALLOW);
            if (allow != null) {
                answer.header(HttpHeaders.ALLOW, allow);
            }
        }
        return answer.build();
    }

    /** The whiteboard adds and removes our resources one by one: while it does, some are not found. */
    private boolean isAway(Throwable fault) {
        return fault.getClass() == NotFoundException.class && description.has(request.getRequestURI());
    }

    private List<Locale> languages() {
        try {
            return headers.getAcceptableLanguages();
        } catch (RuntimeException e) {
            // A header that cannot be read is no reason to hide the fault.
            LOG.debug("The languages that are asked for cannot be read", e);
            return List.of();
        }
    }

    @SuppressWarnings("unchecked")
    private boolean servicesChanged() {
        return request.getAttribute(RequestFilter.PRESENT) instanceof List<?> before
                && services.changed((List<Object>) before);
    }
}
