package org.opensem.metering.sampler.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opensem.metering.Position;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;
import org.opensem.metering.SampleBuffer;
import org.opensem.time.ClockService;
import org.opensem.time.ClockStatus;

/** X2: what others do wrong, or where they stay, ends no thread of the sampler's and holds up nobody for ever. */
@Timeout(60)
class ForeignFaultsTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final AtomicLong nanos = new AtomicLong();
    private final Sampler sampler = new Sampler(null, Set.of("store"), nanos::get);
    private final FakeListener store = FakeListener.store();
    private final SampleBuffer replayed = new SampleBuffer(9, 1800);

    @AfterEach
    void stop() {
        sampler.stop();
    }

    private void start(FakeDriver driver) {
        sampler.bindListener(store);
        sampler.bindDriver(driver, Map.of("service.id", 1L));
        sampler.start();
    }

    private static List<Long> range(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    private Thread replay(long from, long to) {
        return Thread.ofPlatform().daemon().start(() -> {
            try {
                replayed.put(LongStream.range(from, to).mapToObj(s -> Sample.ofTotal(s, 1)).toList());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void aClockThatThrowsEndsNoReading() {
        sampler.bindClock(new BrokenClock());
        FakeDriver driver = new FakeDriver("meter", 7);
        start(driver);
        driver.offer(0, 5);
        await().untilAsserted(() -> assertThat(store.seconds()).isEqualTo(range(0, 5)));
        driver.offer(5, 9);
        await().untilAsserted(() -> assertThat(store.seconds()).isEqualTo(range(0, 9)));
    }

    @Test
    void aStrayInterruptDoesNotEndTheDelivery() {
        AtomicInteger calls = new AtomicInteger();
        FakeListener careless = new FakeListener("careless", Position.START) {
            @Override
            public void accept(SampleBatch batch) throws Exception {
                Thread.currentThread().interrupt();
                if (calls.incrementAndGet() == 2) {
                    throw new InterruptedException("of its own");
                }
                super.accept(batch);
            }
        };
        sampler.bindListener(careless);
        FakeDriver driver = new FakeDriver("meter", 7);
        start(driver);
        for (int i = 0; i < 4; i++) {
            long end = i + 1L;
            driver.offer(i, end);
            await().untilAsserted(() -> assertThat(careless.seconds()).isEqualTo(range(0, end)));
        }
        assertThat(calls).hasValue(5);
    }

    @Test
    void aReplayGivesUpAPluginThatWasRemovedAfterFifteenMinutes() throws Exception {
        start(new FakeDriver("replay", replayed, true));
        FakeListener patterns = new FakeListener("patterns", Position.START);
        sampler.bindListener(patterns);
        replay(0, 100).join();
        await().untilAsserted(() -> assertThat(patterns.seconds()).hasSize(100));
        sampler.unbindListener(patterns);
        Thread replay = replay(100, 5000);
        await().until(() -> replay.getState() == Thread.State.WAITING);
        nanos.addAndGet(14 * MINUTE);
        await().during(Duration.ofMillis(1200)).until(() -> store.seconds().size() == 1000);

        nanos.addAndGet(2 * MINUTE);
        await().untilAsserted(() -> assertThat(store.seconds()).isEqualTo(range(0, 5000)));
        replay.join();
    }

    @Test
    void aReplayNeverGivesUpTheStore() throws Exception {
        start(new FakeDriver("replay", replayed, true));
        replay(0, 100).join();
        await().untilAsserted(() -> assertThat(store.seconds()).hasSize(100));
        sampler.unbindListener(store);
        Thread replay = replay(100, 5000);
        await().until(() -> replay.getState() == Thread.State.WAITING);
        nanos.addAndGet(600 * MINUTE);
        await().during(Duration.ofMillis(1200)).until(() -> replay.getState() == Thread.State.WAITING);

        FakeListener updated = new FakeListener("store", store.resumeAfter());
        sampler.bindListener(updated);
        await().untilAsserted(() -> assertThat(updated.seconds()).isEqualTo(range(100, 5000)));
        replay.join();
    }

    /** A clock of a bundle that is gone. */
    private static final class BrokenClock implements ClockService {
        @Override
        public Instant now() {
            throw new IllegalStateException("Invalid BundleContext");
        }

        @Override
        public ZoneId zone() {
            throw new IllegalStateException("Invalid BundleContext");
        }

        @Override
        public ClockStatus status() {
            throw new NoClassDefFoundError("of a bundle that is being swapped");
        }
    }
}
