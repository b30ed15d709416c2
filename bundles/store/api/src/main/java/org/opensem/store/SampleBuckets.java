package org.opensem.store;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Down-sampled curves: exact minimum, mean and maximum, so that no spike vanishes (G1); without marked seconds (G7). */
@ProviderType
public interface SampleBuckets {

    /**
     * Buckets of {@code bucketSeconds} aligned to {@code from}; every bucket of the range is there, also the uncovered ones.
     *
     * @param from epoch second, inclusive
     * @param to epoch second, exclusive; the last bucket may be shorter
     * @param bucketSeconds 1 or more; at most 100,000 buckets a call
     * @throws IllegalArgumentException if the range is empty or asks for too many buckets
     */
    List<Bucket> buckets(long from, long to, int bucketSeconds);

    /**
     * @param start epoch second
     * @param coveredSeconds stored seconds in the bucket that are not marked invalid
     * @param total of the covered seconds; null if there are none
     * @param l1 of the covered seconds that have phases; null if there are none; likewise l2, l3
     */
    record Bucket(long start, int coveredSeconds, Figures total, Figures l1, Figures l2, Figures l3) {}

    /** Milliwatts. */
    record Figures(int min, double mean, int max) {}
}
