package org.opensem.rest.internal;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/** What holds for every call: who may call, and that no answer is cached. */
@PreMatching
final class RequestFilter implements ContainerRequestFilter, ContainerResponseFilter {
    /** Request property, which is an attribute of the servlet request: the services that were there when the request began. */
    static final String PRESENT = "org.opensem.rest.present";

    private static final int FIRST_FAULT = 400;

    private final Guard guard;
    private final Services services;

    RequestFilter(Guard guard, Services services) {
        this.guard = guard;
        this.services = services;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(PRESENT, services.present());
        List<String> origins = request.getHeaders().getOrDefault("Origin", List.of());
        guard.check(request.getMethod(), request.getHeaderString(HttpHeaders.HOST), origins);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        if (response.getStatus() >= FIRST_FAULT && request.hasEntity()) {
            // Perhaps refused with its body unread: then the server drops the connection, and nobody may send on it again.
            response.getHeaders().putSingle("Connection", "close");
        }
    }
}
