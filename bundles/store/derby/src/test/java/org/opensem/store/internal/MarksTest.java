package org.opensem.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.metering.Sample;
import org.opensem.store.ChangeLog.Change;
import org.opensem.store.InvalidRanges.InvalidRange;
import org.opensem.store.SampleBuckets.Bucket;
import org.opensem.store.StoreException;
import org.opensem.store.WriteMode;
import org.opensem.store.internal.jdbc.TestAccess;

/** G7: marks outlive what happens to the process and the disk, and hold for the hour that is being measured. */
class MarksTest {
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

    private List<Change> changes() throws InterruptedException {
        return opened.store().after(0, 1_000, Duration.ZERO);
    }

    @Test
    void aMarkOutlivesAKillAndSoDoesItsTakingBack() throws Exception {
        List<Sample> samples = new House(1).range(HOUR, HOUR + 100);
        opened.store().write(samples, WriteMode.KEEP);
        InvalidRange first = opened.store().mark(HOUR + 10, HOUR + 20, "Zähler getauscht");
        InvalidRange second = opened.store().mark(HOUR + 50, HOUR + 60, "");
        opened.crash();
        assertThat(opened.store().list()).containsExactly(first, second);
        assertThat(opened.read(HOUR, HOUR + 100)).hasSize(80);
        opened.store().takeBack(second.id());
        opened.crash();
        assertThat(opened.store().list()).containsExactly(first);
        assertThat(changes()).hasSize(4);
        assertThat(opened.store().mark(HOUR, HOUR + 1, "").id()).as("not used again").isGreaterThan(second.id());
    }

    @Test
    void aMarkThatCannotBeStoredChangesNothing() throws Exception {
        opened.store().write(new House(2).range(HOUR, HOUR + 100), WriteMode.KEEP);
        InvalidRange mark = opened.store().mark(HOUR + 10, HOUR + 20, "");
        opened.flaky().full(true);
        assertThatThrownBy(() -> opened.store().mark(HOUR + 30, HOUR + 40, "")).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> opened.store().takeBack(mark.id())).isInstanceOf(StoreException.class);
        assertThat(opened.store().list()).containsExactly(mark);
        assertThat(opened.read(HOUR, HOUR + 100)).hasSize(90);
        opened.flaky().full(false);
        assertThat(opened.store().takeBack(mark.id())).isTrue();
        assertThat(changes()).hasSize(3);
    }

    /** The engine says that a transaction failed, and the disk has it all the same: the next transaction clears it away. */
    @Test
    void whatWasReportedAsFailedIsNotThereAfterTheNextTransaction() throws Exception {
        opened.store().write(new House(3).range(HOUR, HOUR + 100), WriteMode.KEEP);
        InvalidRange mark = opened.store().mark(HOUR + 10, HOUR + 20, "");
        opened.flaky().lie();
        assertThatThrownBy(() -> opened.store().mark(HOUR + 30, HOUR + 40, "")).isInstanceOf(StoreException.class);
        opened.store().write(new House(4).range(HOUR + 200, HOUR + 210), WriteMode.KEEP);
        opened.crash();
        assertThat(opened.store().list()).containsExactly(mark);

        opened.flaky().lie();
        assertThatThrownBy(() -> opened.store().takeBack(mark.id())).isInstanceOf(StoreException.class);
        opened.store().write(new House(5).range(HOUR + 300, HOUR + 310), WriteMode.KEEP);
        opened.crash();
        assertThat(opened.store().list()).containsExactly(mark);
        assertThat(changes()).extracting(Change::sequence).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void theHourThatIsBeingMeasuredIsMarkedSecondBySecond() throws Exception {
        List<Sample> samples = new House(6).range(HOUR, HOUR + 1_000);
        opened.live(samples.subList(0, 505));
        opened.store().mark(HOUR + 100, HOUR + 600, "");
        // What the live stream had not stored yet was stored first: a change tells of stored seconds only.
        assertThat(opened.listener().resumeAfter()).isEqualTo(Opened.at(HOUR + 504));
        assertThat(changes().getLast()).extracting(Change::from, Change::to).containsExactly(HOUR + 100, HOUR + 505);
        opened.live(samples.subList(505, 1_000));
        List<Sample> left = new ArrayList<>(samples.subList(0, 100));
        left.addAll(samples.subList(600, 1_000));
        assertThat(opened.read(HOUR, HOUR + 3_600)).isEqualTo(left);
        assertThat(opened.store().buckets(HOUR, HOUR + 3_600, 77)).isEqualTo(BruteForce.buckets(left, HOUR, HOUR + 3_600, 77));
        assertThat(opened.store().status().samples()).isEqualTo(1_000);
    }

    @Test
    void importsReplacementsAndKillsUnderMarksGiveWhatBruteForceGives() {
        Random random = new Random(9);
        House house = new House(7);
        List<Sample> all = new ArrayList<>(house.range(HOUR, HOUR + 20_000));
        opened.store().write(all, WriteMode.KEEP);
        List<InvalidRange> marks = new ArrayList<>();
        for (int round = 0; round < 25; round++) {
            long from = HOUR + random.nextInt(19_000);
            long to = Math.min(HOUR + 20_000, from + 1 + random.nextInt(3_000));
            switch (random.nextInt(4)) {
                case 0 -> {
                    List<Sample> other = house.range(from, to);
                    opened.store().write(other, WriteMode.REPLACE);
                    other.forEach(sample -> all.set((int) (sample.epochSecond() - HOUR), sample));
                }
                case 1 -> opened.crash();
                case 2 -> {
                    if (!marks.isEmpty()) {
                        opened.store().takeBack(marks.remove(random.nextInt(marks.size())).id());
                    }
                }
                default -> marks.add(opened.store().mark(from, to, ""));
            }
            List<Sample> left = all.stream().filter(sample -> marks.stream().noneMatch(
                    mark -> sample.epochSecond() >= mark.from() && sample.epochSecond() < mark.to())).toList();
            assertThat(opened.read(HOUR, HOUR + 20_000)).isEqualTo(left);
            int size = 60 + random.nextInt(3) * 27;
            List<Bucket> buckets = opened.store().buckets(HOUR, HOUR + 20_000, size);
            assertThat(buckets).isEqualTo(BruteForce.buckets(left, HOUR, HOUR + 20_000, size));
        }
    }

    @Test
    void figuresOfSecondsThatHaveAllGoneCanStillBeMarked() throws Exception {
        opened.store().mark(HOUR - 900, HOUR * 2, "");
        assertThat(changes()).extracting(Change::from, Change::to)
                .containsExactly(tuple(HOUR - 900, opened.clock.now().getEpochSecond()));
    }

    @Test
    void aProgramThatDoesNotKnowMarksUsesTheSameDataAndTheMarksStay() {
        opened.store().write(new House(8).range(HOUR, HOUR + 100), WriteMode.KEEP);
        InvalidRange mark = opened.store().mark(HOUR + 10, HOUR + 20, "");
        assertThat(TestAccess.lowestReader()).isEqualTo(1);
        TestAccess.openAsBeforeMarks(opened.database());
        opened.crash();
        assertThat(opened.store().list()).containsExactly(mark);
    }
}
