package org.opensem.metering;

import java.time.Instant;

/**
 * One second's active power at the grid connection, in milliwatts; import is positive, export negative (T7).
 *
 * <p>The second is the one that begins at {@code epochSecond}. Phases are optional: a meter may tell the total only, and
 * then each phase is {@link #ABSENT}. Where the phases are present the total is their sum. Made through {@link #ofPhases}
 * and {@link #ofTotal}.
 *
 * @param epochSecond seconds since 1970-01-01T00:00:00Z, 0 or later
 * @param totalMilliwatts total active power
 * @param l1Milliwatts active power of L1 or {@link #ABSENT}
 * @param l2Milliwatts active power of L2 or {@link #ABSENT}
 * @param l3Milliwatts active power of L3 or {@link #ABSENT}
 */
public record Sample(long epochSecond, int totalMilliwatts, int l1Milliwatts, int l2Milliwatts, int l3Milliwatts) {

    /** Stands for a phase that the meter does not tell. Never a power. */
    public static final int ABSENT = Integer.MIN_VALUE;

    /** The largest magnitude of a phase's or the total's power: 2,000 kW. */
    public static final int MOST_MILLIWATTS = 2_000_000_000;

    public Sample {
        if (epochSecond < 0) {
            throw new IllegalArgumentException("A sample's second lies before 1970: " + epochSecond);
        }
        int absent = (l1Milliwatts == ABSENT ? 1 : 0) + (l2Milliwatts == ABSENT ? 1 : 0) + (l3Milliwatts == ABSENT ? 1 : 0);
        if (absent != 0 && absent != 3) {
            throw new IllegalArgumentException("Either all three phases are present or none");
        }
        check(totalMilliwatts);
        if (absent == 0) {
            check(l1Milliwatts);
            check(l2Milliwatts);
            check(l3Milliwatts);
            if ((long) l1Milliwatts + l2Milliwatts + l3Milliwatts != totalMilliwatts) {
                throw new IllegalArgumentException("The total is not the sum of the phases");
            }
        }
    }

    /** A sample of three phases; the total is their sum. */
    public static Sample ofPhases(long epochSecond, int l1Milliwatts, int l2Milliwatts, int l3Milliwatts) {
        long total = (long) l1Milliwatts + l2Milliwatts + l3Milliwatts;
        if (Math.abs(total) > MOST_MILLIWATTS) {
            throw new IllegalArgumentException("Power is beyond 2,000 kW: " + total + " mW");
        }
        return new Sample(epochSecond, (int) total, l1Milliwatts, l2Milliwatts, l3Milliwatts);
    }

    /** A sample of a meter that tells the total only. */
    public static Sample ofTotal(long epochSecond, int totalMilliwatts) {
        return new Sample(epochSecond, totalMilliwatts, ABSENT, ABSENT, ABSENT);
    }

    /** The same power in another second. */
    public Sample at(long otherSecond) {
        return otherSecond == epochSecond
                ? this : new Sample(otherSecond, totalMilliwatts, l1Milliwatts, l2Milliwatts, l3Milliwatts);
    }

    /** Watts to the milliwatts that are stored; halves are rounded away from zero. */
    public static int milliwatts(double watts) {
        if (!(Math.abs(watts) * 1000 <= MOST_MILLIWATTS)) {
            throw new IllegalArgumentException("Power is beyond 2,000 kW or no number: " + watts + " W");
        }
        return (int) (Math.signum(watts) * Math.floor(Math.abs(watts) * 1000 + 0.5));
    }

    public boolean hasPhases() {
        return l1Milliwatts != ABSENT;
    }

    /** The phase's power in milliwatts, or {@link #ABSENT}. */
    public int milliwatts(Phase phase) {
        return switch (phase) {
            case L1 -> l1Milliwatts;
            case L2 -> l2Milliwatts;
            case L3 -> l3Milliwatts;
        };
    }

    public Instant time() {
        return Instant.ofEpochSecond(epochSecond);
    }

    private static void check(int milliwatts) {
        if (Math.abs((long) milliwatts) > MOST_MILLIWATTS) {
            throw new IllegalArgumentException("Power is beyond 2,000 kW: " + milliwatts + " mW");
        }
    }
}
