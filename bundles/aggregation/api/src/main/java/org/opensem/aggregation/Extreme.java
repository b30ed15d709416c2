package org.opensem.aggregation;

/**
 * A smallest or largest total active power and the first second that had it (T8).
 *
 * @param milliwatts total active power
 * @param epochSecond when
 */
public record Extreme(int milliwatts, long epochSecond) {

    /** The smaller one; the earlier wins a tie. Either may be null. */
    public static Extreme lower(Extreme a, Extreme b) {
        return pick(a, b, -1);
    }

    /** The larger one; the earlier wins a tie. Either may be null. */
    public static Extreme higher(Extreme a, Extreme b) {
        return pick(a, b, 1);
    }

    private static Extreme pick(Extreme a, Extreme b, int sign) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        int order = sign * Integer.compare(a.milliwatts, b.milliwatts);
        if (order == 0) {
            return a.epochSecond <= b.epochSecond ? a : b;
        }
        return order > 0 ? a : b;
    }
}
