package org.opensem.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opensem.store.internal.Opened.at;
import static org.opensem.store.internal.Opened.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.metering.Position;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;
import org.opensem.store.ChangeLog.Change;
import org.opensem.store.StoreException;
import org.opensem.store.WriteMode;
import org.opensem.store.internal.jdbc.TestAccess;

class StreamTest {
    private static final long HOUR = 1_772_359_200L;

    @TempDir
    static Path folder;

    private final House house = new House(11);
    private static Opened opened;

    @BeforeAll
    static void open() {
        opened = new Opened(folder, 31);
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
    void aStreamThatNeverWasBeginsAtTheStart() {
        assertThat(opened.listener().resumeAfter()).isEqualTo(Position.START);
        assertThat(opened.listener().id()).isEqualTo("store");
    }

    @Test
    void anErrorInTheTimerDoesNotEndTheTimer() { // X2
        opened.flaky().linkageError();
        opened.listener().accept(batch(house.range(HOUR, HOUR + 100)));
        Awaitility.await().until(() -> at(HOUR + 99).equals(opened.listener().resumeAfter()));
    }

    @Test
    void tenSecondsAreOneTransaction() throws Exception {
        int before = opened.flaky().writes();
        opened.live(house.range(HOUR, HOUR + 35));
        assertThat(opened.flaky().writes() - before).isEqualTo(3);
        assertThat(opened.listener().resumeAfter()).isEqualTo(at(HOUR + 29));
        assertThat(opened.store().after(0, 10, Duration.ZERO)).containsExactly(
                new Change(1, HOUR, HOUR + 10), new Change(2, HOUR + 10, HOUR + 20), new Change(3, HOUR + 20, HOUR + 30));
    }

    @Test
    void theOpenPacketIsVisibleToReaders() {
        List<Sample> samples = house.range(HOUR, HOUR + 13);
        opened.live(samples);
        assertThat(opened.read(HOUR, HOUR + 100)).isEqualTo(samples);
        assertThat(opened.store().buckets(HOUR, HOUR + 60, 60).getFirst().coveredSeconds()).isEqualTo(13);
        assertThat(opened.store().status().samples()).isEqualTo(13);
        assertThat(opened.store().status().newest()).hasValue(HOUR + 12);
    }

    @Test
    void x2AStopStoresTheOpenPacket() {
        List<Sample> samples = house.range(HOUR, HOUR + 13);
        opened.live(samples);
        assertThat(opened.listener().resumeAfter()).isEqualTo(at(HOUR + 9));
        opened.restartStore();
        assertThat(opened.listener().resumeAfter()).isEqualTo(at(HOUR + 12));
        assertThat(opened.read(0, HOUR * 2)).isEqualTo(samples);
    }

    @Test
    void x2WhatIsOfferedAgainAfterARestartIsNotStoredTwice() {
        List<Sample> samples = house.range(HOUR, HOUR + 40);
        opened.live(samples.subList(0, 25));
        opened.crash();
        assertThat(opened.read(0, HOUR * 2)).isEqualTo(samples.subList(0, 20));
        Position from = opened.listener().resumeAfter();
        opened.live(samples.stream().filter(sample -> sample.epochSecond() > from.sequence()).toList());
        assertThat(opened.read(0, HOUR * 2)).isEqualTo(samples);
        assertThat(opened.store().status().skipped()).isZero();
    }

    @Test
    void aSamplerThatAsksAgainOffersWhatIsInMemoryAlready() {
        List<Sample> samples = house.range(HOUR, HOUR + 15);
        opened.live(samples);
        opened.live(samples.subList(10, 15));
        assertThat(opened.read(0, HOUR * 2)).isEqualTo(samples);
        assertThat(opened.store().status().skipped()).isZero();
    }

    @Test
    void anHourBecomesABlockAndTheJournalIsEmptied() throws Exception {
        List<Sample> samples = house.range(HOUR, HOUR + 3_600);
        opened.live(samples);
        assertThat(rows("HOUR_BLOCK")).isEqualTo(1);
        assertThat(rows("PACKET")).isZero();
        assertThat(opened.read(0, HOUR * 2)).isEqualTo(samples);
        assertThat(opened.listener().resumeAfter()).isEqualTo(at(HOUR + 3_599));
    }

    @Test
    void t4AnHourWithGapsIsClosedByTheNextHour() {
        List<Sample> samples = new ArrayList<>(house.range(HOUR + 100, HOUR + 2_000));
        samples.addAll(house.range(HOUR + 3_000, HOUR + 3_605));
        opened.live(samples);
        assertThat(rows("HOUR_BLOCK")).isEqualTo(1);
        opened.crash();
        List<Sample> stored = opened.read(0, HOUR * 2);
        assertThat(stored).isEqualTo(samples.subList(0, stored.size()));
        assertThat(samples.size() - stored.size()).isLessThan(10);
    }

    @Test
    void t6ASecondThatIsStoredAlreadyIsDroppedAndCounted() {
        List<Sample> stored = house.range(HOUR, HOUR + 3_600);
        opened.store().write(stored, WriteMode.KEEP);
        opened.live(house.range(HOUR + 3_590, HOUR + 3_620));
        assertThat(opened.store().status().skipped()).isEqualTo(10);
        assertThat(opened.read(HOUR, HOUR + 3_600)).isEqualTo(stored);
        assertThat(opened.store().status().samples()).isEqualTo(3_620);
    }

    @Test
    void t6AClockThatJumpsBackFillsGapsOnly() {
        List<Sample> first = house.range(HOUR + 7_200, HOUR + 7_300);
        List<Sample> second = house.range(HOUR + 10, HOUR + 50);
        opened.live(first);
        sequenced(second, HOUR + 7_300);
        sequenced(house.range(HOUR + 7_250, HOUR + 7_310), HOUR + 7_400);
        opened.restartStore();
        assertThat(opened.read(HOUR, HOUR + 3_600)).isEqualTo(second);
        assertThat(opened.read(HOUR + 7_200, HOUR + 7_300)).isEqualTo(first);
        assertThat(opened.read(HOUR + 7_300, HOUR + 9_000)).hasSize(10);
    }

    private void sequenced(List<Sample> samples, long afterSequence) {
        for (int i = 0; i < samples.size(); i++) {
            opened.listener().accept(new SampleBatch(42, new long[] {afterSequence + 1 + i}, List.of(samples.get(i))));
        }
    }

    @Test
    void anImportIntoTheOpenHourGoesTogetherWithTheStream() {
        List<Sample> all = house.range(HOUR, HOUR + 900);
        opened.live(all.subList(0, 305));
        opened.store().write(all.subList(290, 600), WriteMode.KEEP);
        opened.live(all.subList(600, 733));
        assertThat(opened.read(0, HOUR * 2)).isEqualTo(all.subList(0, 733));
        opened.restartStore();
        assertThat(opened.read(0, HOUR * 2)).isEqualTo(all.subList(0, 733));
        opened.live(all.subList(733, 900));
        opened.live(house.range(HOUR + 3_600, HOUR + 3_601));
        opened.restartStore();
        assertThat(opened.read(HOUR, HOUR + 3_600)).isEqualTo(all);
    }

    @Test
    void aReplayIsStoredInLargeHeapsAndToItsEnd() {
        List<Sample> all = house.range(HOUR, HOUR + 3 * 86_400 + 777);
        int before = opened.flaky().writes();
        for (int i = 0; i < all.size(); i += 900) {
            opened.listener().accept(batch(all.subList(i, Math.min(all.size(), i + 900))));
        }
        assertThat(opened.store().status().samples()).isEqualTo(all.size());
        assertThat(opened.flaky().writes() - before).isLessThan(60);
        Awaitility.await().until(() -> opened.listener().resumeAfter().equals(at(all.getLast().epochSecond())));
        opened.crash();
        assertThat(opened.read(0, HOUR * 2)).isEqualTo(all);
    }

    @Test
    void aFullDiskLosesNothingAndTheSameBatchIsTakenLater() {
        List<Sample> samples = house.range(HOUR, HOUR + 30);
        opened.live(samples.subList(0, 19));
        opened.flaky().full(true);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> opened.live(samples.subList(19, 20)))
                    .isInstanceOf(StoreException.class).hasMessageContaining("full");
        }
        assertThatThrownBy(() -> opened.store().write(house.range(HOUR - 50, HOUR), WriteMode.KEEP))
                .isInstanceOf(StoreException.class);
        assertThat(opened.listener().resumeAfter()).isEqualTo(at(HOUR + 9));
        assertThat(opened.read(0, HOUR * 2)).isEqualTo(samples.subList(0, 20));
        opened.flaky().full(false);
        opened.live(samples.subList(19, 30));
        assertThat(opened.listener().resumeAfter()).isEqualTo(at(HOUR + 29));
        opened.crash();
        assertThat(opened.read(0, HOUR * 2)).isEqualTo(samples);
        assertThat(opened.store().status().skipped()).isZero();
    }

    /** Whoever asks for a commit may hear of a failure although the log has reached the disk. */
    @Test
    void aCommitThatFailedAndIsStoredAllTheSameStopsNothing() throws Exception {
        List<Sample> samples = house.range(HOUR, HOUR + 3_620);
        opened.live(samples.subList(0, 9));
        opened.flaky().lie();
        assertThatThrownBy(() -> opened.live(samples.subList(9, 10))).isInstanceOf(StoreException.class);
        opened.live(samples.subList(9, 3_599));
        opened.flaky().lie();
        assertThatThrownBy(() -> opened.live(samples.subList(3_599, 3_600))).isInstanceOf(StoreException.class);
        opened.live(samples.subList(3_599, 3_620));
        assertThat(opened.read(0, HOUR * 2)).isEqualTo(samples);
        assertThat(opened.store().after(0, 999, Duration.ZERO)).hasSize(362);
        opened.crash();
        assertThat(opened.read(0, HOUR * 2)).isEqualTo(samples);
        assertThat(opened.store().after(0, 999, Duration.ZERO)).hasSize(362);
    }

    @Test
    void aFailedImportChangesNothing() throws Exception {
        List<Sample> stored = house.range(HOUR, HOUR + 3_600);
        opened.store().write(stored, WriteMode.KEEP);
        opened.flaky().full(true);
        assertThatThrownBy(() -> opened.store().write(house.range(HOUR, HOUR + 7_200), WriteMode.REPLACE))
                .isInstanceOf(StoreException.class);
        opened.flaky().full(false);
        assertThat(opened.read(0, HOUR * 2)).isEqualTo(stored);
        assertThat(opened.store().after(0, 10, Duration.ZERO)).hasSize(1);
        opened.store().write(house.range(HOUR, HOUR + 7_200), WriteMode.KEEP);
        assertThat(opened.read(HOUR, HOUR + 3_600)).isEqualTo(stored);
        assertThat(opened.store().after(0, 10, Duration.ZERO)).extracting(Change::sequence).containsExactly(1L, 2L);
    }

    @Test
    void aStoppedStoreTakesNothing() {
        StoreListener stopped = opened.listener();
        opened.restartStore();
        assertThatThrownBy(() -> stopped.accept(batch(house.range(HOUR, HOUR + 1)))).isInstanceOf(StoreException.class);
    }

    private long rows(String table) {
        return TestAccess.rows(opened.database(), table);
    }
}
