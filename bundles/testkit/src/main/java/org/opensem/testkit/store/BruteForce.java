package org.opensem.testkit.store;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.ToIntFunction;
import org.opensem.metering.Sample;
import org.opensem.store.SampleBuckets.Bucket;
import org.opensem.store.SampleBuckets.Figures;

/** Buckets computed from the seconds, one after the other. */
final class BruteForce {

    private BruteForce() {}

    static List<Bucket> buckets(NavigableMap<Long, Sample> seconds, long from, long to, int bucketSeconds) {
        List<Bucket> buckets = new ArrayList<>();
        for (long start = from; start < to; start += bucketSeconds) {
            List<Sample> all = List.copyOf(seconds.subMap(start, Math.min(to, start + bucketSeconds)).values());
            List<Sample> phased = all.stream().filter(Sample::hasPhases).toList();
            buckets.add(new Bucket(start, all.size(), figures(all, Sample::totalMilliwatts),
                    figures(phased, Sample::l1Milliwatts),
                    figures(phased, Sample::l2Milliwatts), figures(phased, Sample::l3Milliwatts)));
        }
        return buckets;
    }

    private static Figures figures(List<Sample> samples, ToIntFunction<Sample> series) {
        if (samples.isEmpty()) {
            return null;
        }
        long sum = 0;
        int min = Integer.MAX_VALUE;
        int max = Integer.MIN_VALUE;
        for (Sample sample : samples) {
            int value = series.applyAsInt(sample);
            sum += value;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return new Figures(min, sum / (double) samples.size(), max);
    }
}
