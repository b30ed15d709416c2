package org.opensem.metering.sampler.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBuffer;
import org.opensem.metering.SampleListener;
import org.opensem.time.ClockService;
import org.opensem.time.Timelines;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Brings the samples from the driver's buffer to everyone who listens: one reader, each second assigned once, a memory of a
 * good 15 minutes, a thread per listener. Driver, listeners and clock come and go in any order.
 */
@Component(immediate = true, configurationPid = "org.opensem.metering.sampler")
public final class Sampler implements LiveSamples {
    private final Ring ring = new Ring(SampleBuffer.CAPACITY);
    private final Tally tally = new Tally();
    private final Listeners listeners;
    private final Drivers drivers;
    private final KnownTimes times = new KnownTimes();
    private volatile ClockService clock;

    @Activate
    public Sampler(BundleContext context, SamplerConfig config) {
        this(folder(context.getProperty("opensem.data")), ids(config.awaitListeners()));
    }

    Sampler(Path dataFolder, Set<String> awaited) {
        this(dataFolder, awaited, System::nanoTime);
    }

    Sampler(Path dataFolder, Set<String> awaited, LongSupplier nanoTime) {
        Admission admission = new Admission(() -> clock);
        listeners = new Listeners(ring, awaited, this::release, nanoTime);
        drivers = new Drivers(new DataKind(dataFolder),
                (driverId, buffer, after) ->
                        new DriverReader(driverId, buffer, ring, times, admission, tally, after, this::release));
    }

    private static Path folder(String name) {
        return name == null || name.isBlank() ? null : Path.of(name);
    }

    private static Set<String> ids(String[] configured) {
        return Arrays.stream(configured).map(String::strip).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
    }

    /** Fills the memory from the driver's buffer before anybody listens, so that old samples are not taken for new ones. */
    @Activate
    void start() {
        drivers.start();
        listeners.start();
    }

    @Deactivate
    void stop() {
        drivers.stop();
        listeners.stop();
    }

    private void release() {
        drivers.release(ring.releasable(listeners.taken()));
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindClock(ClockService service) {
        clock = service;
    }

    void unbindClock(ClockService service) {
        if (clock == service) {
            clock = null;
        }
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindTimelines(Timelines timelines) {
        times.use(timelines);
    }

    void unbindTimelines(Timelines timelines) {
        times.lose(timelines);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindDriver(MeterDriver driver, Map<String, Object> properties) {
        int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer r ? r : 0;
        drivers.add(driver, new Drivers.Rank(ranking, (Long) properties.get(Constants.SERVICE_ID)));
    }

    void unbindDriver(MeterDriver driver) {
        drivers.remove(driver);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindListener(SampleListener listener) {
        listeners.add(listener);
    }

    void unbindListener(SampleListener listener) {
        listeners.remove(listener);
    }

    @Override
    public Optional<Sample> newest() {
        return ring.newest();
    }

    @Override
    public List<Sample> from(long epochSecond) {
        return ring.from(epochSecond);
    }

    @Override
    public Counts counts() {
        return tally.counts();
    }

    @Override
    public Optional<Source> source() {
        return drivers.source();
    }
}
