package org.opensem.access.http.internal;

import org.opensem.access.Decision.Refusal;

/**
 * How a refusal is answered.
 *
 * @param status of HTTP
 * @param key of its texts, and of the problem's type
 */
record Refused(int status, String key) {
    /** REST, or what it stands on, is being swapped. */
    static final Refused INTERFACE = new Refused(503, "interface-updating");

    static Refused of(Refusal refusal) {
        return switch (refusal) {
            case FOREIGN_HOST -> new Refused(421, "foreign-host");
            case FOREIGN_ORIGIN -> new Refused(403, "foreign-origin");
            case NOT_LOCAL -> new Refused(403, "not-local");
            case UNKNOWN_CALLER -> new Refused(401, "login-needed");
            case READ_ONLY -> new Refused(403, "read-only");
            case OWNER_ONLY -> new Refused(403, "owner-only");
            case SETUP_FIRST -> new Refused(403, "setup-first");
            case UPDATING -> new Refused(503, "access-updating");
        };
    }
}
