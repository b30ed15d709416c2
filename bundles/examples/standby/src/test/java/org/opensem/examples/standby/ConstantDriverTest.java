package org.opensem.examples.standby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.annotation.Annotation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.opensem.metering.DriverStatus.State;
import org.opensem.metering.Sample;
import org.opensem.testkit.TestClock;

/** The example's driver (X4). */
class ConstantDriverTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-11-19T12:00:00Z"));

    private static ConstantDriver.Config config(double l1, double l2, double l3) {
        return new ConstantDriver.Config() {
            @Override
            public double l1Watts() {
                return l1;
            }

            @Override
            public double l2Watts() {
                return l2;
            }

            @Override
            public double l3Watts() {
                return l3;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return ConstantDriver.Config.class;
            }
        };
    }

    @Test
    void itDeliversOneSampleASecondAndStopsCleanly() throws Exception {
        ConstantDriver driver = new ConstantDriver(clock, config(100, 0, -20.5));
        try {
            assertThat(driver.status().state()).isEqualTo(State.WAITING);
            clock.advance(Duration.ofSeconds(1));
            await().until(() -> driver.buffer().newest().isPresent());
            clock.advance(Duration.ofSeconds(1));
            await().until(() -> driver.buffer().read(0, 10, Duration.ZERO).samples().size() == 2);
            long first = Instant.parse("2026-11-19T12:00:01Z").getEpochSecond();
            assertThat(driver.buffer().read(0, 10, Duration.ZERO).samples()).containsExactly(
                    Sample.ofPhases(first, 100_000, 0, -20_500), Sample.ofPhases(first + 1, 100_000, 0, -20_500));
            assertThat(driver.status().state()).isEqualTo(State.RUNNING);
            assertThat(driver.status().demo()).isTrue();
        } finally {
            driver.deactivate();
        }
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("opensem-example-driver")));
    }
}
