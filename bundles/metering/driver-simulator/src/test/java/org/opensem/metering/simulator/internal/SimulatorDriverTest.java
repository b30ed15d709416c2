package org.opensem.metering.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Sample;
import org.opensem.testkit.TestClock;
import org.opensem.testkit.metering.MeterDriverContract;
import org.opensem.time.ClockService;

class SimulatorDriverTest extends MeterDriverContract {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.500Z");
    private final TestClock clock = new TestClock(NOON);

    record Config(long seed, int historyDays) implements SimulatorConfig {
        @Override
        public Class<? extends Annotation> annotationType() {
            return SimulatorConfig.class;
        }
    }

    @Override
    protected MeterDriver start() {
        SimulatorDriver driver = new SimulatorDriver(new Config(1, 0));
        driver.bindClock(clock);
        return driver;
    }

    @Override
    protected void measure(MeterDriver started) {
        clock.advance(Duration.ofSeconds(1));
    }

    @Override
    protected void stop(MeterDriver started) throws Exception {
        ((SimulatorDriver) started).stop();
    }

    @Test
    void aSampleIsDeliveredWhenItsSecondIsOverAndNothingOfThePast() {
        List<Long> seconds = new ArrayList<>();
        Ticker ticker = new Ticker(seconds::add);
        long noon = NOON.getEpochSecond();

        ticker.tick(NOON);
        ticker.tick(NOON.plusMillis(499));
        assertThat(seconds).isEmpty();
        ticker.tick(NOON.plusMillis(500));
        assertThat(seconds).containsExactly(noon);
        ticker.tick(NOON.plusMillis(3600));
        assertThat(seconds).as("a few missed seconds are caught up").containsExactly(noon, noon + 1, noon + 2, noon + 3);
        ticker.tick(NOON.plusSeconds(100));
        assertThat(seconds).as("a longer sleep is a gap").containsExactly(noon, noon + 1, noon + 2, noon + 3, noon + 99);
        ticker.tick(NOON.plusSeconds(98));
        assertThat(seconds).as("a clock that is slewed back").hasSize(5);
        ticker.tick(NOON.plusSeconds(50));
        assertThat(seconds).as("a clock that is set back").hasSize(6).last().isEqualTo(noon + 49);
    }

    @Test
    void itDeliversTheSimulatedHouseholdInTheClocksZone() throws Exception { // T1
        SimulatorDriver driver = new SimulatorDriver(new Config(7, 0));
        driver.bindClock(clock.zone("Asia/Tokyo"));
        try {
            while (driver.buffer().newest().isEmpty()) {
                clock.advance(Duration.ofSeconds(1));
                driver.buffer().read(0, 1, Duration.ofMillis(200));
            }
            Sample sample = driver.buffer().read(0, 1, Duration.ZERO).samples().getFirst();
            assertThat(sample)
                    .isEqualTo(new SimulatedHousehold(7, ZoneId.of("Asia/Tokyo")).sample(sample.epochSecond()));
            assertThat(driver.status().demo()).isTrue();
        } finally {
            driver.stop();
        }
    }

    @Test
    void aClockThatFailsWhileItIsSwappedDoesNotEndTheMeter() throws Exception { // X2
        Queue<Throwable> faults = new ConcurrentLinkedQueue<>(
                List.of(new IllegalStateException("stopped"), new NoClassDefFoundError("of a bundle that is gone")));
        ClockService failing = (ClockService) Proxy.newProxyInstance(ClockService.class.getClassLoader(),
                new Class<?>[] {ClockService.class}, (proxy, method, arguments) -> {
                    Throwable fault = method.getName().equals("now") ? faults.poll() : null;
                    if (fault != null) {
                        throw fault;
                    }
                    return method.invoke(clock, arguments);
                });
        SimulatorDriver driver = new SimulatorDriver(new Config(1, 0));
        driver.bindClock(failing);
        try {
            await().until(() -> {
                clock.advance(Duration.ofSeconds(1));
                return driver.buffer().newest().isPresent();
            });
            assertThat(faults).isEmpty();
        } finally {
            driver.stop();
        }
    }

    @Test
    void itGoesOnWhileTheClockServiceIsSwapped() { // X2
        AtomicLong nanos = new AtomicLong(77);
        SteadyClock steady = new SteadyClock(nanos::get);
        assertThat(steady.now()).isEmpty();
        steady.use(clock);
        assertThat(steady.now()).contains(NOON);

        steady.lose(clock);
        nanos.addAndGet(2_500_000_000L);
        assertThat(steady.now()).contains(NOON.plusMillis(2500));
        assertThat(steady.zone()).isEqualTo(clock.zone());

        TestClock updated = new TestClock(NOON.plusMillis(3000));
        steady.use(updated);
        steady.lose(clock);
        assertThat(steady.now()).contains(NOON.plusMillis(3000));
    }
}
