package org.opensem.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.metering.Sample;
import org.opensem.store.SampleBuckets.Bucket;
import org.opensem.store.WriteMode;
import org.opensem.store.internal.jdbc.TestAccess;

class ReadersTest {
    private static final long HOUR = 1_772_359_200L;

    @TempDir
    static Path folder;

    private static Opened opened;

    @BeforeAll
    static void open() {
        opened = new Opened(folder, 400);
    }

    @BeforeEach
    void empty() {
        opened.empty();
    }

    @AfterAll
    static void close() {
        opened.close();
    }

    @Test
    void aDamagedBlockIsAGapAndNeverWrongFigures() {
        House house = new House(13);
        opened.store().write(house.range(HOUR - 3_600, HOUR), WriteMode.KEEP);
        TestAccess.damageBlocks(opened.database());
        List<Sample> intact = house.range(HOUR, HOUR + 3_600);
        opened.store().write(intact, WriteMode.KEEP);
        assertThat(opened.read(HOUR - 3_600, HOUR + 3_600)).isEqualTo(intact);
        List<Bucket> buckets = opened.store().buckets(HOUR - 3_607, HOUR + 3_600, 1_000);
        assertThat(buckets.getFirst().coveredSeconds()).isZero();
        assertThat(buckets.getLast().coveredSeconds()).isPositive();
        List<Sample> again = house.range(HOUR - 3_600, HOUR);
        opened.store().write(again, WriteMode.KEEP);
        assertThat(opened.read(HOUR - 3_600, HOUR)).as("an import repairs it").isEqualTo(again);
    }

    /** While hours are replaced again and again, a reader sees each hour in some version as a whole. */
    @Test
    void readersAreNeitherBlockedNorMisledByReplacements() throws Exception {
        opened.store().write(hours(0), WriteMode.KEEP);
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread reader = Thread.ofPlatform().start(() -> {
            try {
                while (!done.get()) {
                    List<Sample> seen = opened.read(HOUR, HOUR + 7_200);
                    assertThat(seen).hasSize(7_200);
                    for (int i = 0; i < 7_200; i++) {
                        assertThat(seen.get(i).l1Milliwatts()).isEqualTo(seen.get(i / 3_600 * 3_600).l1Milliwatts());
                    }
                    for (Bucket bucket : opened.store().buckets(HOUR, HOUR + 7_200, 3_600)) {
                        assertThat(bucket.l1().min()).isEqualTo(bucket.l1().max());
                    }
                }
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        for (int round = 1; round <= 40; round++) {
            opened.store().write(hours(round), WriteMode.REPLACE);
        }
        done.set(true);
        reader.join();
        assertThat(failure.get()).isNull();
        assertThat(TestAccess.rows(opened.database(), "HOUR_BLOCK")).as("replaced blocks are removed").isLessThanOrEqualTo(4);
        opened.crash();
        assertThat(opened.read(HOUR, HOUR + 7_200)).isEqualTo(hours(40));
    }

    /** Every day is fetched while the one before is shown; a day without anything lies between. */
    @Test
    void aLongScanSeesEverySecondOnceAndInOrder() {
        List<Sample> all = new ArrayList<>();
        House house = new House(5);
        for (int hour : new int[] {0, 1, 23, 24, 30, 75, 99, 100}) {
            all.addAll(house.range(HOUR + hour * 3_600L, HOUR + hour * 3_600L + (hour == 30 ? 1_000 : 3_600)));
        }
        opened.store().write(all, WriteMode.KEEP);
        assertThat(opened.read(HOUR - 100_000, HOUR + 1_000_000)).isEqualTo(all);
        assertThat(opened.read(HOUR + 1_800, HOUR + 100 * 3_600)).isEqualTo(all.subList(1_800, all.size() - 3_600));
    }

    /** A caller that holds one of the database's readers must not wait for another. */
    @Test
    void longScansInsideTransactionsOfAllReadersDoNotWaitForOneAnother() throws Exception {
        List<Sample> all = LongStream.range(0, 60)
                .mapToObj(hour -> Sample.ofPhases(HOUR + hour * 3_600, (int) hour, 2, 3))
                .toList();
        opened.store().write(all, WriteMode.KEEP);
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<List<Sample>>> scans = IntStream.range(0, 6)
                    .mapToObj(i -> threads.submit(() -> TestAccess.whileReading(
                            opened.database(), () -> opened.read(HOUR, HOUR + 60 * 3_600))))
                    .toList();
            for (Future<List<Sample>> scan : scans) {
                assertThat(scan.get(30, TimeUnit.SECONDS)).isEqualTo(all);
            }
        }
    }

    /** G1: any cut of the minutes, also where seconds or phases are missing. */
    @Test
    void bucketsEqualBruteForce() {
        List<Sample> all = new ArrayList<>();
        Random random = new Random(8);
        for (Sample sample : new House(6).range(HOUR, HOUR + 3 * 3_600)) {
            boolean odd = sample.epochSecond() / 600 % 5 == 0;
            if (!odd || random.nextInt(4) > 0) {
                all.add(odd && random.nextInt(3) == 0
                        ? Sample.ofTotal(sample.epochSecond(), sample.totalMilliwatts()) : sample);
            }
        }
        opened.store().write(all, WriteMode.KEEP);
        for (int size : new int[] {7, 60, 87, 899, 3_600, 5_000}) {
            long from = HOUR - 50 + random.nextInt(3_000);
            List<Bucket> expected = BruteForce.buckets(all, from, HOUR + 10_000, size);
            assertThat(opened.store().buckets(from, HOUR + 10_000, size)).as("buckets of %d s", size).isEqualTo(expected);
        }
    }

    private static List<Sample> hours(int round) {
        return LongStream.range(HOUR, HOUR + 7_200)
                .mapToObj(second -> Sample.ofPhases(second, round * 1_000, (int) (second % 50), 3))
                .toList();
    }
}
