package org.opensem.web.console.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.opensem.aggregation.Calibration;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Position;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;
import org.opensem.metering.SampleListener;
import org.opensem.time.ClockService;
import org.opensem.time.ClockStatus;
import org.opensem.web.console.internal.MeterState.Condition;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The console's one ear for samples. It tells every open page at most once a second, and also when the meter falls silent.
 * The sampler, the driver, the clock and the calibration may each be away for a while. A sample that it tells is corrected (E4):
 * no page sees another one.
 */
@Component(service = {MeterWatch.class, SampleListener.class})
public final class MeterWatch implements SampleListener {
    private static final Logger LOG = LoggerFactory.getLogger(MeterWatch.class);
    /** A little below a second, so that samples that come a second apart are all told. */
    private static final long LEAST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(900);
    private static final long SILENT_AFTER_NANOS = TimeUnit.SECONDS.toNanos(5);
    /** A meter may hesitate, and an update of its driver takes up to three seconds: nothing that every view must say. */
    private static final long QUIET_AFTER_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final LongSupplier nanoTime;
    private final long startedAt;
    private final Map<ServiceReference<MeterDriver>, MeterDriver> drivers = new ConcurrentSkipListMap<>();
    private final List<Consumer<MeterState>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService scheduler;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ClockService clock;
    private volatile ZoneId zone = ZoneOffset.UTC;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Calibration calibration;
    private volatile CorrectionFactors factors = CorrectionFactors.NONE;

    private volatile Sample newest;
    private volatile long heardAt;
    private volatile long toldAt;
    private volatile Condition told;
    private volatile boolean toldDoubt;
    private volatile boolean toldQuiet;
    private volatile LocalDate toldDay;

    @Activate
    public MeterWatch() {
        this(System::nanoTime);
        scheduler.scheduleWithFixedDelay(this::tickSafely, 1, 1, TimeUnit.SECONDS);
    }

    /** For tests, which call {@link #tick} themselves. */
    MeterWatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
        this.toldAt = startedAt - LEAST_PAUSE_NANOS;
        this.scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("opensem-console-meter").factory());
    }

    @Deactivate
    void deactivate() {
        scheduler.shutdownNow();
    }

    /** At the start, so that a page opened before the next second shows a value. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindLiveSamples(LiveSamples samples) {
        samples.newest().ifPresent(sample -> {
            if (newest == null) {
                newest = sample;
            }
        });
    }

    void unbindLiveSamples(LiveSamples samples) {
        LOG.debug("The sampler has gone");
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindDriver(ServiceReference<MeterDriver> reference, MeterDriver driver) {
        drivers.put(reference, driver);
    }

    void unbindDriver(ServiceReference<MeterDriver> reference) {
        drivers.remove(reference);
    }

    @Override
    public String id() {
        return "console";
    }

    @Override
    public Position resumeAfter() {
        return Position.LATEST;
    }

    @Override
    public void accept(SampleBatch batch) {
        newest = batch.samples().getLast();
        heardAt = nanoTime.getAsLong();
        if (heardAt - toldAt >= LEAST_PAUSE_NANOS) {
            tell();
        }
    }

    private void tickSafely() {
        try {
            tick();
        } catch (RuntimeException | LinkageError e) {
            // What leaves here ends the schedule; a driver that goes at this moment may throw anything.
            LOG.debug("The meter's state could not be told this second", e);
        }
    }

    /** Tells of what does not come with a sample: silence, another day, and the last sample of a burst. */
    void tick() {
        long now = nanoTime.getAsLong();
        boolean untold = newest != null && heardAt > toldAt && now - toldAt >= LEAST_PAUSE_NANOS;
        boolean anotherDay = today().filter(day -> !day.equals(toldDay)).isPresent();
        if (untold || anotherDay || state().condition() != told || isClockDoubted() != toldDoubt || isQuiet() != toldQuiet) {
            tell();
        }
    }

    private void tell() {
        MeterState state = state();
        toldAt = nanoTime.getAsLong();
        told = state.condition();
        toldDoubt = isClockDoubted();
        toldQuiet = isQuiet();
        toldDay = today().orElse(toldDay);
        for (Consumer<MeterState> listener : listeners) {
            listener.accept(state);
        }
    }

    void addListener(Consumer<MeterState> listener) {
        listeners.add(listener);
    }

    void removeListener(Consumer<MeterState> listener) {
        listeners.remove(listener);
    }

    /** How it is now. */
    MeterState state() {
        // The sampler reads the driver that ranks highest, which is the map's last.
        MeterDriver driver = drivers.values().stream().reduce((lower, higher) -> higher).orElse(null);
        if (driver == null) {
            return new MeterState(Condition.NONE, corrected(), false, "");
        }
        DriverStatus status = driver.status();
        return new MeterState(condition(status), corrected(), status.demo(), driver.id());
    }

    /** By the factors in force; while their part is being updated by those before. */
    private Sample corrected() {
        Calibration present = calibration;
        if (present != null) {
            factors = present.factors();
        }
        Sample sample = newest;
        return sample == null ? null : factors.sample(sample);
    }

    private Condition condition(DriverStatus status) {
        return switch (status.state()) {
            case FINISHED -> Condition.FINISHED;
            case FAULTED -> Condition.SILENT;
            case WAITING -> Condition.WAITING;
            case RUNNING -> newest != null && heardAt != 0 && nanoTime.getAsLong() - heardAt > SILENT_AFTER_NANOS
                    ? Condition.SILENT : Condition.LIVE;
        };
    }

    /**
     * Whether every view has to say that the meter, which told something before, is silent; or that its driver failed at once.
     */
    boolean isQuiet() {
        MeterState state = state();
        if (state.newest() == null || state.condition() == Condition.FINISHED) {
            return state.newest() == null && state.condition() == Condition.SILENT;
        }
        long since = heardAt != 0 ? heardAt : startedAt;
        return nanoTime.getAsLong() - since > QUIET_AFTER_NANOS;
    }

    /** Whether the clock has to be set before what is measured can be placed (T6). A replay's needs nobody. */
    boolean isClockDoubted() {
        ClockService service = clock;
        if (service == null) {
            return toldDoubt;
        }
        ClockStatus status = service.status();
        return !status.trusted() && status.reason() != ClockStatus.Reason.FOLLOWS_SAMPLES;
    }

    /** Today; empty while the clock is being updated. */
    Optional<LocalDate> today() {
        return Optional.ofNullable(clock).map(service -> service.now().atZone(service.zone()).toLocalDate());
    }

    /** The zone of everything that is shown: the clock's, also while it is being updated. */
    ZoneId zone() {
        ClockService service = clock;
        if (service != null) {
            zone = service.zone();
        }
        return zone;
    }
}
