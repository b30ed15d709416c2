package org.opensem.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.opensem.metering.Sample;
import org.opensem.store.ChangeLog;
import org.opensem.store.SampleBuckets;
import org.opensem.store.SampleBuckets.Bucket;
import org.opensem.store.SampleStore;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;

/**
 * What every store keeps to. A test class extends it and answers an empty store, the same during a test method; its clock is
 * at {@link #NOW} or shortly after it.
 */
public abstract class SampleStoreContract {
    /** A full hour on 2026-03-01. */
    protected static final long NOW = 1_772_362_800L;

    private static final long START = NOW - 7_200;

    protected abstract SampleStore store();

    protected abstract SampleBuckets buckets();

    protected abstract ChangeLog changes();

    @Test
    void anEmptyStoreHasNothing() {
        assertThat(read(0, Long.MAX_VALUE / 2)).isEmpty();
        assertThat(store().status().samples()).isZero();
        assertThat(store().status().oldest()).isEmpty();
        assertThat(store().status().newest()).isEmpty();
        assertThat(buckets().buckets(START, START + 10, 10)).containsExactly(new Bucket(START, 0, null, null, null, null));
    }

    @Test
    void givesBackExactlyWhatWasWrittenInOrder() {
        List<Sample> samples = random(START + 5, START + 7_000, 1, 1);
        List<Sample> shuffled = new ArrayList<>(samples);
        Collections.shuffle(shuffled, new Random(3));
        assertThat(write(shuffled)).isEqualTo(new WriteResult(samples.size(), 0, 0));
        assertThat(read(0, NOW * 2)).isEqualTo(samples);
        assertThat(store().status().samples()).isEqualTo(samples.size());
        assertThat(store().status().oldest()).hasValue(START + 5);
        assertThat(store().status().newest()).hasValue(START + 6_999);
    }

    @Test
    void theRangesEndIsExclusive() {
        write(random(START, START + 100, 1, 1));
        assertThat(read(START + 10, START + 20)).extracting(Sample::epochSecond).first().isEqualTo(START + 10);
        assertThat(read(START + 10, START + 20)).hasSize(10);
        assertThat(read(START + 10, START + 10)).isEmpty();
        assertThat(read(START + 10, START + 5)).isEmpty();
    }

    @Test
    void t4MissingSecondsStayMissing() {
        List<Sample> samples = random(START, START + 7_200, 2, 0.6);
        write(samples);
        assertThat(read(START, NOW)).isEqualTo(samples);
        assertThat(store().status().samples()).isEqualTo(samples.size());
        assertThat(store().status().samples()).isLessThan(7_200);
    }

    @Test
    void t7PhasesAreOptionalSecondBySecond() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            samples.add(i % 3 == 0 ? Sample.ofTotal(START + i, -i) : Sample.ofPhases(START + i, i, -2 * i, i * i));
        }
        write(samples);
        assertThat(read(START, NOW)).isEqualTo(samples);
    }

    @Test
    void t5KeepsTheLargestAndTheSmallestPowersExactly() {
        int most = Sample.MOST_MILLIWATTS;
        List<Sample> samples = List.of(Sample.ofTotal(START, most), Sample.ofTotal(START + 1, -most),
                Sample.ofPhases(START + 2, most, -most, most), Sample.ofPhases(START + 3, -most, most, -most),
                Sample.ofPhases(START + 4, 0, 0, 0), Sample.ofPhases(START + 5, 1, -1, 0));
        write(samples);
        assertThat(read(START, NOW)).isEqualTo(samples);
    }

    @Test
    void keepLeavesStoredSecondsAlone() {
        write(List.of(Sample.ofTotal(START, 1), Sample.ofTotal(START + 1, 1)));
        WriteResult result = write(
                List.of(Sample.ofTotal(START + 1, 2), Sample.ofTotal(START + 2, 2), Sample.ofTotal(START + 2, 3)));
        assertThat(result).isEqualTo(new WriteResult(1, 2, 0));
        assertThat(read(START, NOW))
                .containsExactly(Sample.ofTotal(START, 1), Sample.ofTotal(START + 1, 1), Sample.ofTotal(START + 2, 2));
    }

    @Test
    void replaceReplacesAndTheLastOneWins() {
        write(List.of(Sample.ofTotal(START, 1), Sample.ofPhases(START + 1, 1, 2, 3)));
        WriteResult result = store().write(
                List.of(Sample.ofTotal(START + 1, 2), Sample.ofPhases(START, 4, 5, 6), Sample.ofTotal(START + 1, 9)),
                WriteMode.REPLACE);
        assertThat(result).isEqualTo(new WriteResult(2, 1, 0));
        assertThat(read(START, NOW)).containsExactly(Sample.ofPhases(START, 4, 5, 6), Sample.ofTotal(START + 1, 9));
        assertThat(store().status().samples()).isEqualTo(2);
    }

    @Test
    void laterWritesFillTheGapsOfEarlierOnes() {
        List<Sample> all = random(START - 90_000, NOW, 4, 1);
        List<Sample> odd = all.stream().filter(sample -> sample.epochSecond() % 7 == 1).toList();
        List<Sample> rest = all.stream().filter(sample -> sample.epochSecond() % 7 != 1).toList();
        write(odd);
        write(rest);
        assertThat(read(0, NOW * 2)).isEqualTo(all);
    }

    @Test
    void g1BucketsEqualWhatTheSecondsSay() {
        List<Sample> samples = random(START - 200_000, NOW, 5, 0.97);
        samples.removeIf(sample -> sample.epochSecond() > START - 100_000 && sample.epochSecond() < START - 80_000);
        write(samples);
        TreeMap<Long, Sample> bySecond = new TreeMap<>();
        samples.forEach(sample -> bySecond.put(sample.epochSecond(), sample));
        Random random = new Random(6);
        int[] usual = {1, 7, 60, 86, 87, 605, 900, 3_600, 86_400};
        for (int i = 0; i < 60; i++) {
            long from = START - 210_000 + random.nextInt(200_000);
            from -= i % 4 == 0 ? from % 60 : 0;
            int seconds = i < usual.length ? usual[i] : 1 + random.nextInt(1 << random.nextInt(17));
            long to = from + Math.min(1 + random.nextInt(220_000), 3_000L * seconds);
            assertThat(buckets().buckets(from, to, seconds)).as("[%d, %d) by %d", from, to, seconds)
                    .isEqualTo(BruteForce.buckets(bySecond, from, to, seconds));
        }
    }

    @Test
    void g1NoSpikeVanishes() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 3_600; i++) {
            samples.add(Sample.ofPhases(START + i, i == 1_234 ? 9_000_000 : 100_000, i == 77 ? -50_000 : 50_000, 0));
        }
        write(samples);
        Bucket bucket = buckets().buckets(START - 10, START + 5_000, 86_400).getFirst();
        assertThat(bucket.coveredSeconds()).isEqualTo(3_600);
        assertThat(bucket.total().max()).isEqualTo(9_050_000);
        assertThat(bucket.total().min()).isEqualTo(50_000);
        assertThat(bucket.l2().min()).isEqualTo(-50_000);
        assertThat(bucket.l3().max()).isZero();
    }

    @Test
    void bucketsRefuseNonsense() {
        assertThatThrownBy(() -> buckets().buckets(START, START, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> buckets().buckets(START, START - 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> buckets().buckets(START, START + 10, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> buckets().buckets(START, START + 100_001, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(buckets().buckets(START, START + 100_000, 1)).hasSize(100_000);
    }

    @Test
    void everyWriteAppendsChangesThatCoverIt() throws InterruptedException {
        write(random(START, START + 30, 7, 1));
        write(random(START - 500_000, START - 499_990, 8, 1));
        store().write(List.of(Sample.ofTotal(START + 3, 0)), WriteMode.REPLACE);
        List<ChangeLog.Change> log = changes().after(0, 100, Duration.ZERO);
        assertThat(log).containsExactly(new ChangeLog.Change(1, START, START + 30),
                new ChangeLog.Change(2, START - 500_000, START - 499_990), new ChangeLog.Change(3, START + 3, START + 4));
        assertThat(changes().oldest()).isEqualTo(1);
        assertThat(changes().after(1, 1, Duration.ZERO)).containsExactly(log.get(1));
        assertThat(changes().after(3, 100, Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void aWriteFarApartIsSeveralChanges() throws InterruptedException {
        write(List.of(Sample.ofTotal(START, 1), Sample.ofTotal(START - 86_400, 1)));
        assertThat(changes().after(0, 100, Duration.ZERO)).extracting(ChangeLog.Change::from)
                .containsExactly(START - 86_400, START);
    }

    @Test
    void whatStoresNothingChangesNothing() throws InterruptedException {
        write(List.of(Sample.ofTotal(START, 1)));
        write(List.of(Sample.ofTotal(START, 2)));
        write(List.of());
        assertThat(changes().after(0, 100, Duration.ZERO)).hasSize(1);
    }

    @Test
    void aFollowerIsWokenByTheNextChange() throws Exception {
        CompletableFuture<List<ChangeLog.Change>> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return changes().after(0, 10, Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        write(List.of(Sample.ofTotal(START, 1)));
        assertThat(waiting.get(10, TimeUnit.SECONDS)).hasSize(1);
    }

    /** Writes, keeping what is there. */
    protected final WriteResult write(List<Sample> samples) {
        return store().write(samples, WriteMode.KEEP);
    }

    /** The stored seconds. */
    protected final List<Sample> read(long from, long to) {
        List<Sample> samples = new ArrayList<>();
        store().read(from, to, (second, total, l1, l2, l3) -> samples.add(new Sample(second, total, l1, l2, l3)));
        return samples;
    }

    /** Made-up seconds, each there with a probability. */
    protected static List<Sample> random(long from, long to, long seed, double there) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        int level = 0;
        for (long second = from; second < to; second++) {
            level = random.nextInt(300) == 0 ? random.nextInt(4_000_000) - 1_000_000 : level;
            if (random.nextDouble() < there) {
                samples.add(Sample.ofPhases(
                        second, level + random.nextInt(900), 40_000 + random.nextInt(700), random.nextInt(500)));
            }
        }
        return samples;
    }
}
