package org.opensem.web.overview.internal;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.opensem.aggregation.EnergyService;
import org.opensem.metering.LiveSamples;
import org.opensem.report.OverviewService;
import org.opensem.report.ReportFormat;
import org.opensem.time.ClockService;
import org.opensem.web.SteadyClock;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services that the view reads, each of which may come and go while pages are open. */
@Component(service = Services.class)
public class Services implements Source {
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile OverviewService overviews;
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile EnergyService energy;
    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    volatile List<ReportFormat> formats = List.of();
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile LiveSamples live;
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile ClockService clock;

    private final SteadyClock time = new SteadyClock();

    @Override
    public Optional<OverviewService> overviews() {
        return Optional.ofNullable(overviews);
    }

    @Override
    public Optional<EnergyService> energy() {
        return Optional.ofNullable(energy);
    }

    @Override
    public List<ReportFormat.Descriptor> formats() {
        TreeMap<String, ReportFormat.Descriptor> byId = new TreeMap<>();
        formats.forEach(format -> byId.put(format.descriptor().id(), format.descriptor()));
        return byId.values().stream().sorted(Comparator.comparing(ReportFormat.Descriptor::name)).toList();
    }

    @Override
    public Instant now() {
        LiveSamples samples = live;
        return time.now(clock, samples == null ? Optional.empty() : samples.newest());
    }
}
