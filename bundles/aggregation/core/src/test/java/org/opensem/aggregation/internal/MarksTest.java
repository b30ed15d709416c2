package org.opensem.aggregation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.aggregation.internal.jdbc.JdbcFigureTables;
import org.opensem.database.internal.DerbyDatabase;
import org.opensem.metering.Sample;
import org.opensem.store.InvalidRanges.InvalidRange;
import org.opensem.store.WriteMode;
import org.opensem.testkit.InMemorySampleStore;

/** G7: while the seconds are kept, what is shown is what a plain sum over the unmarked ones says, whatever happens. */
class MarksTest {
    private static final long START = House.at("2026-10-23T20:00:00Z");

    @TempDir
    private Path data;

    private static InvalidRange mark(House house, String from, String to) {
        return house.store.mark(House.at(from), House.at(to), "");
    }

    private static Figures shown(House house, String from, String to) {
        return house.snapshot().index().sum(House.at(from), House.at(to));
    }

    private static InvalidRange anyMark(Random random, House house) {
        long from = START - 20_000 + random.nextInt(3 * 86_400 + 30_000);
        from -= random.nextInt(3) == 0 ? from % 900 : 0;
        long length = 1 + random.nextInt(1 << (5 + random.nextInt(13)));
        return house.store.mark(from, from + length, "");
    }

    @ParameterizedTest
    @CsvSource({"1, Europe/Berlin", "2, America/New_York", "3, Australia/Lord_Howe", "4, UTC"})
    void randomMarksGiveWhatAPlainSumOfTheUnmarkedSecondsGives(int seed, String zone) {
        Random random = new Random(seed);
        House house = new House().zone(zone);
        List<List<Sample>> parts = ExactnessTest.chopped(random, House.wild(random, START, START + 3 * 86_400));
        Collections.shuffle(parts.subList(0, parts.size() / 2), random);
        List<InvalidRange> marks = new ArrayList<>();
        for (List<Sample> part : parts) {
            house.write(part);
            switch (random.nextInt(6)) {
                case 0 -> marks.add(anyMark(random, house));
                case 1 -> {
                    if (!marks.isEmpty()) {
                        house.store.takeBack(marks.remove(random.nextInt(marks.size())).id());
                    }
                }
                case 2 -> house.round();
                case 3 -> {
                    long from = START + random.nextInt(3 * 86_400);
                    house.write(House.wild(random, from, from + 4_000), WriteMode.REPLACE);
                }
                default -> { }
            }
        }
        house.settle();
        Oracle.assertExact(house);
        marks.forEach(mark -> house.store.takeBack(mark.id()));
        house.settle();
        Oracle.assertExact(house);
        assertThat(house.snapshot().index().sum(0, Long.MAX_VALUE).coveredSeconds()).isEqualTo(house.store.status().samples());
    }

    @ParameterizedTest
    @CsvSource({"11", "12", "13", "14"})
    void aCrashAtAnyPointLosesNoMarkAndTakesNoneBack(int seed) { // X2
        Random random = new Random(seed);
        House house = new House();
        List<InvalidRange> marks = new ArrayList<>();
        for (List<Sample> part : ExactnessTest.chopped(random, House.wild(random, START, START + 2 * 86_400))) {
            house.write(part);
            if (random.nextInt(3) == 0) {
                marks.add(anyMark(random, house));
            } else if (!marks.isEmpty() && random.nextInt(3) == 0) {
                house.store.takeBack(marks.remove(0).id());
            }
            house.tables.failNext(FakeTables.Failure.values()[random.nextInt(3)]);
            try {
                house.round();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageMatching("the disk is full|the power went");
            }
            if (random.nextInt(3) == 0) {
                house.crash();
            }
        }
        house.tables.failNext(FakeTables.Failure.NONE);
        house.settle();
        Oracle.assertExact(house);
        house.follower().save();
        house.crash();
        Oracle.assertExact(house);
        marks.forEach(mark -> house.store.takeBack(mark.id()));
        house.settle().follower().save();
        Oracle.assertExact(house);
        assertThat(house.tables.overlay().intervals()).isEmpty();
        assertThat(house.tables.overlay().bases()).isEmpty();
    }

    @Test
    void aMarkIsAGapInSlotsMinutesExtremesAndBaseLoad() {
        House house = new House().zone("UTC");
        house.write("2026-11-20T00:00:00Z", "2026-11-20T10:00:00Z", House.phases(1_000, 2_000, 3_000));
        house.write("2026-11-20T10:00:00Z", "2026-11-20T10:20:00Z", House.phases(0, 0, 900_000));
        house.write("2026-11-20T10:20:00Z", "2026-11-21T00:00:00Z", House.phases(1_000, 2_000, 3_000));
        // Twenty minutes of nothing: a meter that was being exchanged.
        house.write(House.seconds("2026-11-20T05:00:00Z", "2026-11-20T05:20:00Z", House.phases(0, 0, 0)), WriteMode.REPLACE);
        house.settle();
        Snapshot before = house.snapshot();
        assertThat(before.levels(House.at("2026-11-20T00:00:00Z") / 86_400)).isEqualTo(new BaseLevels(0, 0, 0, 0));

        InvalidRange nothing = mark(house, "2026-11-20T05:00:00Z", "2026-11-20T05:20:00Z");
        InvalidRange spike = mark(house, "2026-11-20T10:00:30Z", "2026-11-20T10:30:00Z");
        house.settle();
        assertThat(shown(house, "2026-11-20T05:00:00Z", "2026-11-20T05:15:00Z")).isEqualTo(Figures.NONE);
        assertThat(shown(house, "2026-11-20T05:15:00Z", "2026-11-20T05:30:00Z").coveredSeconds()).isEqualTo(600);
        assertThat(house.snapshot().levels(House.at("2026-11-20T00:00:00Z") / 86_400))
                .isEqualTo(new BaseLevels(1_000, 2_000, 3_000, 6_000));
        Figures day = shown(house, "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z");
        assertThat(day.coveredSeconds()).isEqualTo(86_400 - 1_200 - 1_770);
        assertThat(day.min().milliwatts()).isEqualTo(6_000);
        assertThat(day.max().milliwatts()).isEqualTo(900_000);
        assertThat(day.energy().base()).isEqualTo((86_400L - 1_200 - 1_800) * 6_000 + 30 * 3_000);
        EnergyReport hour = house.reports().report(
                Period.of(PeriodKind.HOUR, ZonedDateTime.parse("2026-11-20T05:00:00Z[UTC]")), house.snapshot());
        assertThat(hour.buckets()).hasSize(60);
        assertThat(hour.buckets().get(19).coverage()).isZero();
        assertThat(hour.buckets().get(20).figures().energy().imported()).isEqualTo(60 * 6_000);

        house.store.takeBack(nothing.id());
        house.store.takeBack(spike.id());
        house.settle();
        assertThat(house.snapshot().bases()).isEqualTo(before.bases());
        assertThat(intervals(house.snapshot())).isEqualTo(intervals(before));
    }

    private static List<Interval> intervals(Snapshot snapshot) {
        List<Interval> intervals = new ArrayList<>();
        snapshot.index().forEach(0, Long.MAX_VALUE, intervals::add);
        return intervals;
    }

    @Test
    void aDayThatLeansOnAMarkedOneFollowsItThereAndBack() { // D1
        House house = new House().zone("UTC");
        house.write("2026-11-18T00:00:00Z", "2026-11-19T00:00:00Z", House.phases(500, 500, 500));
        house.write("2026-11-19T00:00:00Z", "2026-11-20T00:00:00Z", House.phases(1_000, 2_000, 3_000));
        // Three hours only: it takes the base load of the day before.
        house.write("2026-11-20T00:00:00Z", "2026-11-20T03:00:00Z", House.phases(9_000, 9_000, 9_000)).settle();
        assertThat(shown(house, "2026-11-20T00:00:00Z", "2026-11-20T03:00:00Z").energy().base()).isEqualTo(10_800 * 6_000);
        InvalidRange mark = mark(house, "2026-11-19T00:00:00Z", "2026-11-20T00:00:00Z");
        house.settle();
        assertThat(shown(house, "2026-11-20T00:00:00Z", "2026-11-20T03:00:00Z").energy().base()).isEqualTo(10_800 * 1_500);
        Oracle.assertExact(house);
        house.follower().save();
        house.crash();
        Oracle.assertExact(house);
        house.store.takeBack(mark.id());
        house.settle();
        Oracle.assertExact(house);
    }

    @Test
    void theOpenDayIsMarkedWhileItIsMeasured() {
        House house = new House().zone("UTC");
        house.clock.set(Instant.parse("2026-11-20T12:00:00Z"));
        long from = House.at("2026-11-20T09:00:00Z");
        house.write(House.seconds(from, from + 3_600, House.phases(5_000, 0, 0))).settle();
        mark(house, "2026-11-20T09:30:00Z", "2026-11-21T00:00:00Z");
        InvalidRange two = mark(house, "2026-11-20T10:30:00Z", "2026-11-20T10:40:00Z");
        for (int packet = 0; packet < 300; packet++) {
            long at = from + 3_600 + packet * 10L;
            house.write(House.seconds(at, at + 10, House.phases(7_000, 0, 0))).round();
        }
        assertThat(shown(house, "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z").coveredSeconds()).isEqualTo(1_800);
        house.store.takeBack(house.store.list().getFirst().id());
        house.settle();
        assertThat(shown(house, "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z").coveredSeconds()).isEqualTo(6_000);
        house.store.takeBack(two.id());
        house.settle();
        assertThat(shown(house, "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z").coveredSeconds()).isEqualTo(6_600);
    }

    @Test
    void theProvisionalBaseLoadOfTheOpenDayLeavesOutWhatIsMarkedTheDayBefore() { // D1
        House house = new House().zone("UTC");
        house.clock.set(Instant.parse("2026-11-20T10:00:00Z"));
        house.write("2026-11-19T12:00:00Z", "2026-11-19T20:00:00Z", House.phases(1_000, 0, 0));
        house.write("2026-11-19T20:00:00Z", "2026-11-20T10:00:00Z", House.phases(4_000, 0, 0)).settle();
        long today = House.at("2026-11-20T00:00:00Z") / 86_400;
        assertThat(house.snapshot().levels(today).l1()).isEqualTo(1_000);
        InvalidRange mark = mark(house, "2026-11-19T12:00:00Z", "2026-11-19T20:00:00Z");
        house.settle();
        house.write("2026-11-20T10:00:00Z", "2026-11-20T10:10:00Z", House.phases(4_000, 0, 0)).settle();
        assertThat(house.snapshot().levels(today).l1()).isEqualTo(4_000);
        house.store.takeBack(mark.id());
        house.write("2026-11-20T10:10:00Z", "2026-11-20T10:20:00Z", House.phases(4_000, 0, 0)).settle();
        assertThat(house.snapshot().levels(today).l1()).isEqualTo(1_000);
    }

    @Test
    void aMarkThatReachesIntoTheFutureDoesNotMakeUncommittedSecondsCount() { // X2
        House house = new House();
        house.write("2026-11-20T10:00:00Z", "2026-11-20T10:10:00Z", House.total(1_000)).settle();
        mark(house, "2026-11-20T10:05:00Z", "2027-01-01T00:00:00Z");
        house.settle();
        assertThat(house.snapshot().sequence()).isEqualTo(2);
        assertThat(shown(house, "2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z").coveredSeconds()).isEqualTo(300);
    }

    @Test
    void afterAProgramThatKnewNoMarksTheOverlayIsComputedAnew() throws InterruptedException {
        House house = new House().zone("UTC");
        house.write("2026-11-19T00:00:00Z", "2026-11-20T00:00:00Z", House.phases(1_000, 2_000, 3_000)).settle();
        mark(house, "2026-11-19T06:07:00Z", "2026-11-19T06:20:00Z");
        house.settle().follower().save();
        house.crash();
        house.write(House.seconds("2026-11-19T06:00:00Z", "2026-11-19T07:00:00Z", House.phases(50, 60, 70)), WriteMode.REPLACE);
        Follower older = new Follower(house.withoutMarks(), house.store, house.clock, house.tables, Duration.ZERO);
        older.round(Duration.ZERO, () -> false);
        assertThat(older.snapshot().index().sum(0, Long.MAX_VALUE).coveredSeconds()).isEqualTo(86_400);
        older.save();
        house.tables.leaveOverlayBehind();
        house.settle();
        Oracle.assertExact(house);
    }

    private static AggregationComponent service(InMemorySampleStore store, House house, DerbyDatabase database) {
        return new AggregationComponent(store, store, house.clock, database, () -> CorrectionFactors.NONE);
    }

    @Test
    void onTheDatabaseMarkedFiguresOutliveARestart() {
        InMemorySampleStore store = new InMemorySampleStore();
        House house = new House();
        long from = House.at("2026-11-19T00:00:00Z");
        store.write(House.wild(new Random(5), from, from + 2 * 86_400), WriteMode.KEEP);
        InvalidRange mark = store.mark(from + 40_100, from + 44_000, "");
        List<Interval> before;
        try (DerbyDatabase database = new DerbyDatabase(data)) {
            AggregationComponent service = service(store, house, database);
            await().until(() -> !service.status().pending());
            before = service.intervals(0, Long.MAX_VALUE);
            assertThat(before).isEqualTo(new Oracle(store, house.clock.zone()).intervals());
            service.stop();
        }
        try (DerbyDatabase database = new DerbyDatabase(data)) {
            FigureTables.Saved saved = JdbcFigureTables.open(database).load();
            assertThat(saved.overlayFollows()).isTrue();
            assertThat(saved.overlay().intervals()).isNotEmpty();
            Map<Long, MaskedInterval> kept = saved.overlay().intervals();
            assertThat(kept.get(LocalDays.floor(from + 40_100)).mask()).isEqualTo("500-900");
            AggregationComponent service = service(store, house, database);
            assertThat(service.intervals(0, Long.MAX_VALUE)).isEqualTo(before);
            store.takeBack(mark.id());
            await().until(() -> !service.status().pending());
            assertThat(service.intervals(0, Long.MAX_VALUE)).isEqualTo(new Oracle(store, house.clock.zone()).intervals());
            service.stop();
            assertThat(JdbcFigureTables.open(database).load().overlay()).isEqualTo(Overlay.NONE);
        }
    }
}
