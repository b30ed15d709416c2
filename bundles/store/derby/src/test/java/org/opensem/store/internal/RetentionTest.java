package org.opensem.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.metering.Sample;
import org.opensem.store.ChangeLog.Change;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;
import org.opensem.store.internal.jdbc.TestAccess;

/** G6: whole hours, full local days and today, never what a follower still needs. */
class RetentionTest {
    private static final long DAY = 86_400;
    /** 2026-03-10 00:00 in Berlin. */
    private static final long TODAY = 1_773_097_200L;

    @TempDir
    static Path folder;

    private final House house = new House(12);
    private static Opened opened;

    @BeforeAll
    static void open() {
        opened = new Opened(folder, 2);
    }

    @BeforeEach
    void empty() {
        opened.empty();
        now(TODAY + 3 * 3_600);
    }

    @AfterAll
    static void close() {
        opened.close();
    }

    /** Time passes until then. */
    private void now(long second) {
        opened.nanos.addAndGet((second - opened.clock.now().getEpochSecond()) * 1_000_000_000L);
        opened.clock.set(Instant.ofEpochSecond(second));
    }

    /** The clock is set; no time passes. */
    private void clockLeapsTo(long second) {
        opened.clock.set(Instant.ofEpochSecond(second));
    }

    private WriteResult write(long from, long to) {
        return opened.store().write(house.range(from, to), WriteMode.KEEP);
    }

    private long oldest() {
        return opened.store().status().oldest().orElseThrow();
    }

    @Test
    void keepsFullLocalDaysBeforeToday() {
        write(TODAY - 3 * DAY, TODAY);
        write(TODAY, TODAY + 3_600);
        assertThat(oldest()).isEqualTo(TODAY - 2 * DAY);
        now(TODAY + DAY - 1);
        write(TODAY + 3_600, TODAY + 7_200);
        assertThat(oldest()).isEqualTo(TODAY - 2 * DAY);
        now(TODAY + DAY);
        assertThat(oldest()).as("only a write removes").isEqualTo(TODAY - 2 * DAY);
        write(TODAY + 7_200, TODAY + 10_800);
        assertThat(oldest()).isEqualTo(TODAY - DAY);
    }

    @Test
    void theDaysChangeWithoutARestartAndAFaultRemovesNothing() {
        write(TODAY - 3 * DAY, TODAY);
        opened.store().modified(Map.of("secondsDays", "3"));
        write(TODAY - 3 * DAY, TODAY);
        write(TODAY, TODAY + 3_600);
        assertThat(oldest()).isEqualTo(TODAY - 3 * DAY);
        opened.store().modified(Map.of("secondsDays", "0"));
        write(TODAY + 3_600, TODAY + 7_200);
        assertThat(oldest()).as("a fault").isEqualTo(TODAY - 3 * DAY);
        opened.store().modified(Map.of("secondsDays", "1"));
        write(TODAY + 7_200, TODAY + 10_800);
        assertThat(oldest()).isEqualTo(TODAY - DAY);
        assertThat(opened.store().status().samples()).isEqualTo(DAY + 10_800);
        opened.restartStore();
    }

    @Test
    void removesTheRowsToo() {
        write(TODAY - 5 * DAY, TODAY - 4 * DAY);
        write(TODAY, TODAY + 3_600);
        assertThat(TestAccess.rows(opened.database(), "HOUR_BLOCK")).isEqualTo(1);
        opened.restartStore();
        assertThat(opened.store().status().samples()).isEqualTo(3_600);
    }

    @Test
    void whatIsImportedFromBeforeCountsAsDerivedOnlyAndIsInTheLog() throws Exception {
        long limit = TODAY - 2 * DAY;
        assertThat(write(limit - 100, limit + 50)).isEqualTo(new WriteResult(150, 0, 100));
        assertThat(opened.store().after(0, 10, Duration.ZERO)).containsExactly(new Change(1, limit - 100, limit + 50));
        assertThat(opened.read(0, TODAY)).hasSize(150);
    }

    @Test
    void waitsForTheFollowersThatAreKnown() {
        opened.store().acknowledge("fast", 0);
        opened.store().acknowledge("slow", 0);
        write(TODAY - 5 * DAY, TODAY - 5 * DAY + 7_200);
        write(TODAY - 4 * DAY, TODAY - 4 * DAY + 7_200);
        opened.store().acknowledge("fast", 2);
        opened.store().acknowledge("slow", 1);
        write(TODAY, TODAY + 3_600);
        assertThat(oldest()).as("slow needs the second import").isEqualTo(TODAY - 4 * DAY);
        opened.restartStore();
        write(TODAY + 3_600, TODAY + 7_200);
        assertThat(oldest()).as("slow is known after a restart").isEqualTo(TODAY - 4 * DAY);
        opened.store().acknowledge("slow", 99);
        write(TODAY + 7_200, TODAY + 10_800);
        assertThat(oldest()).isEqualTo(TODAY);
    }

    @Test
    void t6AClockThatIsNotTrustedRemovesNothing() {
        write(TODAY - DAY, TODAY);
        opened.clock.trusted(false);
        now(TODAY + 4_000 * DAY);
        write(TODAY, TODAY + 3_600);
        assertThat(oldest()).isEqualTo(TODAY - DAY);
    }

    @Test
    void t6AClockThatLeapsIntoTheFutureRemovesNothingForADay() {
        write(TODAY - DAY, TODAY + 3_600);
        long wrong = TODAY + 27_000 * DAY;
        clockLeapsTo(wrong);
        write(wrong - 3_600, wrong);
        assertThat(oldest()).isEqualTo(TODAY - DAY);
        now(wrong + DAY - 1);
        write(wrong + 3_600, wrong + 7_200);
        assertThat(oldest()).as("somebody has a day to set it right").isEqualTo(TODAY - DAY);

        clockLeapsTo(TODAY + DAY);
        now(TODAY + DAY + DAY / 2);
        write(TODAY + 3_600, TODAY + 7_200);
        assertThat(oldest()).as("the leap back counts, too").isEqualTo(TODAY - DAY);
        now(TODAY + 2 * DAY + DAY / 2);
        write(TODAY + 7_200, TODAY + 10_800);
        assertThat(oldest()).as("a day later all goes on").isEqualTo(TODAY);
    }

    @Test
    void t6AClockThatIsFarOffAtTheStartRemovesNothingForADay() {
        write(TODAY - DAY, TODAY + 3_600);
        clockLeapsTo(TODAY + 27_000 * DAY);
        opened.restartStore();
        write(TODAY + 27_000 * DAY, TODAY + 27_000 * DAY + 3_600);
        assertThat(oldest()).isEqualTo(TODAY - DAY);
    }

    @Test
    void afterAMonthSwitchedOffOldSecondsGoADayLater() {
        write(TODAY - DAY, TODAY + 3_600);
        clockLeapsTo(TODAY + 30 * DAY);
        opened.restartStore();
        write(TODAY + 30 * DAY, TODAY + 30 * DAY + 3_600);
        assertThat(oldest()).isEqualTo(TODAY - DAY);
        now(TODAY + 31 * DAY);
        write(TODAY + 31 * DAY, TODAY + 31 * DAY + 3_600);
        assertThat(oldest()).isEqualTo(TODAY + 30 * DAY);
    }

    @Test
    void nothingGoesBeforeTheAggregationWasEverThere() {
        opened.restartStoreAwaiting("aggregation");
        write(TODAY - 5 * DAY, TODAY - 5 * DAY + 7_200);
        write(TODAY, TODAY + 3_600);
        assertThat(oldest()).isEqualTo(TODAY - 5 * DAY);
        opened.store().acknowledge("aggregation", 2);
        write(TODAY + 3_600, TODAY + 7_200);
        assertThat(oldest()).isEqualTo(TODAY);
    }

    @Test
    void aSecondInAnExpiredHourCanComeBack() {
        List<Sample> samples = house.range(TODAY - 9 * DAY, TODAY - 9 * DAY + 100);
        opened.store().write(samples, WriteMode.KEEP);
        write(TODAY, TODAY + 3_600);
        assertThat(oldest()).isEqualTo(TODAY);
        opened.store().write(samples, WriteMode.KEEP);
        assertThat(opened.read(0, TODAY - DAY)).isEqualTo(samples);
    }

    @Test
    void changesAreRemovedWhenEverybodyHasSeenThem() throws Exception {
        opened.store().acknowledge("aggregation", 0);
        opened.live(house.range(TODAY, TODAY + 4_000));
        assertThat(opened.store().oldest()).isEqualTo(1);
        opened.store().acknowledge("aggregation", 400);
        opened.live(house.range(TODAY + 4_000, TODAY + 4_010));
        assertThat(opened.store().oldest()).isEqualTo(401);
        assertThat(opened.store().after(0, 1_000, Duration.ZERO)).extracting(Change::sequence).startsWith(401L).hasSize(1);
        opened.restartStore();
        assertThat(opened.store().oldest()).isEqualTo(401);
        write(TODAY - 900, TODAY);
        assertThat(opened.store().after(401, 10, Duration.ZERO)).extracting(Change::sequence).containsExactly(402L);
    }
}
