package org.opensem.aggregation;

import java.time.Duration;

/**
 * @param sequence last change of the store that the intervals hold
 * @param pending whether later changes are known and not yet computed
 * @param behind for how long something has been pending without a pause; zero while nothing is
 */
public record AggregationStatus(long sequence, boolean pending, Duration behind) {
    /** The store tells of new seconds every ten seconds, and they are computed within one: that is everyday, and nobody waits. */
    private static final Duration EVERYDAY = Duration.ofSeconds(3);

    public AggregationStatus {
        if (behind.isNegative() || !pending && !behind.isZero()) {
            throw new IllegalArgumentException("Behind by " + behind + (pending ? "" : " with nothing pending"));
        }
    }

    /** Of a service that does not tell for how long. */
    public AggregationStatus(long sequence, boolean pending) {
        this(sequence, pending, Duration.ZERO);
    }

    /** Whether the figures have been behind for longer than is everyday: sums may be too small until then, and have to say so. */
    public boolean isCatchingUp() {
        return behind.compareTo(EVERYDAY) > 0;
    }
}
