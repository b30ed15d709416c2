package org.opensem.web.graph.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.opensem.aggregation.Calibration;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.EnergyService;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.Sample;
import org.opensem.store.InvalidRanges;
import org.opensem.store.InvalidRanges.InvalidRange;
import org.opensem.store.MarkedSeconds;
import org.opensem.store.SampleStore;
import org.opensem.store.StoreException;
import org.opensem.time.ClockService;
import org.opensem.web.chart.PowerCurve.Phases;
import org.opensem.web.graph.internal.Place.Window;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The services that the graph reads, each of which may come and go while pages are open. */
@Component(service = Services.class)
public class Services {
    private static final Logger LOG = LoggerFactory.getLogger(Services.class);
    private static final int DAY_SECONDS = 86_400;
    private static final int MEMORY_SECONDS = 900;
    private static final int[] LOOKS_BACK_DAYS = {1, 31, 366, 36_600};

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile SampleStore store;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile EnergyService energy;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile LiveSamples live;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ClockService clock;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Calibration calibration;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile InvalidRanges ranges;

    private volatile CorrectionFactors lastFactors = CorrectionFactors.NONE;
    private volatile Reading reading = new Reading(Instant.EPOCH, System.nanoTime());

    /** The clock's last answer, and when it was given. */
    private record Reading(Instant time, long nanos) {
        Instant carriedOn() {
            return time.plusNanos(System.nanoTime() - nanos);
        }
    }

    /** What a page reads, in the zone that is set at the time. */
    Source at(Supplier<ZoneId> zone) {
        return new Zoned(zone);
    }

    private Instant clockTime() {
        ClockService service = clock;
        if (service != null) {
            reading = new Reading(service.now(), System.nanoTime());
            return reading.time();
        }
        Instant carried = reading.carriedOn();
        return newestSample().map(Sample::time).filter(time -> time.isAfter(carried)).orElse(carried);
    }

    private Optional<Sample> newestSample() {
        LiveSamples service = live;
        return service == null ? Optional.empty() : service.newest().map(factors()::sample);
    }

    /** The correction in force (E4); while its part is being updated the one before. */
    private CorrectionFactors factors() {
        Calibration present = calibration;
        if (present != null) {
            lastFactors = present.factors();
        }
        return lastFactors;
    }

    private Optional<WindowFigures> read(Window window, Phases phases) {
        SampleStore seconds = store;
        EnergyService quarters = energy;
        LiveSamples memory = live;
        try {
            if (seconds != null) {
                long recent = Math.max(window.from(), clockTime().getEpochSecond() - MEMORY_SECONDS);
                List<Sample> inMemory = memory == null || recent >= window.to() ? List.of() : memory.from(recent);
                WindowFigures figures = WindowFigures.read(seconds, inMemory,
                        MarkedSeconds.of(marks().orElse(List.of())), factors(), window, phases);
                if (figures.coveredSeconds() > 0) {
                    return Optional.of(figures);
                }
            }
            if (seconds != null && quarters != null) {
                return Optional.of(WindowFigures.read(quarters, window));
            }
        } catch (RuntimeException e) {
            // The store or the database is being updated; the page asks again.
            LOG.debug("The window's figures are not to be had now", e);
        }
        return Optional.empty();
    }

    private Optional<List<InvalidRange>> marks() {
        try {
            return Optional.ofNullable(ranges).map(InvalidRanges::list);
        } catch (RuntimeException e) {
            LOG.debug("The marks are not to be had now", e);
            return Optional.empty();
        }
    }

    private boolean change(Consumer<InvalidRanges> change) {
        InvalidRanges present = ranges;
        if (present == null) {
            return false;
        }
        try {
            change.accept(present);
            return true;
        } catch (StoreException e) {
            LOG.warn("The mark was not stored: {}", e.getMessage());
            return false;
        }
    }

    /**
     * The oldest second is the first ever if no quarter-hour of the day before it is known; else older ones were dropped. A
     * window before which, and in which, nothing was ever measured lies before the first measurement as a whole.
     */
    private OptionalLong first(Window window) {
        SampleStore seconds = store;
        EnergyService quarters = energy;
        if (seconds == null || quarters == null) {
            return OptionalLong.empty();
        }
        try {
            OptionalLong oldest = seconds.status().oldest();
            if (oldest.isEmpty() || oldest.getAsLong() >= window.to()) {
                return measuredBefore(quarters, window.to()) ? OptionalLong.empty() : OptionalLong.of(window.to());
            }
            if (oldest.getAsLong() <= window.from()) {
                return OptionalLong.empty();
            }
            long quarter = oldest.getAsLong() / MEMORY_SECONDS * MEMORY_SECONDS;
            return quarters.intervals(quarter - DAY_SECONDS, quarter).isEmpty() ? oldest : OptionalLong.empty();
        } catch (RuntimeException e) {
            LOG.debug("The first measurement is not to be had now", e);
            return OptionalLong.empty();
        }
    }

    /** Looks back in growing steps, so that it does not read years where yesterday answers. */
    private static boolean measuredBefore(EnergyService quarters, long second) {
        for (int days : LOOKS_BACK_DAYS) {
            if (!quarters.intervals(Math.max(0, second - (long) days * DAY_SECONDS), second).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private final class Zoned implements Source {
        private final Supplier<ZoneId> zone;

        Zoned(Supplier<ZoneId> zone) {
            this.zone = zone;
        }

        @Override
        public ZonedDateTime now() {
            return clockTime().atZone(zone.get());
        }

        @Override
        public boolean away() {
            return store == null || energy == null;
        }

        @Override
        public Optional<Sample> newest() {
            return newestSample();
        }

        @Override
        public Optional<WindowFigures> figures(Window window, Phases phases) {
            return read(window, phases);
        }

        @Override
        public OptionalLong first(Window window) {
            return Services.this.first(window);
        }

        @Override
        public Optional<List<InvalidRange>> marks() {
            return Services.this.marks();
        }

        @Override
        public boolean mark(Window stretch, String reason) {
            return change(present -> present.mark(stretch.from(), stretch.to(), reason));
        }

        @Override
        public boolean takeBack(long id) {
            return change(present -> present.takeBack(id));
        }
    }
}
