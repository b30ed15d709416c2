package org.opensem.health.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.aggregation.BaseLoad;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.Period;
import org.opensem.health.Health;
import org.opensem.health.Health.Level;
import org.opensem.health.HealthCheck;
import org.opensem.health.HealthReport;
import org.opensem.language.Message;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.DriverStatus.State;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBuffer;
import org.opensem.settings.Settings;
import org.opensem.store.SampleStore;
import org.opensem.store.SecondVisitor;
import org.opensem.store.StoreException;
import org.opensem.store.StoreStatus;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;
import org.opensem.testkit.TestClock;

class HealthTest {
    private static final Instant NOW = Instant.parse("2026-11-22T13:27:01Z");

    private final AtomicLong nanos = new AtomicLong();
    private final TestClock clock = new TestClock(NOW);
    private Optional<Sample> newest = Optional.of(Sample.ofTotal(NOW.getEpochSecond(), 1000));
    private StoreStatus stored = stored(NOW.getEpochSecond());
    private boolean pending;
    private DriverStatus driverStatus = new DriverStatus(State.RUNNING, "", false);

    private final LiveSamples live = new LiveSamples() {
        @Override
        public Optional<Sample> newest() {
            return newest;
        }

        @Override
        public List<Sample> from(long epochSecond) {
            return List.of();
        }

        @Override
        public Counts counts() {
            return new Counts(0, 0, 0, 0);
        }
    };
    private final MeterDriver driver = new MeterDriver() {
        @Override
        public String id() {
            return "simulator";
        }

        @Override
        public SampleBuffer buffer() {
            throw new UnsupportedOperationException();
        }

        @Override
        public DriverStatus status() {
            return driverStatus;
        }
    };
    private final SampleStore store = new SampleStore() {
        @Override
        public WriteResult write(List<Sample> samples, WriteMode mode) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void read(long from, long to, SecondVisitor visitor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StoreStatus status() {
            if (stored == null) {
                throw new StoreException("Disk full at /data: free some space", null);
            }
            return stored;
        }
    };
    private final EnergyService energy = new EnergyService() {
        @Override
        public EnergyReport energy(Period period) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Interval> intervals(long from, long to) {
            return List.of();
        }

        @Override
        public Optional<BaseLoad> baseLoad(LocalDate day) {
            return Optional.empty();
        }

        @Override
        public EnergyService raw() {
            return this;
        }

        @Override
        public AggregationStatus status() {
            return new AggregationStatus(7, pending);
        }
    };

    private static StoreStatus stored(long newest) {
        return new StoreStatus(OptionalLong.of(0), OptionalLong.of(newest), 10, 100, 0);
    }

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
        clock.advance(Duration.ofSeconds(seconds));
    }

    private Level driverLevel() {
        return DriverCheck.judge(driver, live, clock).level();
    }

    @Test
    void aDriverThatDeliversIsOkAndOneThatStoppedIsDown() {
        assertThat(driverLevel()).isEqualTo(Level.OK);
        pass(10);
        assertThat(driverLevel()).isEqualTo(Level.OK);
        pass(1);
        assertThat(DriverCheck.judge(driver, live, clock)).isEqualTo(Health.down("simulator (the last sample is 11 s old)"));
        newest = Optional.empty();
        assertThat(driverLevel()).isEqualTo(Level.DEGRADED);
    }

    @Test
    void aDriverTellsItsFaultAndAReplayThatIsOverIsOk() {
        driverStatus = new DriverStatus(State.FAULTED, "no answer from /dev/ttyUSB0: check the cable", false);
        assertThat(DriverCheck.judge(driver, live, clock).text()).contains("/dev/ttyUSB0");
        assertThat(driverLevel()).isEqualTo(Level.DOWN);
        driverStatus = new DriverStatus(State.FINISHED, "", true);
        pass(3600);
        assertThat(driverLevel()).isEqualTo(Level.OK);
        assertThat(new DriverCheck(live, clock).check().level()).as("no driver").isEqualTo(Level.DOWN);
    }

    @Test
    void aStoreThatFailsOrIsMissingIsDown() {
        StoreCheck check = new StoreCheck(store, live, nanos::get);
        assertThat(check.check().level()).isEqualTo(Level.OK);
        stored = null;
        assertThat(check.check()).isEqualTo(Health.down("Disk full at /data: free some space"));
        assertThat(new StoreCheck(null, live, nanos::get).check().level()).isEqualTo(Level.DOWN);
    }

    @Test
    void aStoreThatTakesNothingForAMinuteIsDownUntilItCatchesUp() {
        StoreCheck check = new StoreCheck(store, live, nanos::get);
        stored = stored(NOW.getEpochSecond() - 300);
        assertThat(check.check().level()).isEqualTo(Level.OK);
        pass(61);
        assertThat(check.check().level()).isEqualTo(Level.DOWN);
        stored = stored(NOW.getEpochSecond() - 200);
        assertThat(check.check().level()).as("it moves").isEqualTo(Level.OK);
        pass(61);
        stored = stored(NOW.getEpochSecond());
        assertThat(check.check().level()).isEqualTo(Level.OK);
    }

    @Test
    void figuresThatStayBehindAreDegraded() {
        AggregationCheck check = new AggregationCheck(energy, nanos::get);
        pending = true;
        assertThat(check.check().level()).isEqualTo(Level.OK);
        pass(61);
        assertThat(check.check().level()).isEqualTo(Level.DEGRADED);
        pending = false;
        assertThat(check.check().level()).isEqualTo(Level.OK);
        assertThat(new AggregationCheck(null, nanos::get).check().level()).isEqualTo(Level.DEGRADED);
    }

    private static Settings settings(Message... troubles) {
        return (Settings) Proxy.newProxyInstance(HealthTest.class.getClassLoader(), new Class<?>[] {Settings.class},
                (proxy, method, arguments) -> method.getName().equals("groups") ? List.of("region") : List.of(troubles));
    }

    @Test
    void settingsThatWereRefusedAreDegradedAndSayWhy() {
        assertThat(new SettingsCheck(settings()).check()).isEqualTo(Health.ok("in force: region"));
        assertThat(new SettingsCheck(settings(Message.plain("Refused: zone."))).check())
                .isEqualTo(Health.degraded("Refused: zone."));
        assertThat(new SettingsCheck(null).check().level()).as("while it is updated").isEqualTo(Level.DEGRADED);
    }

    private record Check(String name, Callable<Health> answer) implements HealthCheck {
        @Override
        public Health check() {
            try {
                return answer.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void theReportIsAsBadAsTheWorstAndSortedByName() {
        Reporter reporter = new Reporter();
        assertThat(reporter.report()).isEqualTo(new HealthReport.Summary(Level.OK, List.of()));
        Check failing = new Check("a", () -> {
            throw new IllegalStateException("broken");
        });
        reporter.addCheck(new Check("c", () -> Health.ok("fine")));
        reporter.addCheck(new Check("b", () -> Health.degraded("late")));
        assertThat(reporter.report().level()).isEqualTo(Level.DEGRADED);
        reporter.addCheck(failing);
        HealthReport.Summary report = reporter.report();
        assertThat(report.level()).isEqualTo(Level.DOWN);
        assertThat(report.entries()).extracting(HealthReport.Entry::name).containsExactly("a", "b", "c");
        assertThat(report.entries().getFirst().health().text()).contains("broken");
        reporter.removeCheck(failing);
        assertThat(reporter.report().entries()).hasSize(2);
    }

    @Test
    void aCheckThatHangsIsDownAndIsNotAskedAgainMeanwhile() {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        Reporter reporter = new Reporter(Duration.ofMillis(200));
        reporter.addCheck(new Check("hanging", () -> {
            calls.incrementAndGet();
            release.await();
            return Health.ok("at last");
        }));
        reporter.addCheck(new Check("quick", () -> Health.ok("fine")));
        for (int i = 0; i < 3; i++) {
            assertThat(reporter.report().level()).isEqualTo(Level.DOWN);
        }
        assertThat(calls).hasValue(1);
        release.countDown();
        Awaitility.await().until(() -> reporter.report().level() == Level.OK);
    }
}
