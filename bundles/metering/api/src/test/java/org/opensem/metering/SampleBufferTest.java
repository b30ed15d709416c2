package org.opensem.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SampleBufferTest {
    private static final Duration NOW = Duration.ZERO;

    @Test
    void samplesGetAscendingSequencesFromOne() throws Exception {
        SampleBuffer buffer = new SampleBuffer(3);
        offer(buffer, 100, 103);

        SampleBuffer.Read read = buffer.read(0, 10, NOW);
        assertThat(read.first()).isEqualTo(1);
        assertThat(seconds(read)).containsExactly(100L, 101L, 102L);
        assertThat(seconds(buffer.read(2, 10, NOW))).containsExactly(102L);
        assertThat(seconds(buffer.read(0, 2, NOW))).containsExactly(100L, 101L);
        assertThat(buffer.read(3, 10, NOW).samples()).isEmpty();
        assertThat(buffer.newest()).hasValueSatisfying(s -> assertThat(s.epochSecond()).isEqualTo(102));
        assertThat(buffer.epoch()).isEqualTo(3);
    }

    @Test
    void aMetersSamplesNeverWaitAndTheOldestGo() throws Exception { // X2: 15 minutes, and one to start in
        SampleBuffer buffer = new SampleBuffer(1);
        offer(buffer, 0, 1060);

        SampleBuffer.Read read = buffer.read(0, 5000, NOW);
        assertThat(read.first()).isEqualTo(101);
        assertThat(read.samples()).hasSize(960);
        assertThat(read.samples().getFirst().epochSecond()).isEqualTo(100);
        assertThat(buffer.overrun()).isEqualTo(100);
    }

    @Test
    void whatHasBeenReleasedIsNoOverrunAndStaysReadable() throws Exception {
        SampleBuffer buffer = new SampleBuffer(1, 10);
        offer(buffer, 0, 10);
        buffer.release(10);
        assertThat(buffer.read(0, 100, NOW).samples()).hasSize(10);
        offer(buffer, 10, 20);
        assertThat(buffer.overrun()).isZero();
    }

    @Test
    void aReleaseBeyondTheEndOrBackwardsChangesNothing() throws Exception {
        SampleBuffer buffer = new SampleBuffer(1, 10);
        offer(buffer, 0, 4);
        buffer.release(99);
        buffer.release(1);
        assertThat(buffer.awaitReleased(NOW)).isTrue();
        offer(buffer, 4, 5);
        assertThat(buffer.awaitReleased(Duration.ofMillis(20))).isFalse();
    }

    @Test
    void aReplayWaitsUntilRoomIsReleasedAndLeavesTheLastSamplesReadable() throws Exception { // X2
        SampleBuffer buffer = new SampleBuffer(1, 100);
        AtomicLong written = new AtomicLong();
        Thread writer = Thread.ofPlatform().start(() -> {
            try {
                for (long second = 0; second < 300; second++) {
                    buffer.put(List.of(Sample.ofTotal(second, 1)));
                    written.set(second + 1);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> written.get() == 50 && writer.getState() == Thread.State.WAITING);

        buffer.release(30);
        await().until(() -> written.get() == 80 && writer.getState() == Thread.State.WAITING);
        assertThat(buffer.read(0, 1000, NOW).first()).as("released, and still there").isEqualTo(1);
        buffer.release(80);
        await().until(() -> written.get() == 130 && writer.getState() == Thread.State.WAITING);
        assertThat(buffer.read(0, 1000, NOW).first()).isEqualTo(31);
        assertThat(buffer.overrun()).isZero();
        writer.interrupt();
        writer.join();
        assertThat(written.get()).isEqualTo(130);
    }

    @Test
    void aReaderIsWokenByTheFirstSample() throws Exception {
        SampleBuffer buffer = new SampleBuffer(1);
        Thread reader = Thread.currentThread();
        Thread.ofPlatform().start(() -> {
            await().until(() -> reader.getState() == Thread.State.TIMED_WAITING);
            buffer.offer(Sample.ofTotal(7, 7));
        });
        assertThat(seconds(buffer.read(0, 10, Duration.ofSeconds(20)))).containsExactly(7L);
    }

    @Test
    void awaitReleasedReturnsWhenTheLastIsReleased() throws Exception {
        SampleBuffer buffer = new SampleBuffer(1);
        offer(buffer, 0, 5);
        Thread waiter = Thread.currentThread();
        Thread.ofPlatform().start(() -> {
            await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);
            buffer.release(5);
        });
        assertThat(buffer.awaitReleased(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void awaitReleasedWaitsAsLongAsItWasToldAndNotOnlyASecond() throws Exception {
        SampleBuffer buffer = new SampleBuffer(1);
        offer(buffer, 0, 5);
        CompletableFuture.runAsync(() -> buffer.release(5), CompletableFuture.delayedExecutor(1300, TimeUnit.MILLISECONDS));
        assertThat(buffer.awaitReleased(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void awaitReleasedDoesNotWaitForWhatComesMeanwhile() throws Exception {
        SampleBuffer buffer = new SampleBuffer(1);
        offer(buffer, 0, 5);
        Thread waiter = Thread.currentThread();
        Thread.ofPlatform().start(() -> {
            await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);
            offer(buffer, 5, 6);
            buffer.release(5);
        });
        assertThat(buffer.awaitReleased(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void aReplayOfManySamplesLosesAndDoublesNone() throws Exception {
        SampleBuffer buffer = new SampleBuffer(1, 256);
        int count = 200_000;
        List<Sample> all = LongStream.range(0, count).mapToObj(s -> Sample.ofTotal(s, 1)).toList();
        Thread writer = Thread.ofPlatform().start(() -> {
            try {
                for (int i = 0; i < count; i += 1000) {
                    buffer.put(all.subList(i, i + 1000));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        List<Sample> read = new ArrayList<>();
        while (read.size() < count) {
            SampleBuffer.Read next = buffer.read(read.size(), 77, Duration.ofSeconds(5));
            assertThat(next.first()).isEqualTo(read.size() + 1L);
            read.addAll(next.samples());
            buffer.release(read.size());
        }
        writer.join();
        assertThat(read).isEqualTo(all);
    }

    @Test
    void itIsKnownWhenEachSampleWasOffered() throws Exception { // T6
        AtomicLong now = new AtomicLong(100);
        SampleBuffer buffer = new SampleBuffer(1, 3, now::getAndIncrement);
        offer(buffer, 0, 5);
        SampleBuffer.Read read = buffer.read(0, 10, Duration.ZERO);
        assertThat(read.first()).isEqualTo(3);
        assertThat(read.offeredNanos()).containsExactly(102L, 103L, 104L);
        assertThat(new SampleBuffer.Read(3, read.samples()).offeredNanos()).hasSize(3);
        assertThatIllegalArgumentException().isThrownBy(() -> new SampleBuffer.Read(3, read.samples(), List.of(1L)));
    }

    @Test
    void epochZeroAndCapacityZeroAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SampleBuffer(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SampleBuffer(1, 0));
    }

    private static void offer(SampleBuffer buffer, long from, long to) {
        LongStream.range(from, to).forEach(s -> buffer.offer(Sample.ofTotal(s, 1)));
    }

    private static List<Long> seconds(SampleBuffer.Read read) {
        return read.samples().stream().map(Sample::epochSecond).toList();
    }
}
