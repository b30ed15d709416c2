package org.opensem.rest.internal;

import java.util.ArrayList;
import java.util.List;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.CorrectionFactors.Step;
import org.opensem.aggregation.EnergyService;
import org.opensem.metering.Sample;
import org.opensem.store.SampleBuckets;
import org.opensem.store.SampleBuckets.Bucket;
import org.opensem.store.SampleBuckets.Figures;
import org.opensem.store.SecondVisitor;

/**
 * The one place where what the store and the sampler say is corrected (E4), or left as it is for {@code raw=true}.
 *
 * @param factors those in force
 */
record Corrected(boolean raw, CorrectionFactors factors) {

    static Corrected of(Services services, boolean raw) {
        return new Corrected(raw, raw ? CorrectionFactors.NONE : services.factors());
    }

    EnergyService energy(EnergyService service) {
        return raw ? service.raw() : service;
    }

    Sample sample(Sample sample) {
        return factors.sample(sample);
    }

    SecondVisitor seconds(SecondVisitor visitor) {
        if (factors.neutral()) {
            return visitor;
        }
        return (second, total, l1, l2, l3) -> {
            Sample sample = factors.sample(new Sample(second, total, l1, l2, l3));
            visitor.second(second, sample.totalMilliwatts(), sample.l1Milliwatts(), sample.l2Milliwatts(), sample.l3Milliwatts());
        };
    }

    /** Corrected buckets. One in which the factor changes is put together of its parts. */
    List<Bucket> buckets(SampleBuckets store, long from, long to, int bucketSeconds) {
        List<Bucket> buckets = store.buckets(from, to, bucketSeconds);
        if (factors.neutral()) {
            return buckets;
        }
        List<Bucket> corrected = new ArrayList<>(buckets.size());
        for (Bucket bucket : buckets) {
            long end = Math.min(to, bucket.start() + bucketSeconds);
            List<Long> steps = factors.steps().stream().map(Step::from)
                    .filter(step -> step > bucket.start() && step < end).toList();
            boolean one = steps.isEmpty() || bucket.coveredSeconds() == 0;
            corrected.add(one ? corrected(bucket) : parts(store, bucket.start(), end, steps));
        }
        return corrected;
    }

    private Bucket parts(SampleBuckets store, long start, long end, List<Long> steps) {
        Bucket sum = null;
        for (int i = 0; i <= steps.size(); i++) {
            long first = i == 0 ? start : steps.get(i - 1);
            long last = i == steps.size() ? end : steps.get(i);
            Bucket part = corrected(store.buckets(first, last, (int) (last - first)).getFirst());
            sum = sum == null ? part : plus(sum, part);
        }
        return sum;
    }

    private static Bucket plus(Bucket a, Bucket b) {
        int weightA = a.coveredSeconds();
        int weightB = b.coveredSeconds();
        return new Bucket(a.start(), weightA + weightB, plus(a.total(), weightA, b.total(), weightB),
                plus(a.l1(), weightA, b.l1(), weightB), plus(a.l2(), weightA, b.l2(), weightB),
                plus(a.l3(), weightA, b.l3(), weightB));
    }

    private static Figures plus(Figures a, int weightA, Figures b, int weightB) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return new Figures(Math.min(a.min(), b.min()), (a.mean() * weightA + b.mean() * weightB) / (weightA + weightB),
                Math.max(a.max(), b.max()));
    }

    private Bucket corrected(Bucket raw) {
        long at = raw.start();
        Figures l1 = corrected(raw.l1(), at);
        Figures l2 = corrected(raw.l2(), at);
        Figures l3 = corrected(raw.l3(), at);
        Figures total = corrected(raw.total(), at);
        if (raw.coveredSeconds() == 1 && l1 != null) {
            // A single second is the same here as everywhere: the sum of its phases.
            int sum = l1.min() + l2.min() + l3.min();
            total = new Figures(sum, sum, sum);
        }
        return new Bucket(at, raw.coveredSeconds(), total, l1, l2, l3);
    }

    private Figures corrected(Figures raw, long at) {
        if (raw == null) {
            return null;
        }
        return new Figures(factors.milliwatts(raw.min(), at), factors.watts(raw.mean(), at), factors.milliwatts(raw.max(), at));
    }
}
