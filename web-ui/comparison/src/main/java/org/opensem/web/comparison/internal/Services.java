package org.opensem.web.comparison.internal;

import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.FirstMeasurement;
import org.opensem.metering.LiveSamples;
import org.opensem.tariff.CostService;
import org.opensem.time.ClockService;
import org.opensem.web.SteadyClock;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services that the view reads, each of which may come and go while pages are open. */
@Component(service = Services.class)
public class Services implements Source {
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile EnergyService energy;
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile CostService costs;
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile LiveSamples live;
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile ClockService clock;

    private final SteadyClock time = new SteadyClock();
    private final FirstMeasurement first = new FirstMeasurement();

    @Override
    public Optional<EnergyService> energy() {
        return Optional.ofNullable(energy);
    }

    @Override
    public Optional<CostService> costs() {
        return Optional.ofNullable(costs);
    }

    @Override
    public Instant now() {
        LiveSamples samples = live;
        return time.now(clock, samples == null ? Optional.empty() : samples.newest());
    }

    @Override
    public OptionalLong first(ZoneId zone) {
        EnergyService service = energy;
        return service == null ? first.known() : first.find(service, now().atZone(zone));
    }
}
