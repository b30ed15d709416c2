package org.opensem.aggregation;

/**
 * A fixed quarter-hour slot of UTC.
 *
 * @param start epoch second, a multiple of 900
 * @param figures what was measured in it
 */
public record Interval(long start, Figures figures) {
    /** Seconds of a slot. */
    public static final int SECONDS = 900;

    public Interval {
        if (start % SECONDS != 0) {
            throw new IllegalArgumentException("A slot starts at a quarter of an hour: " + start);
        }
    }
}
