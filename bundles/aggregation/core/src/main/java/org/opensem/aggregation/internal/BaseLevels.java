package org.opensem.aggregation.internal;

import org.opensem.metering.Sample;

/**
 * The base load that a day's seconds are split with (D1), in milliwatts, none below 0.
 *
 * @param l1 of the seconds that have phases; likewise l2, l3
 * @param total of the seconds that have none
 */
public record BaseLevels(int l1, int l2, int l3, int total) {
    static final BaseLevels NONE = new BaseLevels(0, 0, 0, 0);

    /** The base power of one second: never more than its import. */
    long base(int power, int p1, int p2, int p3) {
        if (power <= 0) {
            return 0;
        }
        if (p1 == Sample.ABSENT) {
            return Math.min(power, total);
        }
        long phases = (long) part(p1, l1) + part(p2, l2) + part(p3, l3);
        return Math.min(phases, power);
    }

    private static int part(int power, int level) {
        return Math.min(Math.max(power, 0), level);
    }
}
