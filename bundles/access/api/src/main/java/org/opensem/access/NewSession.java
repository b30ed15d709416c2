package org.opensem.access;

import java.time.Duration;

/**
 * A session that has just begun.
 *
 * @param token the secret that only the browser keeps
 * @param id names the session, no secret
 * @param life how long it lasts at most
 */
public record NewSession(String token, String id, Duration life) {

    /** Tells no secret. */
    @Override
    public String toString() {
        return "NewSession " + id;
    }
}
