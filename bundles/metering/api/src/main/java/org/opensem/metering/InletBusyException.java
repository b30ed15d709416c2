package org.opensem.metering;

/**
 * A backlog handed to a {@link MeterInlet} was not taken in time, perhaps because the store is being updated. A part of it may
 * have been taken; handing over the whole again does no harm, since a second that is there already is dropped.
 */
public final class InletBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InletBusyException(String message) {
        super(message);
    }
}
