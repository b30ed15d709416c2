package org.opensem.metering;

import java.util.Objects;

/**
 * How a driver is doing.
 *
 * @param state see {@link State}
 * @param detail one sentence for people, may be empty: what is wrong and what to do
 * @param demo whether the samples are made up or replayed, so that they must not mix with a real meter's
 */
public record DriverStatus(State state, String detail, boolean demo) {

    /** A driver's state. */
    public enum State {
        /** Samples arrive. */
        RUNNING,
        /** Ready, and no sample has come yet. */
        WAITING,
        /** A replay has reached its end. */
        FINISHED,
        /** The meter does not answer, or the configuration is wrong. */
        FAULTED
    }

    public DriverStatus {
        Objects.requireNonNull(state);
        Objects.requireNonNull(detail);
    }
}
