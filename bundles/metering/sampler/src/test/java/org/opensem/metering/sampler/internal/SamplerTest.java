package org.opensem.metering.sampler.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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

@Timeout(60)
class SamplerTest {
    private static final long NOON = Instant.parse("2026-11-22T12:00:00Z").getEpochSecond();
    private final FakeDriver driver = new FakeDriver("meter", 7);
    private Sampler sampler = new Sampler(null, Set.of("store"));

    @AfterEach
    void stop() {
        sampler.stop();
    }

    @Test
    void everyListenerGetsEverySampleOnceInWhateverOrderAllAppear() {
        FakeListener early = FakeListener.store();
        FakeListener late = new FakeListener("late", Position.START);
        sampler.bindListener(early);
        sampler.start();
        driver.offer(0, 10);
        bind(driver, 0, 1);
        sampler.bindListener(late);
        driver.offer(10, 20);

        await().untilAsserted(() -> assertThat(early.seconds()).isEqualTo(range(0, 20)));
        await().untilAsserted(() -> assertThat(late.seconds()).isEqualTo(range(0, 20)));
        assertThat(sampler.newest()).hasValueSatisfying(s -> assertThat(s.epochSecond()).isEqualTo(19));
        assertThat(sampler.from(17)).extracting(Sample::epochSecond).containsExactly(17L, 18L, 19L);
        assertThat(sampler.counts()).isEqualTo(new LiveSamples.Counts(20, 0, 0, 0));
    }

    @Test
    void aListenerThatWantsOnlyWhatComesGetsNothingOld() {
        driver.offer(0, 10);
        bind(driver, 0, 1);
        FakeListener feed = new FakeListener("feed", Position.LATEST);
        sampler.bindListener(feed);
        sampler.start();
        driver.offer(10, 13);

        await().untilAsserted(() -> assertThat(feed.seconds()).isEqualTo(range(10, 13)));
    }

    @Test
    void aSecondIsAssignedOnceWhateverTheClockDoes() { // T6
        FakeListener store = startWith(driver);
        driver.offer(100, 110).offer(105, 112).offer(90, 101);

        await().untilAsserted(() -> assertThat(sampler.counts()).isEqualTo(new LiveSamples.Counts(22, 6, 0, 0)));
        await().untilAsserted(() -> assertThat(store.seconds()).hasSize(22).doesNotHaveDuplicates());
        assertThat(sampler.from(0)).extracting(Sample::epochSecond).isEqualTo(range(90, 112));
    }

    @Test
    void aSampleMoreThanTwoMinutesAheadOfATrustedClockIsRefused() { // T6
        TestClock clock = new TestClock(Instant.ofEpochSecond(NOON));
        sampler.bindClock(clock);
        FakeListener store = startWith(driver);
        driver.offer(NOON + 119, NOON + 123);
        await().untilAsserted(() -> assertThat(sampler.counts().refused()).isEqualTo(2));
        clock.trusted(false);
        driver.offer(NOON + 500, NOON + 501);
        await().untilAsserted(
                () -> assertThat(store.seconds()).containsExactly(NOON + 119, NOON + 120, NOON + 500));
        sampler.unbindClock(clock);
        driver.offer(NOON + 900, NOON + 901);
        await().untilAsserted(() -> assertThat(store.seconds()).hasSize(4));
    }

    @Test
    void aListenerThatThrowsGetsTheSameBatchAgainAndDelaysNobody() {
        AtomicInteger calls = new AtomicInteger();
        FakeListener failing = new FakeListener("failing", Position.START) {
            @Override
            public void accept(SampleBatch batch) throws Exception {
                if (calls.incrementAndGet() <= 1) {
                    throw new NoClassDefFoundError("of a bundle that is being swapped");
                }
                super.accept(batch);
            }
        };
        FakeListener store = startWith(driver);
        sampler.bindListener(failing);
        driver.offer(0, 5);
        await().atMost(Duration.ofMillis(900)).untilAsserted(() -> assertThat(store.seconds()).hasSize(5));
        driver.offer(5, 6);
        await().untilAsserted(() -> assertThat(failing.seconds()).isEqualTo(range(0, 6)));
    }

    @Test
    void aListenerThatBlocksOrSpinsHarmsOnlyItselfAndIsLeftBehind() { // "no listener can hold up another"
        CountDownLatch never = new CountDownLatch(1);
        FakeListener blocking = new FakeListener("blocking", Position.START) {
            @Override
            public Position resumeAfter() {
                while (never.getCount() > 0) {
                    LockSupport.park(); // deaf to interrupts
                    Thread.interrupted();
                }
                return Position.START;
            }
        };
        FakeListener spinning = new FakeListener("spinning", Position.LATEST) {
            @Override
            public void accept(SampleBatch batch) {
                while (never.getCount() > 0) {
                    Thread.onSpinWait();
                }
            }
        };
        FakeListener store = startWith(driver);
        sampler.bindListener(blocking);
        sampler.bindListener(spinning);
        driver.offer(0, 800);
        await().untilAsserted(() -> assertThat(store.seconds()).hasSize(800));

        long start = System.nanoTime();
        sampler.stop();
        never.countDown();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aDurableListenerGoesOnAfterItsLastCommit() { // X2
        FakeListener store = startWith(driver);
        driver.offer(0, 100);
        await().untilAsserted(() -> assertThat(store.seconds()).hasSize(100));
        sampler.unbindListener(store);
        driver.offer(100, 100 + 15 * 60 + 60); // 15 minutes, and one to start in
        FakeListener updated = new FakeListener("store", store.resumeAfter());
        sampler.bindListener(updated);
        await().untilAsserted(() -> assertThat(updated.seconds()).isEqualTo(range(100, 1060)));
    }

    @Test
    void aListenerThatWasAwayForLongerThanTheMemoryGetsWhatThereIs() {
        FakeListener store = startWith(driver);
        driver.offer(0, 100);
        await().untilAsserted(() -> assertThat(store.seconds()).hasSize(100));
        sampler.unbindListener(store);
        driver.offer(100, 2000);
        await().untilAsserted(() -> assertThat(sampler.newest().orElseThrow().epochSecond()).isEqualTo(1999));
        FakeListener updated = new FakeListener("store", store.resumeAfter());
        sampler.bindListener(updated);
        await().untilAsserted(() -> assertThat(updated.seconds()).isEqualTo(range(2000 - 960, 2000)));
    }

    @Test
    void aReplayWaitsForTheStoreAlsoBeforeItHasComeForTheFirstTime() throws Exception { // X2
        SampleBuffer buffer = new SampleBuffer(9, 1800);
        FakeListener other = new FakeListener("other", Position.START);
        sampler.bindListener(other);
        sampler.start();
        bind(new FakeDriver("replay", buffer, true), 0, 1);
        Thread replay = replay(buffer, 5000);
        await().until(() -> replay.getState() == Thread.State.WAITING);
        await().untilAsserted(() -> assertThat(other.seconds()).hasSize(900));

        FakeListener store = FakeListener.store();
        sampler.bindListener(store);
        await().untilAsserted(() -> assertThat(store.seconds()).isEqualTo(range(0, 5000)));
        await().untilAsserted(() -> assertThat(buffer.awaitReleased(Duration.ZERO)).isTrue());
        assertThat(buffer.overrun()).isZero();
        replay.join();
    }

    @Test
    void aReplayWaitsForADurableListenerThatIsAwayAndNotForOneThatOnlyWantsWhatComes() throws Exception { // X2
        SampleBuffer buffer = new SampleBuffer(9, 1800);
        FakeListener store = startWith(new FakeListener("feed", Position.LATEST) {
            @Override
            public void accept(SampleBatch batch) throws Exception {
                new CountDownLatch(1).await();
            }
        }, new FakeDriver("replay", buffer, true));
        FakeListener patterns = new FakeListener("patterns", Position.START);
        sampler.bindListener(patterns);
        buffer.put(samples(0, 100));
        await().untilAsserted(() -> assertThat(patterns.seconds()).hasSize(100));
        sampler.unbindListener(patterns);
        Thread replay = replay(buffer, 100, 5000);
        await().until(() -> replay.getState() == Thread.State.WAITING);
        await().untilAsserted(() -> assertThat(store.seconds()).hasSize(1000));

        sampler.bindListener(new FakeListener("patterns", patterns.resumeAfter()));
        await().untilAsserted(() -> assertThat(store.seconds()).isEqualTo(range(0, 5000)));
        replay.join();
    }

    @Test
    void duplicatesAtTheEndOfAReplayAreReleasedToo() throws Exception {
        SampleBuffer buffer = new SampleBuffer(9, 1800);
        FakeListener store = startWith(new FakeDriver("replay", buffer, true));
        buffer.put(samples(0, 100));
        await().untilAsserted(() -> assertThat(store.seconds()).hasSize(100));
        buffer.put(samples(90, 100));
        assertThat(buffer.awaitReleased(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void anotherLifeOfTheDriverIsReadOnAndOldSamplesAreNotForgotten() { // X2
        FakeListener store = startWith(driver);
        driver.offer(0, 50);
        sampler.unbindDriver(driver);
        FakeDriver updated = new FakeDriver("meter", 8);
        bind(updated, 0, 2);
        updated.offer(48, 60);
        FakeListener late = new FakeListener("late", Position.START);
        sampler.bindListener(late);
        await().untilAsserted(() -> assertThat(store.seconds()).isEqualTo(range(0, 60)));
        await().untilAsserted(() -> assertThat(late.seconds()).isEqualTo(range(0, 60)));
    }

    @Test
    void theDriverOfTheHighestRankIsReadAndTheOtherAgainWhenItGoes() {
        FakeListener store = startWith(driver);
        FakeDriver better = new FakeDriver("better", 8);
        driver.offer(0, 3);
        bind(better, 10, 2);
        assertThat(sampler.source()).hasValueSatisfying(s -> assertThat(s.driverId()).isEqualTo("better"));
        better.offer(3, 6);
        await().untilAsserted(() -> assertThat(store.seconds()).isEqualTo(range(0, 6)));
        sampler.unbindDriver(better);
        driver.offer(4, 8);
        await().untilAsserted(() -> assertThat(store.seconds()).isEqualTo(range(0, 8)));
    }

    @Test
    void aDriverThatTellsNothingIsLeftOut() {
        FakeListener store = startWith(driver);
        sampler.bindDriver(new FakeDriver("mute", null, false), Map.of("service.ranking", 99, "service.id", 9L));
        driver.offer(0, 3);
        await().untilAsserted(() -> assertThat(store.seconds()).isEqualTo(range(0, 3)));
        assertThat(sampler.source()).hasValueSatisfying(s -> assertThat(s.driverId()).isEqualTo("meter"));
    }

    @Test
    void whatADriverLeavesWhenItGoesIsStillTaken() {
        FakeListener store = startWith(driver);
        for (int i = 0; i < 50; i++) {
            FakeDriver next = new FakeDriver("d" + i, 100 + i);
            bind(next, 0, 10 + i);
            sampler.unbindDriver(i == 0 ? driver : new FakeDriver("unknown", 1));
            next.offer(i, i + 1);
            sampler.unbindDriver(next);
        }
        await().untilAsserted(() -> assertThat(store.seconds()).isEqualTo(range(0, 50)));
    }

    private FakeListener startWith(FakeDriver first) {
        FakeListener store = FakeListener.store();
        sampler.bindListener(store);
        bind(first, 0, 1);
        sampler.start();
        return store;
    }

    private FakeListener startWith(FakeListener listener, FakeDriver first) {
        sampler.bindListener(listener);
        return startWith(first);
    }

    private void bind(FakeDriver some, int ranking, long serviceId) {
        sampler.bindDriver(some, Map.of("service.ranking", ranking, "service.id", serviceId));
    }

    private static Thread replay(SampleBuffer buffer, long to) {
        return replay(buffer, 0, to);
    }

    private static Thread replay(SampleBuffer buffer, long from, long to) {
        return Thread.ofPlatform().daemon().start(() -> {
            try {
                buffer.put(samples(from, to));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static List<Sample> samples(long from, long to) {
        return LongStream.range(from, to).mapToObj(s -> Sample.ofTotal(s, (int) s)).toList();
    }

    private static List<Long> range(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }
}
