package org.opensem.web.home.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.opensem.aggregation.Calibration;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.EnergyService;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Sample;
import org.opensem.time.ClockService;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The services that Home reads, each of which may come and go while pages are open. */
@Component(service = Services.class)
public class Services {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile EnergyService energy;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile LiveSamples live;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile MeterDriver driver;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ClockService clock;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Calibration calibration;

    private final FirstMeasurement first = new FirstMeasurement();
    private volatile CorrectionFactors lastFactors = CorrectionFactors.NONE;
    private volatile Reading reading = new Reading(Instant.EPOCH, System.nanoTime());

    /** The clock's last answer, and when it was given. */
    private record Reading(Instant time, long nanos) {
        Instant carriedOn() {
            return time.plusNanos(System.nanoTime() - nanos);
        }
    }

    /** What a page in a zone reads. */
    Source at(ZoneId zone) {
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

    private final class Zoned implements Source {
        private final ZoneId zone;

        Zoned(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public Optional<EnergyService> energy() {
            return Optional.ofNullable(energy);
        }

        @Override
        public ZonedDateTime now() {
            return clockTime().atZone(zone);
        }

        @Override
        public Optional<Sample> newest() {
            return newestSample();
        }

        @Override
        public Optional<DriverStatus> driver() {
            MeterDriver service = driver;
            return service == null ? Optional.empty() : Optional.of(service.status());
        }

        @Override
        public OptionalLong first() {
            EnergyService service = energy;
            return service == null ? first.known() : first.find(service, now());
        }
    }
}
