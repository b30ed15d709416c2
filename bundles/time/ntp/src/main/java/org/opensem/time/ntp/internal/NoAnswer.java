package org.opensem.time.ntp.internal;

import java.util.Objects;
import org.opensem.time.TimeServers.State;

/** Why a server did not tell the time. */
final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final State state;
    private final boolean forGood;

    NoAnswer(State state, String detail) {
        this(state, detail, null, false);
    }

    NoAnswer(State state, String detail, Throwable cause) {
        this(state, detail, cause, false);
    }

    private NoAnswer(State state, String detail, Throwable cause, boolean forGood) {
        super(detail, cause);
        this.state = Objects.requireNonNull(state);
        this.forGood = forGood;
    }

    /** It wants to be left alone. */
    static NoAnswer declined(String code) {
        return new NoAnswer(State.DECLINES, "It answers " + code, null, !code.equals("RATE"));
    }

    State state() {
        return state;
    }

    /** Whether it is not to be asked again at all. */
    boolean isForGood() {
        return forGood;
    }
}
