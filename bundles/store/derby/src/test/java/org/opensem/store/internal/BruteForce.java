package org.opensem.store.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.opensem.metering.Sample;
import org.opensem.store.SampleBuckets.Bucket;
import org.opensem.store.SampleBuckets.Figures;

/** Buckets straight from the samples. */
final class BruteForce {
    private BruteForce() {}

    static List<Bucket> buckets(List<Sample> all, long from, long to, int size) {
        List<Bucket> buckets = new ArrayList<>();
        for (long start = from; start < to; start += size) {
            long begin = start;
            long end = Math.min(to, start + size);
            List<Sample> in = all.stream().filter(s -> s.epochSecond() >= begin && s.epochSecond() < end).toList();
            List<Sample> phased = in.stream().filter(s -> s.l1Milliwatts() != Sample.ABSENT).toList();
            buckets.add(new Bucket(start, in.size(), figures(in, Sample::totalMilliwatts), figures(phased, Sample::l1Milliwatts),
                    figures(phased, Sample::l2Milliwatts), figures(phased, Sample::l3Milliwatts)));
        }
        return buckets;
    }

    private static Figures figures(List<Sample> samples, ToIntFunction<Sample> series) {
        if (samples.isEmpty()) {
            return null;
        }
        long sum = samples.stream().mapToLong(series::applyAsInt).sum();
        return new Figures(samples.stream().mapToInt(series).min().getAsInt(), sum / (double) samples.size(),
                samples.stream().mapToInt(series).max().getAsInt());
    }
}
