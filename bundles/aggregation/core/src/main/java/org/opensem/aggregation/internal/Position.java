package org.opensem.aggregation.internal;

/**
 * What the committed figures stand for.
 *
 * @param epoch the change log that the sequence belongs to
 * @param sequence the last change that they hold
 * @param zone the zone whose days the base loads are of; empty before the first commit
 */
public record Position(long epoch, long sequence, String zone) {
    public static final Position NONE = new Position(0, 0, "");
}
