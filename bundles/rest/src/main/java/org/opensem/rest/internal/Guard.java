package org.opensem.rest.internal;

import org.opensem.access.Decision;
import org.osgi.service.component.annotations.Component;

/**
 * Answers only what the doorkeeper (bundles/access/http) has let in. It stands before every servlet; while it is being updated
 * nobody decides, and nobody gets in.
 */
@Component(service = Guard.class)
public final class Guard {

    /**
     * As whom somebody was let in.
     *
     * @param attribute the request's, named {@link Decision#ATTRIBUTE}
     * @throws Problem 503 if nobody has decided
     */
    Decision check(Object attribute) {
        if (attribute instanceof Decision decision && decision.isAdmitted()) {
            return decision;
        }
        throw Problem.of(503, "updating");
    }
}
