package org.opensem.rest.internal;

import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.opensem.access.AccessControl;
import org.opensem.access.AccessRequest;
import org.opensem.access.AccessRequest.Door;
import org.opensem.access.Owner;
import org.opensem.access.Sessions;
import org.opensem.access.Tokens;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the resources about access ask; while it is being updated they answer 503. */
@Component(service = AccessServices.class)
public final class AccessServices {
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile AccessControl control;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Owner owner;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Sessions sessions;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Tokens tokens;

    AccessControl control() {
        return present(control);
    }

    Owner owner() {
        return present(owner);
    }

    Sessions sessions() {
        return present(sessions);
    }

    Tokens tokens() {
        return present(tokens);
    }

    private static <T> T present(T service) {
        if (service == null) {
            throw Problem.unavailable("access");
        }
        return service;
    }

    static AccessRequest request(HttpServletRequest request) {
        return new AccessRequest(Door.HTTP, request.getRemoteAddr(), request.getMethod(), request.getRequestURI(),
                name -> Collections.list(request.getHeaders(name)));
    }
}
