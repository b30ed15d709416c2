package org.opensem.aggregation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.database.internal.DerbyDatabase;
import org.opensem.metering.Sample;
import org.opensem.store.InvalidRanges.InvalidRange;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;
import org.opensem.store.internal.DerbySampleStore;
import org.opensem.testkit.InMemorySampleStore;
import org.opensem.testkit.TestClock;

/** The service on the product's own store, which packs hours, removes old ones and cuts its log. */
class RealStoreTest {
    private static final long NOW = House.at("2026-11-23T12:00:00Z");
    private static final int KEPT_DAYS = 2;

    @TempDir
    private Path data;

    /** Within a day of what is stored first, so that the store does not take it for wrong (T6). */
    private final TestClock clock = new TestClock(Instant.ofEpochSecond(NOW).minus(Duration.ofHours(14)));
    private final AtomicLong nanos = new AtomicLong();
    private final InMemorySampleStore plain = new InMemorySampleStore();

    /** In parts, like an upload. */
    private WriteResult write(DerbySampleStore store, List<Sample> samples, WriteMode mode) {
        plain.write(samples, mode);
        WriteResult result = new WriteResult(0, 0, 0);
        for (int i = 0; i < samples.size(); i += 7_000) {
            result = result.plus(store.write(samples.subList(i, Math.min(samples.size(), i + 7_000)), mode));
        }
        return result;
    }

    private void assertExact(AggregationComponent service) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !service.status().pending());
        assertThat(service.intervals(0, Long.MAX_VALUE)).isEqualTo(new Oracle(plain, clock.zone()).intervals());
    }

    @Test
    void importsCorrectionsMarksRestartsAndRetentionLeaveExactFigures() { // X2, G6, G7
        Random random = new Random(6);
        try (DerbyDatabase database = new DerbyDatabase(data)) {
            DerbySampleStore store = new DerbySampleStore(database, clock, KEPT_DAYS);
            AggregationComponent service = new AggregationComponent(store, store, clock, database, () -> CorrectionFactors.NONE);
            // Whole local days, so that each is over and its base load its own.
            long day = House.at("2026-11-21T23:00:00Z");
            write(store, House.wild(random, day - 86_400, day), WriteMode.KEEP);
            assertExact(service);
            write(store, House.wild(random, day - 50_000, day - 40_000), WriteMode.REPLACE);
            assertExact(service);
            InvalidRange mark = store.mark(day - 30_000, day - 20_000, "");
            InvalidRange inPlain = plain.mark(mark.from(), mark.to(), "");
            assertExact(service);
            service.stop();

            // The aggregation is away while the store is used and restarted.
            store.close();
            store = new DerbySampleStore(database, clock, KEPT_DAYS);
            clock.advance(Duration.ofHours(14));
            write(store, House.wild(random, day, day + 86_400), WriteMode.KEEP);
            service = new AggregationComponent(store, store, clock, database, () -> CorrectionFactors.NONE);
            assertExact(service);

            // A week older than what is kept.
            long old = day - 7 * 86_400;
            WriteResult late = write(store, House.wild(random, old - 86_400, old), WriteMode.KEEP);
            assertThat(late.derivedOnly()).isEqualTo(late.taken()).isPositive();
            assertExact(service);
            service.stop();
            store.close();

            // Later the seconds go, the figures do not.
            clock.advance(Duration.ofDays(19));
            store = new DerbySampleStore(database, clock, KEPT_DAYS, Set.of(), nanos::get);
            // The store does not trust such a leap before a day has passed.
            nanos.addAndGet(Duration.ofDays(1).toNanos());
            clock.advance(Duration.ofDays(1));
            service = new AggregationComponent(store, store, clock, database, () -> CorrectionFactors.NONE);
            long later = NOW + 20 * 86_400;
            DerbySampleStore last = store;
            await().pollInterval(Duration.ofMillis(100)).until(() -> {
                write(last, List.of(Sample.ofTotal(later + plain.status().samples() % 3_600, 1_000)), WriteMode.KEEP);
                return last.status().oldest().orElse(0) >= later;
            });
            await().until(serviceIsUpToDate(service));
            assertThat(service.intervals(0, NOW)).isEqualTo(
                    new Oracle(plain, clock.zone()).intervals().stream().filter(interval -> interval.start() < NOW).toList());

            // G7: and a mark can still be taken back.
            store.takeBack(mark.id());
            plain.takeBack(inPlain.id());
            await().until(serviceIsUpToDate(service));
            assertThat(service.intervals(0, NOW)).isEqualTo(
                    new Oracle(plain, clock.zone()).intervals().stream().filter(interval -> interval.start() < NOW).toList());
            service.stop();
            store.close();
        }
    }

    private static Callable<Boolean> serviceIsUpToDate(AggregationComponent service) {
        return () -> !service.status().pending();
    }
}
