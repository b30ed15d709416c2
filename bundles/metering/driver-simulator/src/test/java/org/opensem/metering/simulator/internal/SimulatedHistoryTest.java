package org.opensem.metering.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.Sample;
import org.opensem.store.WriteMode;
import org.opensem.testkit.InMemorySampleStore;
import org.opensem.testkit.TestClock;

/**
 * A demo that was just begun has something to look back on, and it is what the house would have done (T3: never in real data).
 */
class SimulatedHistoryTest {
    private static final long NOW = Instant.parse("2026-10-26T10:00:00Z").getEpochSecond();
    private static final long DAY_BEFORE_YESTERDAY = Instant.parse("2026-10-23T22:00:00Z").getEpochSecond();

    private final TestClock clock = new TestClock(Instant.ofEpochSecond(NOW));
    private final InMemorySampleStore store = new InMemorySampleStore();
    private final SimulatedHousehold household = new SimulatedHousehold(1, clock.zone());
    private final AtomicInteger asked = new AtomicInteger();
    @TempDir
    Path folder;

    private record Live(String driverId, boolean read, AtomicInteger asked) implements LiveSamples {
        @Override
        public Optional<Sample> newest() {
            return Optional.empty();
        }

        @Override
        public List<Sample> from(long epochSecond) {
            return List.of();
        }

        @Override
        public Counts counts() {
            return new Counts(0, 0, 0, 0);
        }

        @Override
        public Optional<Source> source() {
            asked.incrementAndGet();
            return Optional.of(new Source(driverId, read, new DriverStatus(DriverStatus.State.RUNNING, "", true)));
        }
    }

    private SimulatedHistory start(String driver, boolean read) {
        return new SimulatedHistory(new SimulatorDriverTest.Config(1, 2), store, new Live(driver, read, asked), clock,
                new HistoryMark(folder));
    }

    private void measureOneSecond() {
        store.write(List.of(household.sample(NOW - 1)), WriteMode.KEEP);
    }

    @Test
    void fillsTheDaysBeforeWithTheSameHouse() throws Exception {
        measureOneSecond();
        SimulatedHistory history = start("simulator", true);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> new HistoryMark(folder).read().equals(Optional.of(DAY_BEFORE_YESTERDAY)));
        history.stop();

        // Since Saturday midnight in Berlin, over the day of 25 hours.
        assertThat(store.status().samples()).isEqualTo(NOW - DAY_BEFORE_YESTERDAY);
        store.read(NOW - 100_000, NOW - 99_999, (second, total, l1, l2, l3) ->
                assertThat(total).isEqualTo(household.sample(second).totalMilliwatts()));
    }

    @Test
    void isWrittenOnce() throws Exception {
        measureOneSecond();
        new HistoryMark(folder).write(DAY_BEFORE_YESTERDAY);
        SimulatedHistory history = start("simulator", true);
        assertThat(history.thread().join(Duration.ofSeconds(10))).as("it ends by itself").isTrue();
        assertThat(store.status().samples()).isOne();
    }

    @Test
    void staysOutOfTheDataOfAnother() throws Exception {
        measureOneSecond();
        SimulatedHistory refused = start("simulator", false);
        SimulatedHistory other = start("http", true);
        await().atMost(Duration.ofSeconds(20)).until(() -> asked.get() >= 4);
        refused.stop();
        other.stop();
        assertThat(store.status().samples()).isOne();
    }
}
