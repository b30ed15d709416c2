package org.opensem.metering.sampler.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.Position;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;
import org.opensem.metering.SampleBuffer;
import org.opensem.testkit.TestClock;
import org.opensem.time.TimeHistory;
import org.opensem.time.TimeHistory.Timeline;
import org.opensem.time.Timelines;

/** What becomes of the samples in memory when the clock that stamped them is corrected (T6). */
@Timeout(60)
class ClockCorrectionTest {
    private static final long NOON = Instant.parse("2026-11-22T12:00:00Z").getEpochSecond();
    private final AtomicLong seconds = new AtomicLong(1);
    private final SampleBuffer buffer = new SampleBuffer(7, SampleBuffer.CAPACITY, () -> seconds.get() * 1_000_000_000L);
    private final FakeDriver driver = new FakeDriver("meter", buffer, false);
    private volatile TimeHistory history = new TimeHistory(List.of(line(11, 0, NOON, 0, true)), List.of());
    private final Sampler sampler = new Sampler(null, Set.of());

    @AfterEach
    void stop() {
        sampler.stop();
    }

    @Test
    void eachSampleIsToldWithItsTimeline() {
        Recorder store = start();
        measure(NOON, 3);
        buffer.offer(Sample.ofTotal(NOON - 100, 5));
        await().untilAsserted(() -> assertThat(store.told).containsExactly(
                NOON + "/11", NOON + 1 + "/11", NOON + 2 + "/11", NOON - 100 + "/0"));
    }

    @Test
    void aStepBackMovesTheMemorySoThatNoNewSecondIsTakenForAnOldOne() {
        start();
        measure(NOON, 60);
        awaitTaken(60);
        history = new TimeHistory(List.of(line(11, 0, NOON, -5, true), line(12, 60, NOON + 55, 0, true)), List.of());
        measure(NOON + 55, 10);
        awaitTaken(70);
        assertThat(sampler.counts()).isEqualTo(new LiveSamples.Counts(70, 0, 0, 0));
        assertThat(sampler.from(0)).extracting(Sample::epochSecond)
                .containsExactlyElementsOf(LongStream.range(NOON - 5, NOON + 65).boxed().toList());
        assertThat(sampler.from(0).getFirst().totalMilliwatts()).as("the first second measured").isEqualTo(1);
    }

    @Test
    void whatWaitsInTheDriversBufferWhileTheSamplerIsAwayIsBroughtToItsPlace() { // X2
        measure(NOON, 100);
        history = new TimeHistory(List.of(line(11, 0, NOON, -3600, true), line(12, 100, NOON - 3500, 0, true)), List.of());
        TestClock clock = new TestClock(Instant.ofEpochSecond(NOON - 3500));
        sampler.bindClock(clock);
        Recorder store = start();
        await().untilAsserted(() -> assertThat(store.told).hasSize(100).startsWith(NOON - 3600 + "/12")
                .endsWith(NOON - 3501 + "/12"));
        assertThat(sampler.counts().refused()).as("an hour ahead of the clock, but by its own doing").isZero();
    }

    @Test
    void secondsOfAClockThatIsNotTrustedAreToldApartUntilTheyAreKnown() {
        history = new TimeHistory(List.of(line(-11, 0, 1000, 0, false)), List.of());
        Recorder store = start();
        measure(1000, 5);
        await().untilAsserted(() -> assertThat(store.told).hasSize(5).startsWith("1000/-11"));
        history = new TimeHistory(List.of(line(-11, 0, 1000, NOON - 1000, true), line(12, 5, NOON + 5, 0, true)), List.of());
        measure(NOON + 5, 1);
        await().untilAsserted(() -> assertThat(sampler.newest()).map(Sample::epochSecond).contains(NOON + 5));
        assertThat(sampler.from(0)).extracting(Sample::epochSecond).startsWith(NOON, NOON + 1);
    }

    @Test
    void whileTheClockIsBeingSwappedTheLastThatIsKnownHolds() { // X2
        Recorder store = new Recorder();
        sampler.bindListener(store);
        sampler.bindDriver(driver, Map.of("service.id", 1L));
        Timelines clock = () -> history;
        sampler.bindTimelines(clock);
        sampler.start();
        measure(NOON, 2);
        sampler.unbindTimelines(clock);
        measure(NOON + 2, 2);
        await().untilAsserted(() -> assertThat(store.told).hasSize(4).endsWith(NOON + 3 + "/11"));
        sampler.bindTimelines(() -> {
            throw new IllegalStateException("being swapped");
        });
        measure(NOON + 4, 1);
        await().untilAsserted(() -> assertThat(store.told).hasSize(5).endsWith(NOON + 4 + "/11"));
    }

    private Recorder start() {
        Recorder store = new Recorder();
        sampler.bindListener(store);
        sampler.bindDriver(driver, Map.of("service.id", 1L));
        sampler.bindTimelines(() -> history);
        sampler.start();
        return store;
    }

    private void awaitTaken(int count) {
        await().untilAsserted(() -> assertThat(sampler.counts().taken()).isEqualTo(count));
    }

    /** Measures so many seconds from one on, each offered a second after the other; the power tells which it was. */
    private void measure(long first, int count) {
        for (long second = first; second < first + count; second++) {
            buffer.offer(Sample.ofTotal(second, (int) seconds.getAndIncrement()));
        }
    }

    /** A timeline on which a second begins with each second of {@link #seconds}, its first being that of {@code start}. */
    private static Timeline line(long id, long start, long second, long shift, boolean trusted) {
        return new Timeline(id, start * 1_000_000_000L + 1, (second - start) * 1000, 0, shift, trusted);
    }

    private static final class Recorder extends FakeListener {
        private final List<String> told = Collections.synchronizedList(new ArrayList<>());

        Recorder() {
            super("store", Position.START);
        }

        @Override
        public synchronized void accept(SampleBatch batch) throws Exception {
            for (int i = 0; i < batch.samples().size(); i++) {
                told.add(batch.samples().get(i).epochSecond() + "/" + batch.timeline(i));
            }
            super.accept(batch);
        }
    }
}
