package org.opensem.rest.internal;

import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opensem.access.AccessControl;
import org.opensem.access.AccessRequest;
import org.opensem.access.AccessRequest.Door;
import org.opensem.access.Owner;
import org.opensem.access.Sessions;
import org.opensem.access.Tokens;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the resources about access ask; while it is being updated they answer 503. Immediate, for streams ask it longer than a
 * resource lives.
 */
@Component(service = AccessServices.class, immediate = true)
public final class AccessServices {
    private final LiveStream stream;
    private volatile AccessControl control;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Owner owner;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Sessions sessions;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Tokens tokens;

    @Activate
    public AccessServices(@Reference LiveStream stream) {
        this.stream = stream;
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void setControl(AccessControl next) {
        control = next;
        stream.accessChanged();
    }

    void unsetControl(AccessControl gone) {
        if (control == gone) {
            control = null;
        }
    }

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

    /** The same for as long as one likes: the server uses a request's headers again after it. @param path decoded */
    static AccessRequest kept(HttpServletRequest request, String path) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name, List.copyOf(Collections.list(request.getHeaders(name))));
        }
        return new AccessRequest(Door.HTTP, request.getRemoteAddr(), request.getMethod(), path,
                name -> headers.getOrDefault(name, List.of()));
    }

    /** Whether somebody who was let in would be so again. While nobody can say, nobody is let go (X2). */
    boolean admits(AccessRequest kept) {
        AccessControl present = control;
        return present == null || present.decide(kept).isAdmitted();
    }
}
