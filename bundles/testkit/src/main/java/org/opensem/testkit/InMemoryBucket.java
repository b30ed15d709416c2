package org.opensem.testkit;

import org.opensem.metering.Sample;
import org.opensem.store.SampleBuckets.Bucket;
import org.opensem.store.SampleBuckets.Figures;
import org.opensem.store.SecondVisitor;

/** Collects the seconds of one bucket. */
final class InMemoryBucket implements SecondVisitor {
    private final long start;
    private final Series total = new Series();
    private final Series l1 = new Series();
    private final Series l2 = new Series();
    private final Series l3 = new Series();

    InMemoryBucket(long start) {
        this.start = start;
    }

    @Override
    public void second(long epochSecond, int totalMilliwatts, int l1Milliwatts, int l2Milliwatts, int l3Milliwatts) {
        total.add(totalMilliwatts);
        l1.add(l1Milliwatts);
        l2.add(l2Milliwatts);
        l3.add(l3Milliwatts);
    }

    Bucket result() {
        return new Bucket(start, total.count, total.figures(), l1.figures(), l2.figures(), l3.figures());
    }

    private static final class Series {
        private int count;
        private long sum;
        private int min = Integer.MAX_VALUE;
        private int max = Integer.MIN_VALUE;

        void add(int milliwatts) {
            if (milliwatts != Sample.ABSENT) {
                count++;
                sum += milliwatts;
                min = Math.min(min, milliwatts);
                max = Math.max(max, milliwatts);
            }
        }

        Figures figures() {
            return count == 0 ? null : new Figures(min, (double) sum / count, max);
        }
    }
}
