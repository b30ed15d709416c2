package org.opensem.time.internal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.opensem.metering.SampleListener;
import org.opensem.settings.Fields;
import org.opensem.time.ClockService;
import org.opensem.time.ClockStatus;
import org.opensem.time.SystemClock;
import org.opensem.time.TimeHistory;
import org.opensem.time.TimeReading;
import org.opensem.time.TimeSetting;
import org.opensem.time.Timelines;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock: the machine's, corrected (T6), or the samples' during a replay (T3). A change of its settings needs no restart. The
 * zone that the region's settings choose wins over that of its own configuration.
 */
@Component(service = {ClockService.class, TimeSetting.class, Timelines.class},
        configurationPid = {Clock.PID, "org.opensem.region"})
public final class Clock implements ClockService, TimeSetting, Timelines {
    static final String PID = "org.opensem.time";
    private static final Logger LOG = LoggerFactory.getLogger(Clock.class);
    private static final String FOLLOW_SAMPLES = "samples";
    private static final String FOLLOW_SYSTEM = "system";
    /** Machines that build reproducibly have the date of the sources, and no clock is that far behind by chance. */
    private static final Duration BUILD_MARGIN = Duration.ofDays(365);
    private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");

    private final BundleContext context;
    private final Timekeeper keeper;
    private final Caretaker caretaker;
    private final Instant built;
    private final ScheduledExecutorService ticker;
    private volatile ZoneId zone;
    private volatile SampleTime samples;
    private ServiceRegistration<SampleListener> listener;
    private boolean failing;

    @Activate
    public Clock(BundleContext context, ClockConfig config, Map<String, Object> properties) {
        this(context, config, properties, Machine.real());
        ticker.scheduleWithFixedDelay(this::tickSafely, 1, 1, TimeUnit.SECONDS);
    }

    /** For tests, which call {@link #tick} themselves. */
    Clock(BundleContext context, ClockConfig config, Map<String, Object> properties, Machine machine) {
        this.context = context;
        String folder = context.getProperty("opensem.data");
        Memory memory = new Memory(folder == null || folder.isBlank() ? null : Path.of(folder));
        built = Instant.parse(context.getBundle().getHeaders("").get("OpenSEM-Built")).minus(BUILD_MARGIN);
        SecureRandom random = new SecureRandom();
        keeper = new Timekeeper(machine, built, TimeOptions.read(Fields.ofProperties(properties)).mode(), memory.load(),
                Caretaker.process(), () -> random.nextLong(1, Long.MAX_VALUE));
        caretaker = new Caretaker(keeper, memory, machine);
        ticker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("opensem-clock").factory());
        apply(config, properties);
    }

    @Modified
    void apply(ClockConfig config, Map<String, Object> properties) {
        zone = zone(config.zone());
        TimeOptions options = options(properties);
        keeper.mode(options.mode());
        caretaker.options(options);
        boolean follow = FOLLOW_SAMPLES.equals(config.follow());
        if (!follow && !FOLLOW_SYSTEM.equals(config.follow())) {
            LOG.warn("org.opensem.time: follow={} is unknown; it is system or samples. The system's clock is used.",
                    config.follow());
        }
        if (follow && samples == null) {
            SampleTime time = new SampleTime();
            samples = time;
            listener = context.registerService(SampleListener.class, time, null);
        } else if (!follow) {
            endFollowing();
        }
    }

    private static TimeOptions options(Map<String, Object> properties) {
        Fields fields = Fields.ofProperties(properties);
        TimeOptions options = TimeOptions.read(fields);
        // The configuration's other properties are no settings.
        fields.faults().stream().filter(fault -> TimeOptions.isField(fault.field()))
                .forEach(fault -> LOG.warn("{}: {}: {}", PID, fault.field(), fault.message().in(Locale.ENGLISH)));
        return options;
    }

    private void endFollowing() {
        if (listener != null) {
            listener.unregister();
            listener = null;
        }
        samples = null;
    }

    @Deactivate
    void stop() {
        ticker.shutdownNow();
        if (samples == null) {
            caretaker.save();
        }
        endFollowing();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindSystemClock(SystemClock clock) {
        caretaker.use(clock);
    }

    void unbindSystemClock(SystemClock clock) {
        caretaker.lose(clock);
    }

    private void tickSafely() {
        try {
            tick();
            failing = false;
        } catch (RuntimeException | LinkageError e) {
            // What leaves here ends the ticker for good; a backend that is being swapped may throw anything.
            if (!failing) {
                LOG.warn("The clock cannot be looked after; it is tried again every second: {}", e.toString());
            }
            LOG.debug("The clock could not be looked after this second", e);
            failing = true;
        }
    }

    void tick() {
        if (samples == null) {
            caretaker.tick();
        }
    }

    @Override
    public Instant now() {
        SampleTime follows = samples;
        return follows == null ? keeper.now() : follows.now();
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public ClockStatus status() {
        return samples == null ? keeper.status() : new ClockStatus(FOLLOW_SAMPLES, 0, false);
    }

    @Override
    public TimeHistory history() {
        return samples == null ? keeper.history() : TimeHistory.NONE;
    }

    @Override
    public Outcome set(Instant time, Person person) {
        if (time.isBefore(built) || time.isAfter(LAST)) {
            throw new IllegalArgumentException("A time from " + built + " to " + LAST + " is expected: " + time);
        }
        if (samples != null) {
            return Outcome.FOLLOWS_SAMPLES;
        }
        Outcome outcome = keeper.set(time, person);
        caretaker.corrected();
        return outcome;
    }

    @Override
    public Outcome synchronise(TimeReading reading) {
        if (samples != null) {
            return Outcome.FOLLOWS_SAMPLES;
        }
        // Whatever servers agree on: it cannot be.
        Outcome outcome = reading.time().isBefore(built) ? Outcome.REFUSED : keeper.synchronise(reading);
        if (outcome != Outcome.REFUSED) {
            caretaker.corrected();
        }
        return outcome;
    }

    private static ZoneId zone(String id) {
        if (id.isBlank()) {
            return ZoneId.systemDefault();
        }
        try {
            return ZoneId.of(id.strip());
        } catch (DateTimeException e) {
            LOG.warn("org.opensem.time or org.opensem.region: zone={} is not the name of a time zone such as Europe/Berlin. "
                    + "The machine's zone {} is used.", id, ZoneId.systemDefault());
            return ZoneId.systemDefault();
        }
    }
}
