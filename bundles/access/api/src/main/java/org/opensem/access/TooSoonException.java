package org.opensem.access;

import java.time.Duration;

/** After wrong attempts the next one is looked at only after a while; this one was not. */
public class TooSoonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public TooSoonException(Duration wait) {
        super("Wait " + wait, null, false, false);
        this.wait = wait;
    }

    /** How long until the next attempt is looked at; at least a second. */
    public Duration waiting() {
        return wait;
    }

    /** The same in whole seconds, rounded up. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
