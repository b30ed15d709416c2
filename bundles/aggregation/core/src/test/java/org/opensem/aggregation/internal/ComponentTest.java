package org.opensem.aggregation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.aggregation.Calibration;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.aggregation.internal.jdbc.JdbcFigureTables;
import org.opensem.database.internal.DerbyDatabase;
import org.opensem.store.WriteMode;
import org.opensem.testkit.InMemorySampleStore;
import org.opensem.testkit.TestClock;
import org.slf4j.LoggerFactory;

/** The service as it runs: its thread, on Derby. */
class ComponentTest {
    private static final Calibration NOTHING = () -> CorrectionFactors.NONE;
    private static final long FROM = House.at("2026-11-20T00:00:00Z");

    @TempDir
    private Path data;

    private final InMemorySampleStore store = new InMemorySampleStore();
    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T12:00:00Z"));

    private static void upToDate(AggregationComponent service) {
        await().atMost(Duration.ofSeconds(10)).until(() -> !service.status().pending());
    }

    @Test
    void figuresOutliveRestartsOfTheServiceAndOfTheDatabase() {
        Random random = new Random(4);
        List<Interval> before;
        try (DerbyDatabase database = new DerbyDatabase(data)) {
            for (int i = 0; i < 4; i++) {
                AggregationComponent service = new AggregationComponent(store, store, clock, database, NOTHING);
                store.write(House.wild(random, FROM + i * 30_000, FROM + (i + 1) * 30_000), WriteMode.KEEP);
                upToDate(service);
                service.stop();
            }
            AggregationComponent service = new AggregationComponent(store, store, clock, database, NOTHING);
            before = service.intervals(0, Long.MAX_VALUE);
            await().until(() -> store.acknowledged("aggregation") == service.status().sequence());
            assertThat(service.status().sequence()).isPositive();
            assertThat(service.baseLoad(LocalDate.parse("2026-11-20"))).isPresent().get().matches(b -> !b.provisional());
            service.stop();
        }
        assertThat(before).isEqualTo(new Oracle(store, clock.zone()).intervals());
        try (DerbyDatabase database = new DerbyDatabase(data)) {
            FigureTables.Saved saved = JdbcFigureTables.open(database).load();
            AggregationComponent service = new AggregationComponent(store, store, clock, database, NOTHING);
            assertThat(service.intervals(0, Long.MAX_VALUE)).isEqualTo(before);
            assertThat(service.baseLoad(LocalDate.parse("2026-11-21")).orElseThrow().totalMilliwatts())
                    .isEqualTo(saved.bases().get(LocalDate.parse("2026-11-21").toEpochDay()).house());
            assertThat(saved.position().epoch()).isEqualTo(1);
            service.stop();
        }
    }

    @Test
    void theTablesReplaceRowsInOneTransaction() {
        try (DerbyDatabase database = new DerbyDatabase(data)) {
            JdbcFigureTables tables = JdbcFigureTables.open(database);
            assertThat(tables.load().position()).isEqualTo(Position.NONE);
            SlotSeconds slot = new SlotSeconds(FROM);
            slot.add(FROM + 899, -2_000_000_000, -2_000_000_000, 0, 0);
            Interval first = slot.interval(BaseLevels.NONE);
            DayBase base = new DayBase(20_000, false, 1, 2, new BaseLevels(3, 4, 5, 6), new BaseLevels(7, 8, 9, 10));
            tables.commit(List.of(first), Map.of(base.day(), base), Overlay.Changes.NONE, new Position(5, 6, "Europe/Berlin"));
            FigureTables.Saved saved = tables.load();
            assertThat(saved.index().sum(0, Long.MAX_VALUE)).isEqualTo(first.figures());
            assertThat(saved.bases()).containsOnlyKeys(20_000L).containsValue(base);
            slot = new SlotSeconds(FROM);
            slot.add(FROM, 1, 1, 0, 0);
            tables.commit(List.of(slot.interval(BaseLevels.NONE)), Map.of(base.day(), base.asFixed()), Overlay.Changes.NONE,
                    new Position(5, 7, "UTC"));
            saved = tables.load();
            assertThat(saved.index().sum(0, Long.MAX_VALUE).energy().imported()).isEqualTo(1);
            assertThat(saved.bases().get(20_000L).fixed()).isTrue();
            assertThat(saved.position()).isEqualTo(new Position(5, 7, "UTC"));
        }
    }

    @Test
    void itEndsWithinTwoSecondsAlsoInTheMiddleOfMuchWork() {
        FakeTables tables = new FakeTables();
        ArrayStore month = new ArrayStore(FROM - 26 * 86_400, 26 * 86_400);
        AggregationComponent service = new AggregationComponent(
                month, month, clock, tables, NOTHING, Duration.ofMillis(1), Duration.ZERO);
        await().pollInterval(Duration.ofMillis(2)).until(() -> month.reads() > 0);
        long begin = System.nanoTime();
        service.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aStoreThatFailsForAWhileLosesNothing() {
        AtomicBoolean broken = new AtomicBoolean(true);
        FakeTables tables = new FakeTables();
        ArrayStore failing = new ArrayStore(FROM, 86_400).failingWhile(broken::get);
        AggregationComponent service = new AggregationComponent(
                failing, failing, clock, tables, NOTHING, Duration.ofMillis(1), Duration.ZERO);
        assertThat(service.status().pending()).isTrue();
        broken.set(false);
        upToDate(service);
        assertThat(service.intervals(0, Long.MAX_VALUE)).hasSize(96).isEqualTo(new Oracle(failing, clock.zone()).intervals());
        service.stop();
        assertThat(tables.position().sequence()).isEqualTo(1);
    }

    /** X2. */
    @Test
    void aClassOfABundleThatIsBeingSwappedDoesNotEndTheThread() {
        AtomicBoolean swapped = new AtomicBoolean(true);
        AtomicBoolean asked = new AtomicBoolean();
        ArrayStore store = new ArrayStore(FROM, 86_400).failingWhile(() -> {
            asked.set(true);
            if (swapped.get()) {
                throw new NoClassDefFoundError("of a bundle that is being swapped");
            }
            return false;
        });
        AggregationComponent service = new AggregationComponent(
                store, store, clock, new FakeTables(), NOTHING, Duration.ofMillis(1), Duration.ZERO);
        await().untilTrue(asked);
        swapped.set(false);
        upToDate(service);
        assertThat(service.intervals(0, Long.MAX_VALUE)).hasSize(96);
        service.stop();
    }

    /** A replay at full speed: times are printed, sums asserted. */
    @Test
    void aMonthIsComputedInSecondsWhileItIsReplayed() {
        ArrayStore month = new ArrayStore(FROM - 26 * 86_400, 26 * 86_400).growing(360);
        try (DerbyDatabase database = new DerbyDatabase(data)) {
            clock.set(Instant.ofEpochSecond(month.end()));
            AggregationComponent service = new AggregationComponent(
                    month, month, clock, JdbcFigureTables.open(database), NOTHING, Duration.ofMillis(200),
                    Duration.ZERO);
            long begin = System.nanoTime();
            while (month.grow()) {
                clock.set(Instant.ofEpochSecond(month.end()));
                LockSupport.parkNanos(50_000);
            }
            upToDate(service);
            LoggerFactory.getLogger(ComponentTest.class).info(
                    "26 days in {} changes: {} ms, {} reads of {} seconds",
                    month.sequence(), (System.nanoTime() - begin) / 1_000_000, month.reads(), month.visited());
            long[] imported = {0};
            month.read(House.at("2026-10-31T23:00:00Z"), Long.MAX_VALUE, (second, total, l1, l2, l3) -> imported[0] += total);
            assertThat(service.intervals(0, Long.MAX_VALUE)).hasSize(26 * 96);
            ZonedDateTime in = ZonedDateTime.parse("2026-11-05T00:00:00+01:00[Europe/Berlin]");
            assertThat(service.energy(Period.of(PeriodKind.MONTH, in)).totals().energy().imported())
                    .isEqualTo(imported[0]);
            service.stop();
        }
    }
}
