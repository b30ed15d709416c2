package org.opensem.web.home.internal;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.opensem.aggregation.Calibration;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.FirstMeasurement;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Sample;
import org.opensem.tariff.BudgetService;
import org.opensem.tariff.CostService;
import org.opensem.tariff.Tariff;
import org.opensem.time.ClockService;
import org.opensem.web.SteadyClock;
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
    volatile CostService costs;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile BudgetService budgets;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Tariff tariff;
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
    private final SteadyClock time = new SteadyClock();
    private volatile CorrectionFactors lastFactors = CorrectionFactors.NONE;

    /** What a page reads, in the zone that is set at the time. */
    Source at(Supplier<ZoneId> zone) {
        return new Zoned(zone);
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
        private final Supplier<ZoneId> zone;

        Zoned(Supplier<ZoneId> zone) {
            this.zone = zone;
        }

        @Override
        public Optional<EnergyService> energy() {
            return Optional.ofNullable(energy);
        }

        @Override
        public Optional<CostService> costs() {
            return Optional.ofNullable(costs);
        }

        @Override
        public Optional<BudgetService> budgets() {
            return Optional.ofNullable(budgets);
        }

        @Override
        public Optional<Currency> currency() {
            Tariff service = tariff;
            return service == null ? Optional.empty() : Optional.ofNullable(service.revision().currency());
        }

        @Override
        public ZonedDateTime now() {
            return time.now(clock, newestSample()).atZone(zone.get());
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
