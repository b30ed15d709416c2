package org.opensem.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;
import org.opensem.store.ChangeLog.Change;
import org.opensem.store.StoreException;
import org.opensem.store.WriteMode;
import org.opensem.store.internal.jdbc.Commit;
import org.opensem.store.internal.jdbc.TestAccess;
import org.opensem.time.TimeHistory;
import org.opensem.time.TimeHistory.Move;
import org.opensem.time.TimeHistory.Timeline;

/** What the store does when the clock that stamps the stream was wrong (T6): nothing is lost, nothing is there twice. */
@Timeout(60)
class CorrectionsTest {
    private static final long NOON = 1_772_362_800L;
    private static final long DOUBTED = -11;
    private static final long TRUSTED = 12;

    @TempDir
    static Path folder;

    private static Opened opened;
    private final House house = new House(5);
    private long sequence;

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
    void secondsOfAClockThatShows1970WaitAndComeToTheirPlace() throws Exception {
        List<Sample> measured = house.range(NOON, NOON + 95);
        know(line(DOUBTED, 5, 0, false));
        stream(DOUBTED, shifted(measured, 5 - NOON));
        assertThat(opened.store().status().held()).isEqualTo(95);
        assertThat(opened.store().status().newest()).as("nobody sees 1970").isEmpty();
        assertThat(opened.store().after(0, 9, Duration.ZERO)).isEmpty();

        know(line(DOUBTED, 5, NOON - 5, true), line(TRUSTED, NOON + 95, 0, true));
        awaitSettled();
        stream(TRUSTED, house.range(NOON + 95, NOON + 105));
        assertThat(opened.read(NOON, NOON + 95)).isEqualTo(measured);
        assertThat(opened.store().status().samples()).isEqualTo(105);
        assertThat(opened.store().status().restamped()).isEqualTo(95);
        assertThat(opened.store().status().skipped()).isZero();
        assertThat(TestAccess.rows(opened.database(), "HELD")).isZero();
        assertThat(opened.store().after(0, 9, Duration.ZERO)).extracting(Change::from).startsWith(NOON);
    }

    @Test
    void threeHoursBehindNothingFallsOnWhatWasStoredThen() {
        List<Sample> before = house.range(NOON - 10_800, NOON - 10_000);
        stream(0, before);
        List<Sample> measured = house.range(NOON, NOON + 60);
        know(line(DOUBTED, NOON - 10_800, 0, false));
        stream(DOUBTED, shifted(measured, -10_800));
        know(line(DOUBTED, NOON - 10_800, 10_800, true), line(TRUSTED, NOON + 60, 0, true));
        awaitSettled();
        assertThat(opened.read(0, NOON)).isEqualTo(before);
        assertThat(opened.read(NOON, NOON * 2)).isEqualTo(measured);
        assertThat(opened.store().status().skipped()).isZero();
    }

    @Test
    void whatWaitsOutlivesACrash() { // X2
        List<Sample> measured = house.range(NOON, NOON + 60);
        know(line(DOUBTED, 100, 0, false));
        stream(DOUBTED, shifted(measured, 100 - NOON));
        opened.crash();
        assertThat(opened.store().status().held()).isEqualTo(60);
        assertThat(opened.listener().resumeAfter().sequence()).isEqualTo(60);
        know(line(DOUBTED, 100, NOON - 100, true), line(TRUSTED, NOON + 60, 0, true));
        awaitSettled();
        assertThat(opened.read(0, NOON * 2)).isEqualTo(measured);
    }

    @Test
    void aWrongClockThatWentOnThroughARestartIsCorrectedAsAWhole() { // T6: a real-time clock that is wrong
        List<Sample> first = house.range(NOON, NOON + 60);
        List<Sample> second = house.range(NOON + 300, NOON + 360);
        know(line(-5, NOON - 10_800, 0, false));
        stream(-5, shifted(first, -10_800));
        opened.crash();
        know(line(-6, NOON + 300 - 10_800, 0, false));
        stream(-6, shifted(second, -10_800));
        know(line(-6, NOON + 300 - 10_800, 10_800, true), line(TRUSTED, NOON + 360, 0, true));
        awaitSettled();
        assertThat(opened.read(0, NOON * 2)).isEqualTo(joined(first, second));
    }

    @Test
    void whereTheClockBeganAnewWhatWasBeforeIsPutBeforeIt() { // 1970 at every start
        List<Sample> first = house.range(NOON, NOON + 60);
        List<Sample> second = house.range(NOON + 300, NOON + 360);
        List<Sample> third = house.range(NOON + 700, NOON + 760);
        know(line(-5, 10, 0, false));
        stream(-5, shifted(first, 10 - NOON));
        opened.crash();
        know(line(-6, 10, 0, false));
        stream(-6, shifted(second, 10 - NOON - 300));
        opened.crash();
        know(line(-7, 10, 0, false));
        stream(-7, shifted(third, 10 - NOON - 700));
        know(line(-7, 10, NOON + 690, true), line(TRUSTED, NOON + 760, 0, true));
        awaitSettled();
        assertThat(opened.read(0, NOON * 2)).isEqualTo(joined(shifted(first, 580), shifted(second, 340), third));
    }

    @Test
    void aClockThatIsRightFromTheStartPutsWhatWaitsBeforeIt() {
        List<Sample> first = house.range(NOON, NOON + 60);
        know(line(-5, 10, 0, false));
        stream(-5, shifted(first, 10 - NOON));
        opened.crash();
        know(line(TRUSTED, NOON + 1000, 0, true));
        awaitSettled();
        assertThat(opened.read(0, NOON * 2)).isEqualTo(shifted(first, 940));
    }

    @Test
    void aFullDiskOrALyingOneWhileTheyAreSettledLosesAndDoublesNothing() {
        List<Sample> measured = house.range(NOON, NOON + 200);
        know(line(DOUBTED, 100, 0, false));
        opened.flaky().lie();
        List<Sample> stamped = shifted(measured, 100 - NOON);
        for (int i = 0; i < stamped.size(); i += 50) {
            List<Sample> part = stamped.subList(i, i + 50);
            SampleBatch batch = batch(DOUBTED, part);
            try {
                opened.listener().accept(batch);
            } catch (StoreException e) {
                opened.listener().accept(batch);
            }
        }
        assertThat(TestAccess.rows(opened.database(), "HELD")).isLessThan(30);
        opened.flaky().full(true);
        know(line(DOUBTED, 100, NOON - 100, true), line(TRUSTED, NOON + 200, 0, true));
        assertThatThrownBy(() -> stream(TRUSTED, house.range(NOON + 200, NOON + 220))).isInstanceOf(StoreException.class);
        opened.flaky().lie();
        opened.flaky().full(false);
        awaitSettled();
        assertThat(opened.read(0, NOON + 200)).isEqualTo(measured);
        opened.crash();
        assertThat(opened.read(0, NOON + 200)).isEqualTo(measured);
    }

    @Test
    void whatSeemedToFailWhileItWasSettledIsDoneAgainThoughTheRowsAreGone() {
        List<Sample> measured = house.range(NOON, NOON + 40);
        know(line(DOUBTED, 100, 0, false));
        stream(DOUBTED, shifted(measured, 100 - NOON));
        opened.flaky().lie();
        know(line(DOUBTED, 100, NOON - 100, true), line(TRUSTED, NOON + 40, 0, true));
        awaitSettled();
        opened.store().write(house.range(NOON + 9000, NOON + 9001), WriteMode.KEEP);
        assertThat(opened.read(0, NOON + 100)).isEqualTo(measured);
        opened.crash();
        assertThat(opened.read(0, NOON + 100)).isEqualTo(measured);
    }

    @Test
    void aStepTakesWhatWasStoredAlong() throws Exception {
        for (long step : new long[] {5, -5, 3600, -3600, 86_400}) {
            opened.empty();
            sequence = 0;
            List<Sample> before = house.range(NOON, NOON + 100);
            know(line(11, NOON, 0, true));
            stream(11, before);
            know(List.of(new Move(77 + step, NOON, NOON + 100, step)), line(11, NOON, step, true),
                    line(12, NOON + 100 + step, 0, true));
            List<Sample> after = house.range(NOON + 100 + step, NOON + 200 + step);
            stream(12, after);
            assertThat(opened.read(0, NOON * 2)).as("a step of " + step).isEqualTo(joined(shifted(before, step), after));
            assertThat(opened.store().status().skipped()).isZero();
            assertThat(opened.store().status().restamped()).isEqualTo(100);
            assertThat(opened.store().after(0, 999, Duration.ZERO)).contains(
                    new Change(11, NOON, NOON + 100, true), new Change(12, NOON + step, NOON + 100 + step));
            opened.restartStore();
            stream(12, house.range(NOON + 200 + step, NOON + 201 + step));
            assertThat(opened.read(NOON + step, NOON + 100 + step)).as("once and not again").isEqualTo(shifted(before, step));
            opened.crash();
            assertThat(opened.read(NOON + step, NOON + 200 + step)).isEqualTo(joined(shifted(before, step), after));
        }
    }

    @Test
    void aSampleOnItsWayWhileTheClockStepsIsPutWhereItBelongs() {
        know(line(11, NOON, 0, true));
        stream(11, house.range(NOON, NOON + 10));
        know(List.of(new Move(7, NOON, NOON + 11, -3600)), line(11, NOON, -3600, true), line(12, NOON - 3589, 0, true));
        List<Sample> late = house.range(NOON + 10, NOON + 11);
        stream(11, late);
        assertThat(opened.read(NOON - 3600, NOON)).hasSize(11).endsWith(shifted(late, -3600).getFirst());
    }

    @Test
    void whereManyOtherSecondsAreStoredNothingMovesAndNothingIsLost() {
        for (int stored : new int[] {50, 200}) {
            opened.empty();
            sequence = 0;
            List<Sample> earlier = house.range(NOON - 3600, NOON - 3500);
            stream(0, earlier);
            know(line(11, NOON, 0, true));
            List<Sample> since = house.range(NOON, NOON + stored);
            stream(11, since);
            know(List.of(new Move(7, NOON, NOON + stored, -3600)), line(11, NOON, -3600, true), line(12, NOON - 3550, 0, true));
            stream(12, house.range(NOON - 3550, NOON - 3540));
            assertThat(opened.read(0, NOON * 2)).isEqualTo(joined(earlier, since));
            assertThat(opened.store().status().skipped()).as("dropped and counted").isEqualTo(10);
            assertThat(opened.store().status().restamped()).isZero();
        }
    }

    @Test
    void aFewWhosePlaceIsTakenStayAndTheOthersMove() {
        List<Sample> earlier = house.range(NOON - 3600, NOON - 3595);
        stream(0, earlier);
        know(line(11, NOON, 0, true));
        List<Sample> stored = house.range(NOON, NOON + 50);
        stream(11, stored);
        know(List.of(new Move(7, NOON, NOON + 50, -3600)), line(11, NOON, -3600, true), line(12, NOON - 3550, 0, true));
        stream(12, house.range(NOON - 3550, NOON - 3549));
        assertThat(opened.read(0, NOON - 3550)).isEqualTo(joined(earlier, shifted(stored.subList(5, 50), -3600)));
        assertThat(opened.read(NOON, NOON * 2)).isEqualTo(stored.subList(0, 5));
        assertThat(opened.store().status().restamped()).isEqualTo(45);
    }

    @Test
    void secondsThatWouldFallOnTheirNeighboursStay() {
        List<Sample> stored = house.range(NOON, NOON + 50);
        stream(0, stored.subList(0, 10));
        know(line(11, NOON + 10, 0, true));
        stream(11, stored.subList(10, 50));
        know(List.of(new Move(7, NOON + 10, NOON + 50, -5)), line(11, NOON + 10, -5, true), line(12, NOON + 45, 0, true));
        stream(12, house.range(NOON + 45, NOON + 50));
        assertThat(opened.read(0, NOON * 2)).isEqualTo(stored);
        assertThat(opened.store().status().skipped()).isEqualTo(5);
    }

    @Test
    void samplesWithATimeOfTheirOwnDoNotCareAboutTheClock() {
        know(line(11, NOON, 0, true));
        List<Sample> stored = house.range(NOON, NOON + 50);
        stream(0, stored);
        know(List.of(new Move(7, NOON, NOON + 50, 3600)), line(11, NOON, 3600, true), line(12, NOON + 3650, 0, true));
        List<Sample> more = house.range(NOON + 50, NOON + 60);
        stream(0, more);
        assertThat(opened.read(0, NOON * 2)).isEqualTo(joined(stored, more));
        opened.restartStore();
        stream(12, house.range(NOON + 3660, NOON + 3670));
        assertThat(opened.read(0, NOON + 3600)).as("nor later").isEqualTo(joined(stored, more));
    }

    @Test
    void aMoveThatFailsIsTriedAgainAsAWhole() {
        List<Sample> stored = house.range(NOON, NOON + 50);
        know(line(11, NOON, 0, true));
        stream(11, stored);
        know(List.of(new Move(7, NOON, NOON + 50, -3600)), line(11, NOON, -3600, true), line(12, NOON - 3550, 0, true));
        List<Sample> next = house.range(NOON - 3550, NOON - 3540);
        SampleBatch batch = batch(12, next);
        opened.flaky().full(true);
        assertThatThrownBy(() -> opened.listener().accept(batch)).isInstanceOf(StoreException.class);
        assertThat(opened.read(NOON, NOON + 50)).isEqualTo(stored);
        opened.flaky().full(false);
        opened.flaky().lie();
        assertThatThrownBy(() -> opened.listener().accept(batch)).isInstanceOf(StoreException.class);
        opened.listener().accept(batch);
        assertThat(opened.read(0, NOON * 2)).isEqualTo(joined(shifted(stored, -3600), next));
        opened.store().write(house.range(NOON + 9000, NOON + 9001), WriteMode.KEEP);
        opened.crash();
        assertThat(opened.read(0, NOON)).isEqualTo(joined(shifted(stored, -3600), next));
    }

    @Test
    void whatWaitsForEverIsGivenUpWhenItIsOlderThanSecondsAreKept() throws Exception {
        Held held = new Held(List.of(), () -> 1);
        for (int i = 0; i < 20_000; i++) {
            held.add(DOUBTED, Sample.ofTotal(1000 + i, 1));
            held.write(new Commit());
            held.committed();
        }
        assertThat(held.lines()).hasSize(1);
        assertThat(held.seconds()).isBetween(8_640L, 2 * 8_640L + 2);
    }

    private void awaitSettled() {
        await().untilAsserted(() -> assertThat(opened.store().status().held()).isZero());
    }

    private static void know(Timeline... timelines) {
        know(List.of(), timelines);
    }

    private static void know(List<Move> moves, Timeline... timelines) {
        opened.history = new TimeHistory(List.of(timelines), moves);
    }

    private static Timeline line(long id, long startSecond, long shift, boolean trusted) {
        return new Timeline(id, 0, startSecond * 1000, 0, shift, trusted);
    }

    private void stream(long timeline, List<Sample> samples) {
        samples.forEach(sample -> opened.listener().accept(batch(timeline, List.of(sample))));
    }

    private SampleBatch batch(long timeline, List<Sample> samples) {
        long[] sequences = new long[samples.size()];
        long[] timelines = new long[samples.size()];
        Arrays.fill(timelines, timeline);
        for (int i = 0; i < sequences.length; i++) {
            sequences[i] = ++sequence;
        }
        return new SampleBatch(42, sequences, timelines, samples);
    }

    private static List<Sample> shifted(List<Sample> samples, long by) {
        return samples.stream().map(sample -> sample.at(sample.epochSecond() + by)).toList();
    }

    @SafeVarargs
    private static List<Sample> joined(List<Sample>... parts) {
        List<Sample> all = new ArrayList<>();
        Stream.of(parts).forEach(all::addAll);
        return all;
    }
}
