package org.opensem.web.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.DriverStatus.State;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Position;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;
import org.opensem.metering.SampleBuffer;
import org.opensem.testkit.TestClock;
import org.opensem.web.console.internal.MeterState.Condition;
import org.osgi.framework.ServiceReference;

/** The live value, at most once a second, and honest when nothing comes (H4, T4). */
class MeterWatchTest {
    private long nanos = 1_000_000_000_000L;
    private final MeterWatch watch = new MeterWatch(() -> nanos);
    private final List<MeterState> told = new ArrayList<>();

    @BeforeEach
    void listen() {
        watch.addListener(told::add);
    }

    @AfterEach
    void stop() {
        watch.deactivate();
    }

    private void sample(long second) {
        watch.accept(new SampleBatch(1, new long[] {second}, List.of(Sample.ofTotal(second, 500_000))));
    }

    private void pass(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private static MeterDriver driver(State state, boolean demo) {
        return new MeterDriver() {
            @Override
            public String id() {
                return "test";
            }

            @Override
            public SampleBuffer buffer() {
                throw new UnsupportedOperationException();
            }

            @Override
            public DriverStatus status() {
                return new DriverStatus(state, "", demo);
            }
        };
    }

    @Test
    void itWantsOnlyWhatComesSoThatNobodyWaitsForIt() {
        assertThat(watch.resumeAfter()).isEqualTo(Position.LATEST);
    }

    @Test
    void everyPageSeesTheCorrectedSampleAndAnUpdateOfTheCalibrationChangesNothing_E4() {
        CorrectionFactors factors = CorrectionFactors.always(new BigDecimal("0.97"));
        watch.calibration = () -> factors;
        sample(100);
        assertThat(told.getLast().newest()).isEqualTo(Sample.ofTotal(100, 485_000));
        watch.calibration = null;
        pass(1000);
        sample(101);
        assertThat(told.getLast().newest()).isEqualTo(Sample.ofTotal(101, 485_000));
        assertThat(watch.state().newest()).isEqualTo(told.getLast().newest());
    }

    @Test
    void aReplayAtFullSpeedIsToldOnceASecond() {
        watch.bindDriver(Fakes.reference(1), driver(State.RUNNING, true));
        for (int i = 0; i < 3000; i++) {
            sample(i);
            pass(1);
        }
        assertThat(told).hasSizeBetween(3, 4);
        pass(1000);
        watch.tick();
        assertThat(told.getLast().newest().epochSecond()).isEqualTo(2999);
        assertThat(told.getLast().demo()).isTrue();
    }

    @Test
    void secondsThatComeASecondApartAreAllTold() {
        watch.bindDriver(Fakes.reference(1), driver(State.RUNNING, false));
        for (int i = 0; i < 10; i++) {
            sample(i);
            pass(i % 2 == 0 ? 960 : 1040);
        }
        assertThat(told).hasSize(10);
    }

    @Test
    void silenceIsToldOnce() {
        watch.bindDriver(Fakes.reference(1), driver(State.RUNNING, false));
        sample(1);
        pass(6000);
        watch.tick();
        watch.tick();
        assertThat(told).extracting(MeterState::condition).containsExactly(Condition.LIVE, Condition.SILENT);
        pass(1000);
        sample(7);
        assertThat(told.getLast().condition()).isEqualTo(Condition.LIVE);
    }

    /** A pause, as while the driver is updated, is nothing that every view has to say. */
    @Test
    void aMeterThatStaysSilentIsToldOnceMoreAndAReplayAtItsEndIsNot() {
        ServiceReference<MeterDriver> reference = Fakes.reference(1);
        watch.bindDriver(reference, driver(State.WAITING, false));
        watch.tick();
        assertThat(watch.isQuiet()).as("nothing was ever told").isFalse();
        sample(1);
        pass(29_000);
        watch.tick();
        assertThat(watch.isQuiet()).isFalse();
        int before = told.size();
        pass(2_000);
        watch.tick();
        watch.tick();
        assertThat(watch.isQuiet()).isTrue();
        assertThat(told).hasSize(before + 1);
        sample(32);
        assertThat(watch.isQuiet()).isFalse();
        pass(31_000);
        watch.bindDriver(reference, driver(State.FINISHED, true));
        assertThat(watch.isQuiet()).isFalse();
    }

    /** "Since 14:05" is another day's at midnight; while the clock is updated nobody knows. */
    @Test
    void aDayThatBeginsInSilenceIsToldOnce() {
        TestClock clock = new TestClock(Instant.parse("2026-11-19T22:59:58Z"));
        watch.clock = clock;
        watch.bindDriver(Fakes.reference(1), driver(State.WAITING, false));
        watch.tick();
        int before = told.size();
        watch.tick();
        clock.advance(Duration.ofSeconds(1));
        watch.tick();
        watch.clock = null;
        watch.tick();
        watch.clock = clock;
        watch.tick();
        assertThat(told).hasSize(before);
        clock.advance(Duration.ofSeconds(1));
        watch.tick();
        watch.tick();
        assertThat(told).hasSize(before + 1);
    }

    @Test
    void theDriverThatRanksHighestCountsAndNoDriverIsToldToo() {
        ServiceReference<MeterDriver> low = Fakes.reference(1);
        ServiceReference<MeterDriver> high = Fakes.reference(2);
        watch.bindDriver(low, driver(State.RUNNING, true));
        watch.bindDriver(high, driver(State.WAITING, false));
        assertThat(watch.state().condition()).isEqualTo(Condition.WAITING);
        watch.unbindDriver(high);
        assertThat(watch.state().demo()).isTrue();
        watch.unbindDriver(low);
        watch.tick();
        assertThat(told.getLast().condition()).isEqualTo(Condition.NONE);
        assertThat(told.getLast().demo()).isFalse();
    }
}
