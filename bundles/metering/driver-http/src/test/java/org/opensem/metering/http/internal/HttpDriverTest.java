package org.opensem.metering.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opensem.metering.DriverStatus.State;
import org.opensem.metering.InletBusyException;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBuffer;
import org.opensem.testkit.metering.MeterDriverContract;

class HttpDriverTest extends MeterDriverContract {
    private static final long SECOND = 1_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private long next = 1_000_000;

    @Override
    protected MeterDriver start() {
        return new HttpDriver();
    }

    @Override
    protected void measure(MeterDriver started) {
        ((HttpDriver) started).offer(List.of(sample(), sample(), sample()));
    }

    @Override
    protected void stop(MeterDriver started) {
        // Nothing runs that could be stopped.
    }

    @Test
    void itWaitsUntilTheFirstSampleAndAgainAfterTenSecondsOfSilence() {
        AtomicLong nanos = new AtomicLong(-5 * SECOND);
        HttpDriver driver = new HttpDriver(nanos::get, PATIENCE);
        driver.offer(List.of());
        assertThat(driver.status().state()).isEqualTo(State.WAITING);
        assertThat(driver.status().detail()).contains("/api/v1/live");
        assertThat(driver.status().demo()).isFalse();

        driver.offer(List.of(sample()));
        nanos.addAndGet(10 * SECOND);
        assertThat(driver.status().state()).isEqualTo(State.RUNNING);
        nanos.addAndGet(SECOND);
        assertThat(driver.status().state()).isEqualTo(State.WAITING);
        assertThat(driver.status().detail()).contains("11 s");

        driver.offer(List.of(sample()));
        assertThat(driver.status().state()).isEqualTo(State.RUNNING);
    }

    @Test
    @Timeout(30)
    void aBacklogOfThousandsIsTakenAsAWhole() throws Exception { // X2: acknowledged is not lost
        HttpDriver driver = new HttpDriver();
        List<Sample> backlog = samples(7200);
        List<Sample> taken = new ArrayList<>();
        CompletableFuture<Void> post = CompletableFuture.runAsync(() -> driver.offer(backlog));
        while (taken.size() < backlog.size()) {
            SampleBuffer.Read read = driver.buffer().read(taken.size(), 250, Duration.ofSeconds(5));
            assertThat(read.first()).as("none was overwritten").isEqualTo(taken.size() + 1L);
            assertThat(post).as("acknowledged only when all is taken").isNotDone();
            taken.addAll(read.samples());
            driver.buffer().release(taken.size());
        }
        post.get();
        assertThat(taken).isEqualTo(backlog);
        assertThat(driver.buffer().overrun()).isZero();
    }

    @Test
    @Timeout(30)
    void aBacklogThatNobodyTakesIsRefusedAndOverwritesNothing() {
        HttpDriver driver = new HttpDriver(System::nanoTime, Duration.ofMillis(50));
        assertThatThrownBy(() -> driver.offer(samples(61))).isInstanceOf(InletBusyException.class).hasMessageContaining("again");
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> driver.offer(samples(2000))).isInstanceOf(InletBusyException.class);
        }
        assertThat(driver.buffer().overrun()).isZero();
    }

    @Test
    @Timeout(5)
    void aLivePostNeverWaits() {
        HttpDriver driver = new HttpDriver();
        for (int i = 0; i < 40; i++) {
            driver.offer(samples(60));
        }
        driver.offer(List.of(sample()));
        assertThat(driver.buffer().newest()).hasValueSatisfying(s -> assertThat(s.epochSecond()).isEqualTo(next - 1));
    }

    private List<Sample> samples(int count) {
        return Stream.generate(this::sample).limit(count).toList();
    }

    private Sample sample() {
        return Sample.ofTotal(next++, 1);
    }
}
