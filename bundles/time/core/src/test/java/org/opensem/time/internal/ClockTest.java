package org.opensem.time.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.metering.Position;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;
import org.opensem.metering.SampleListener;
import org.opensem.time.ClockStatus;
import org.opensem.time.SystemClock;
import org.opensem.time.TimeHistory;
import org.opensem.time.TimeReading;
import org.opensem.time.TimeSetting;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** The clock as a service: the system's time, a replay's, and what is set (T1, T3, T6, E1). */
class ClockTest {
    @TempDir
    private Path folder;

    private final FakeMachine machine = new FakeMachine();
    private final List<SampleListener> listeners = new ArrayList<>();
    private final BundleContext context = context();

    private record Config(String zone, String follow) implements ClockConfig {
        @Override
        public Class<? extends Annotation> annotationType() {
            return ClockConfig.class;
        }
    }

    @Test
    void theSystemsClockIsTheDefaultAndTrusted() {
        Clock clock = clock("Europe/Berlin", "system");
        assertThat(clock.now()).isEqualTo(machine.truth());
        assertThat(clock.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(clock.status()).isEqualTo(new ClockStatus("system", 0, true));
        assertThat(listeners).isEmpty();
    }

    @Test
    void duringAReplayItIsTheEndOfTheNewestSecond() throws Exception { // T3
        Clock clock = clock("", "samples");
        SampleListener samples = listeners.getFirst();
        assertThat(clock.status()).isEqualTo(new ClockStatus("samples", 0, false));
        assertThat(clock.now()).as("never ahead of a replay").isEqualTo(Instant.EPOCH);

        samples.accept(batch(1, 1000, 1500));
        assertThat(clock.now()).isEqualTo(Instant.ofEpochSecond(1500));
        samples.accept(batch(1, 900, 910));
        assertThat(clock.now()).as("a late sample does not set it back").isEqualTo(Instant.ofEpochSecond(1500));
        samples.accept(batch(2, 100, 101));
        assertThat(clock.now()).as("another replay does").isEqualTo(Instant.ofEpochSecond(101));
    }

    @Test
    void anUpdatedClockLearnsTheTimeFromTheMemory() {
        clock("", "samples");
        assertThat(listeners.getFirst().resumeAfter()).isEqualTo(Position.START);
        assertThat(listeners.getFirst().id()).isEqualTo("time");
    }

    @Test
    void aZoneThatDoesNotExistIsTheMachines() { // T1
        assertThat(clock("Europe/Nowhere", "system").zone()).isEqualTo(ZoneId.systemDefault());
        assertThat(clock("", "system").zone()).isEqualTo(ZoneId.systemDefault());
    }

    @Test
    void itsSettingsChangeWithoutARestart() {
        Clock clock = clock("Europe/Berlin", "system");
        clock.apply(new Config("Asia/Tokyo", "samples"), Map.of());
        clock.apply(new Config("Asia/Tokyo", "samples"), Map.of());
        assertThat(clock.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(listeners).hasSize(1);
        clock.apply(new Config("Asia/Tokyo", "moon"), Map.of());
        assertThat(clock.now()).isEqualTo(machine.truth());
        assertThat(listeners).isEmpty();
        clock.stop();
    }

    @Test
    void aReplayKnowsNoCorrectionAndTakesNoTime() { // T3
        Clock clock = clock("", "samples");
        assertThat(clock.set(machine.truth(), TimeSetting.Person.MANUAL)).isEqualTo(TimeSetting.Outcome.FOLLOWS_SAMPLES);
        assertThat(clock.synchronise(new TimeReading(machine.truth(), machine.nanoTime(), 4)))
                .isEqualTo(TimeSetting.Outcome.FOLLOWS_SAMPLES);
        assertThat(clock.history()).isSameAs(TimeHistory.NONE);
        clock.tick();
        clock.stop();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void timesThatNobodyCanMeanAreRefused() {
        Clock clock = clock("", "system");
        assertThatThrownBy(() -> clock.set(Instant.EPOCH, TimeSetting.Person.MANUAL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clock.set(Instant.parse("3001-01-01T00:00:00Z"), TimeSetting.Person.BROWSER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(clock.now()).isEqualTo(machine.truth());
    }

    @Test
    void whatItWasIsKnownAfterARestart() throws IOException { // T6
        Clock clock = clock("", "system");
        clock.tick();
        clock.stop();
        machine.error(Duration.ofHours(-3));
        assertThat(clock("", "system").status().reason()).isEqualTo(ClockStatus.Reason.BEFORE_LAST_RUN);
        Files.writeString(folder.resolve("clock"), "latest=yesterday");
        assertThat(clock("", "system").status().trusted()).as("a file that cannot be read is as good as none").isTrue();
    }

    @Test
    void theSystemsClockIsSetWhereThatIsWantedAndPermitted() { // E1
        FakeSystemClock system = new FakeSystemClock();
        Clock clock = clock("", "system");
        clock.bindSystemClock(system);
        clock.set(machine.truth().plusSeconds(3600), TimeSetting.Person.MANUAL);
        clock.tick();
        assertThat(system.set).as("not wanted").isEmpty();

        clock.apply(new Config("", "system"), Map.of("setSystemClock", "true"));
        system.permitted = false;
        clock.tick();
        assertThat(system.set).as("not permitted").isEmpty();
        system.permitted = true;
        system.failing = true;
        clock.tick();
        assertThat(clock.now()).as("its own offset serves as well").isEqualTo(machine.truth().plusSeconds(3600));
        machine.pass(Duration.ofSeconds(61));
        system.failing = false;
        clock.tick();
        assertThat(system.set).containsExactly(machine.truth().plusSeconds(3600));
        machine.error(Duration.ofHours(1));
        clock.tick();
        assertThat(clock.status()).isEqualTo(new ClockStatus("system", 0, true, clock.status().lastSync(),
                ClockStatus.Reason.PLAUSIBLE));
    }

    @Test
    void theSystemIsAskedWhetherItKeepsItsClockRight() {
        FakeSystemClock system = new FakeSystemClock();
        machine.error(Duration.between(machine.truth(), Instant.EPOCH));
        Clock clock = clock("", "system");
        clock.bindSystemClock(system);
        clock.tick();
        clock.tick();
        assertThat(system.asked).as("once a minute at most").isEqualTo(1);
        assertThat(clock.status().trusted()).isFalse();
        system.synchronised = Optional.of(true);
        machine.error(Duration.ZERO).pass(Duration.ofSeconds(61));
        clock.tick();
        assertThat(clock.status().reason()).isEqualTo(ClockStatus.Reason.SYNCHRONISED);
        clock.unbindSystemClock(system);
        machine.pass(Duration.ofMinutes(11));
        clock.tick();
        assertThat(system.asked).isEqualTo(2);
    }

    /** Of two configurations the later one's properties win. */
    @Test
    void theRegionsZoneWinsOverItsOwn() throws Exception { // E2, T1
        try (InputStream component = Clock.class.getResourceAsStream("/OSGI-INF/" + Clock.class.getName() + ".xml")) {
            assertThat(new String(component.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("configuration-pid=\"org.opensem.time org.opensem.region\"").contains("modified=\"apply\"");
        }
    }

    private Clock clock(String zone, String follow) {
        return new Clock(context, new Config(zone, follow), Map.of(), machine);
    }

    private static final class FakeSystemClock implements SystemClock {
        private final List<Instant> set = new ArrayList<>();
        private boolean permitted = true;
        private boolean failing;
        private int asked;
        private Optional<Boolean> synchronised = Optional.empty();

        @Override
        public String id() {
            return "fake";
        }

        @Override
        public boolean permitted() {
            return permitted;
        }

        @Override
        public void set(Instant time) throws IOException {
            if (failing) {
                throw new IOException("not today");
            }
            set.add(time);
        }

        @Override
        public Optional<Boolean> synchronised() {
            asked++;
            return synchronised;
        }
    }

    private static SampleBatch batch(long epoch, long from, long to) {
        List<Sample> samples = LongStream.range(from, to).mapToObj(s -> Sample.ofTotal(s, 1)).toList();
        return new SampleBatch(epoch, LongStream.rangeClosed(1, samples.size()).toArray(), samples);
    }

    /** A framework in which sample listeners can be registered, and nothing else. */
    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getProperty")) {
                        return folder.toString();
                    } else if (method.getName().equals("getBundle")) {
                        return bundle();
                    }
                    assertThat(method.getName()).isEqualTo("registerService");
                    assertThat(arguments[0]).isEqualTo(SampleListener.class);
                    SampleListener listener = (SampleListener) arguments[1];
                    listeners.add(listener);
                    return registration(listener);
                });
    }

    private Object bundle() {
        return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Bundle.class}, (proxy, method, arguments) ->
                new Hashtable<>(Map.of("OpenSEM-Built", "2026-11-22T00:00:00Z")));
    }

    private Object registration(SampleListener listener) {
        return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ServiceRegistration.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("unregister");
                    listeners.remove(listener);
                    return null;
                });
    }
}
