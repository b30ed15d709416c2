package org.opensem.time.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.opensem.metering.Position;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;
import org.opensem.metering.SampleListener;
import org.opensem.time.ClockStatus;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class ClockTest {
    private static final Instant SYSTEM = Instant.parse("2026-11-22T12:00:00Z");
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
        assertThat(clock.now()).isEqualTo(SYSTEM);
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
        clock.apply(new Config("Asia/Tokyo", "samples"));
        clock.apply(new Config("Asia/Tokyo", "samples"));
        assertThat(clock.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(listeners).hasSize(1);
        clock.apply(new Config("Asia/Tokyo", "moon"));
        assertThat(clock.now()).isEqualTo(SYSTEM);
        assertThat(listeners).isEmpty();
        clock.stop();
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
        return new Clock(context, new Config(zone, follow), () -> SYSTEM);
    }

    private static SampleBatch batch(long epoch, long from, long to) {
        List<Sample> samples = LongStream.range(from, to).mapToObj(s -> Sample.ofTotal(s, 1)).toList();
        return new SampleBatch(epoch, LongStream.rangeClosed(1, samples.size()).toArray(), samples);
    }

    /** A framework in which sample listeners can be registered, and nothing else. */
    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("registerService");
                    assertThat(arguments[0]).isEqualTo(SampleListener.class);
                    SampleListener listener = (SampleListener) arguments[1];
                    listeners.add(listener);
                    return registration(listener);
                });
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
