package org.opensem.report.internal;

import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.opensem.aggregation.Calibration;
import org.opensem.aggregation.EnergyService;
import org.opensem.metering.DeviceId;
import org.opensem.metering.LiveSamples;
import org.opensem.report.DayHours;
import org.opensem.report.Overview;
import org.opensem.report.OverviewService;
import org.opensem.report.Report;
import org.opensem.tariff.BudgetService;
import org.opensem.tariff.CostService;
import org.opensem.tariff.Tariff;
import org.opensem.time.ClockService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The overview's service: there as long as there are figures and a clock; money, factor and device may come and go. */
@Component(service = OverviewService.class)
public final class OverviewComponent implements OverviewService {
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile CostService costs;
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile BudgetService budgets;
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Tariff tariff;
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Calibration calibration;
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile DeviceId device;
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile LiveSamples live;

    private final EnergyService energy;
    private final ClockService clock;
    private final Overviews overviews;
    private final Prices.Shares shares = new Prices.Shares();

    @Activate
    public OverviewComponent(@Reference EnergyService energy, @Reference ClockService clock) {
        this.energy = energy;
        this.clock = clock;
        overviews = new Overviews(energy);
    }

    @Override
    public Overview overview(LocalDate day, ZoneId zone) {
        return overviews.overview(day, now(zone), prices(), calibration);
    }

    @Override
    public DayHours hours(LocalDate day, ZoneId zone) {
        return overviews.hours(day, zone, now(zone), prices());
    }

    @Override
    public Report report(Overview overview, DayHours hours) {
        DeviceId id = device;
        LiveSamples samples = live;
        boolean demo = samples != null && samples.source().map(source -> source.status().demo()).orElse(false);
        boolean catchingUp = energy.status().isCatchingUp();
        return new OverviewReport(overview, hours, id == null ? "" : id.name(), demo, catchingUp).report();
    }

    private Prices prices() {
        return new Prices(costs, budgets, tariff, shares);
    }

    private ZonedDateTime now(ZoneId zone) {
        return clock.now().atZone(zone);
    }
}
