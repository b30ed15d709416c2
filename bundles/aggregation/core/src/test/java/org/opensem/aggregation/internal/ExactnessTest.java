package org.opensem.aggregation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensem.aggregation.Interval;
import org.opensem.metering.Sample;
import org.opensem.store.WriteMode;
import org.opensem.testkit.InMemorySampleStore;

/** Whatever happens, in the end the figures are those of a plain sum over the stored seconds. */
class ExactnessTest {
    private static final long START = House.at("2026-10-23T20:00:00Z");

    static List<List<Sample>> chopped(Random random, List<Sample> samples) {
        List<List<Sample>> parts = new ArrayList<>();
        for (int i = 0; i < samples.size(); ) {
            int end = Math.min(samples.size(), i + 1 + random.nextInt(9_000));
            parts.add(samples.subList(i, end));
            i = end;
        }
        return parts;
    }

    @ParameterizedTest
    @CsvSource({"1, Europe/Berlin", "2, America/New_York", "3, Australia/Lord_Howe", "4, Asia/Kathmandu", "5, UTC"})
    void randomSecondsWrittenInAnyOrderAndReplacedGiveWhatAPlainSumGives(int seed, String zone) {
        Random random = new Random(seed);
        House house = new House().zone(zone);
        // Over the clock change of Berlin (October 25), half the days in the wrong order.
        List<List<Sample>> parts = chopped(random, House.wild(random, START, START + 3 * 86_400));
        Collections.shuffle(parts.subList(0, parts.size() / 2), random);
        for (List<Sample> part : parts) {
            house.write(part, WriteMode.KEEP);
            if (random.nextInt(8) == 0) {
                house.round();
            }
            if (random.nextInt(10) == 0) {
                long from = START + random.nextInt(3 * 86_400);
                house.write(House.wild(random, from, from + 4_000), WriteMode.REPLACE);
            }
        }
        house.settle();
        Oracle.assertExact(house);
    }

    @ParameterizedTest
    @CsvSource({"11", "12", "13"})
    void aCrashAtAnyPointCountsNothingTwiceAndLosesNothing(int seed) { // X2, T6
        Random random = new Random(seed);
        House house = new House();
        for (List<Sample> part : chopped(random, House.wild(random, START, START + 2 * 86_400))) {
            house.write(part);
            house.tables.failNext(FakeTables.Failure.values()[random.nextInt(3)]);
            try {
                house.round();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageMatching("the disk is full|the power went");
                if (random.nextBoolean()) {
                    house.crash();
                }
            }
            if (random.nextInt(4) == 0) {
                house.crash();
            }
        }
        house.tables.failNext(FakeTables.Failure.NONE);
        house.settle();
        Oracle.assertExact(house);
        house.follower().save();
        house.round();
        assertThat(house.store.acknowledged("aggregation")).isEqualTo(house.tables.position().sequence());
        house.crash();
        Oracle.assertExact(house);
    }

    @Test
    void aFailedCommitIsNotAcknowledgedAndIsMadeUpFor() {
        House house = new House().write("2026-11-20T00:00:00Z", "2026-11-20T02:00:00Z", House.total(1_000));
        house.tables.failNext(FakeTables.Failure.BEFORE);
        assertThatThrownBy(house::round).hasMessage("the disk is full");
        assertThat(house.store.acknowledged("aggregation")).isZero();
        assertThat(house.tables.load().index().newest()).isEqualTo(-1);
        house.write("2026-11-20T02:00:00Z", "2026-11-20T03:00:00Z", House.total(1_000)).settle();
        assertThat(house.store.acknowledged("aggregation")).isEqualTo(2);
        assertThat(house.tables.load().index().sum(0, Long.MAX_VALUE).coveredSeconds()).isEqualTo(3 * 3_600);
        Oracle.assertExact(house);
    }

    @Test
    void aCrashBetweenTheTransactionsOfALargeRoundDoesNoHarm() {
        House house = new House();
        List<Sample> sparse = new ArrayList<>();
        for (int slot = 0; slot < 2_500; slot++) {
            sparse.add(Sample.ofTotal(START - slot * 900L, slot));
        }
        house.write(sparse);
        house.tables.failNext(FakeTables.Failure.AFTER);
        assertThatThrownBy(house::round).hasMessage("the power went");
        assertThat(house.tables.position()).isEqualTo(Position.NONE);
        assertThat(house.tables.load().index().sum(0, Long.MAX_VALUE).coveredSeconds()).isEqualTo(1_000);
        house.crash().settle();
        Oracle.assertExact(house);
        assertThat(house.tables.load().index().sum(0, Long.MAX_VALUE).coveredSeconds()).isEqualTo(2_500);
        assertThat(house.tables.commits()).isEqualTo(4);
    }

    @Test
    void aStopInTheMiddleOfALongRoundLeavesEverythingToTheNext() throws InterruptedException {
        House house = new House().write("2026-11-10T00:00:00Z", "2026-11-12T00:00:00Z", House.total(1_000));
        int[] asked = {0};
        house.follower().round(Duration.ZERO, () -> ++asked[0] > 1);
        assertThat(house.snapshot().index().newest()).isEqualTo(-1);
        assertThat(house.snapshot().sequence()).isZero();
        house.settle();
        Oracle.assertExact(house);
    }

    @Test
    void aCorrectionWithinTheRetentionReplaces() {
        House house = new House().write("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z", House.phases(100, 200, 300)).settle();
        List<Sample> correction = House.seconds("2026-11-20T10:07:00Z", "2026-11-20T10:20:00Z", House.phases(9, 9, 9));
        house.write(correction, WriteMode.REPLACE).settle();
        Oracle.assertExact(house);
    }

    @Test
    void aChangedZoneMovesTheDaysAndTheirBaseLoads() {
        Random random = new Random(7);
        House house = new House().write(House.wild(random, START, START + 3 * 86_400)).settle();
        Oracle.assertExact(house);
        house.zone("Asia/Tokyo").settle();
        Oracle oracle = new Oracle(house.store, house.clock.zone());
        List<Interval> intervals = new ArrayList<>();
        house.snapshot().index().forEach(0, Long.MAX_VALUE, intervals::add);
        assertThat(intervals).isEqualTo(oracle.intervals());
    }

    @Test
    void aFollowerThatWasAwayTooLongComputesAllThatIsStored() {
        Random random = new Random(8);
        House house = new House().write(House.wild(random, START, START + 86_400)).settle();
        house.crash();
        house.write(House.wild(random, START + 86_400, START + 2 * 86_400));
        house.write(House.wild(random, START + 2 * 86_400, START + 3 * 86_400));
        house.store.forgetChanges(house.snapshot().sequence() + 1);
        house.crash();
        house.settle();
        Oracle.assertExact(house);
        assertThat(house.snapshot().sequence()).isGreaterThan(house.store.oldest());
    }

    @Test
    void aGapInTheLogWhileItRunsIsNoticed() {
        Random random = new Random(9);
        House house = new House().write(House.wild(random, START, START + 9_000)).settle();
        long known = house.snapshot().sequence();
        house.write(House.wild(random, START + 9_000, START + 20_000));
        house.write(House.wild(random, START + 20_000, START + 25_000));
        house.store.forgetChanges(known + 1);
        assertThat(house.store.oldest()).isEqualTo(known + 2);
        house.settle();
        Oracle.assertExact(house);
        house.write(House.wild(random, START + 20_000, START + 30_000)).settle();
        Oracle.assertExact(house);
    }

    @Test
    void anotherLogMeansOtherSequences() {
        Random random = new Random(10);
        House house = new House();
        for (int i = 0; i < 5; i++) {
            house.write(House.wild(random, START + i * 900, START + i * 900 + 900)).round();
        }
        house.settle().follower().save();
        house.crash();
        InMemorySampleStore other = new InMemorySampleStore(2, () -> Long.MIN_VALUE);
        List<Sample> kept = new ArrayList<>();
        house.store.read(0, Long.MAX_VALUE, (s, t, a, b, c) -> kept.add(new Sample(s, t, a, b, c)));
        other.write(kept, WriteMode.KEEP);
        house.store = other;
        house.write(House.wild(random, START + 86_400, START + 2 * 86_400), WriteMode.KEEP).settle();
        Oracle.assertExact(house);
        assertThat(house.tables.position().epoch()).isEqualTo(2);
        assertThat(house.tables.position().sequence()).isEqualTo(house.snapshot().sequence());
    }

    @Test
    void aChangeThatSpansDecadesIsCutToWhatIsStored() {
        House house = new House();
        house.write(List.of(Sample.ofTotal(0, 5_000), Sample.ofTotal(START, 7_000))).settle();
        Oracle.assertExact(house);
        Work work = new Work(new LocalDays(house.clock.zone()));
        work.add(START, START + 1);
        assertThat(work.slots(new LocalDays(house.clock.zone()).dayOf(START))).containsExactly(LocalDays.floor(START));
    }

    @Test
    void theNewestQuarterHourIsNotCommittedWithEveryPacket() {
        House house = new House();
        house.clock.set(Instant.parse("2026-11-20T12:00:00Z"));
        house.write("2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z", House.total(500)).settle();
        int before = house.tables.commits();
        long from = House.at("2026-11-20T11:00:00Z");
        for (int packet = 0; packet < 360; packet++) {
            house.write(House.seconds(from + packet * 10L, from + packet * 10L + 10, House.total(packet))).round();
            assertThat(house.snapshot().index().sum(from, from + 3_600).coveredSeconds()).isEqualTo(packet * 10L + 10);
        }
        assertThat(house.tables.commits() - before).isBetween(3, 5);
    }
}
