package org.opensem.aggregation.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.metering.Sample;
import org.opensem.store.SampleStore;
import org.opensem.store.SecondVisitor;
import org.opensem.store.StoreStatus;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;
import org.opensem.testkit.InMemorySampleStore;
import org.opensem.testkit.TestClock;

/** A store, a clock, tables and a follower that a test drives step by step, and restarts as it likes. */
final class House {
    final TestClock clock = new TestClock(Instant.parse("2026-11-23T12:00:00Z"));
    final FakeTables tables = new FakeTables();
    InMemorySampleStore store = new InMemorySampleStore();
    private Follower follower;

    /** What the store looks like to a program that knows no marks. */
    SampleStore withoutMarks() {
        return new SampleStore() {
            @Override
            public WriteResult write(List<Sample> samples, WriteMode mode) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void read(long from, long to, SecondVisitor visitor) {
                store.readRaw(from, to, visitor);
            }

            @Override
            public StoreStatus status() {
                return store.status();
            }
        };
    }

    House zone(String id) {
        clock.zone(id);
        return this;
    }

    Follower follower() {
        if (follower == null) {
            follower = new Follower(store, store, clock, tables, Duration.ZERO);
        }
        return follower;
    }

    /** The process dies: what is not in the tables is gone. */
    House crash() {
        follower = null;
        return this;
    }

    House round() {
        try {
            follower().round(Duration.ZERO, () -> false);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Until nothing is left to do. */
    House settle() {
        for (int i = 0; i < 3; i++) {
            round();
        }
        return this;
    }

    House write(List<Sample> samples) {
        return write(samples, WriteMode.KEEP);
    }

    House write(List<Sample> samples, WriteMode mode) {
        store.write(samples, mode);
        return this;
    }

    House write(String from, String to, LongFunction<Sample> sample) {
        return write(seconds(from, to, sample));
    }

    static List<Sample> seconds(String from, String to, LongFunction<Sample> sample) {
        return seconds(at(from), at(to), sample);
    }

    static List<Sample> seconds(long from, long to, LongFunction<Sample> sample) {
        List<Sample> samples = new ArrayList<>();
        for (long second = from; second < to; second++) {
            samples.add(sample.apply(second));
        }
        return samples;
    }

    static long at(String time) {
        return ZonedDateTime.parse(time).toEpochSecond();
    }

    static LongFunction<Sample> phases(int l1, int l2, int l3) {
        return second -> Sample.ofPhases(second, l1, l2, l3);
    }

    static LongFunction<Sample> total(int milliwatts) {
        return second -> Sample.ofTotal(second, milliwatts);
    }

    /** Steps, noise, feed-in, gaps of single seconds and of hours, and now and then the total only. */
    static List<Sample> wild(Random random, long from, long to) {
        List<Sample> samples = new ArrayList<>();
        int[] level = {50_000, 80_000, 20_000};
        boolean totalOnly = false;
        for (long second = from; second < to; second++) {
            if (random.nextInt(400) == 0) {
                level[random.nextInt(3)] = random.nextInt(6) == 0 ? -random.nextInt(2_000_000) : random.nextInt(3_000_000);
            }
            if (random.nextInt(9_000) == 0) {
                totalOnly = !totalOnly;
            }
            if (random.nextInt(20_000) == 0) {
                second += random.nextInt(9_000);
            }
            if (random.nextInt(50) > 0 && second < to) {
                Sample sample = Sample.ofPhases(
                        second, level[0] + random.nextInt(500), level[1] + random.nextInt(500), level[2] + random.nextInt(500));
                samples.add(totalOnly ? Sample.ofTotal(second, sample.totalMilliwatts()) : sample);
            }
        }
        return samples;
    }

    /** Uncorrected. */
    Reports reports() {
        return new Reports(store, new LocalDays(clock.zone()), CorrectionFactors.NONE, false);
    }

    Snapshot snapshot() {
        return follower().snapshot();
    }
}
