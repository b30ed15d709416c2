package org.opensem.rest.internal;

import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.Calibration;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Period;
import org.opensem.health.HealthReport;
import org.opensem.language.Languages;
import org.opensem.metering.DeviceId;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.MeterInlet;
import org.opensem.report.OverviewService;
import org.opensem.store.InvalidRanges;
import org.opensem.store.RawSamples;
import org.opensem.settings.Region;
import org.opensem.settings.Settings;
import org.opensem.store.SampleBuckets;
import org.opensem.store.SampleStore;
import org.opensem.tariff.BudgetService;
import org.opensem.tariff.CostService;
import org.opensem.tariff.Tariff;
import org.opensem.time.ClockService;
import org.opensem.time.TimeSetting;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The services that the resources ask. Each can be updated alone (X2): while one is away its calls are answered 503, and the
 * resources stay.
 */
@Component(service = Services.class)
public final class Services {
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile ClockService clock;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile TimeSetting timeSetting;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile LiveSamples live;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile MeterDriver driver;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile MeterInlet inlet;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile DeviceId deviceId;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile SampleStore store;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile SampleBuckets buckets;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile RawSamples rawSamples;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile InvalidRanges invalidRanges;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile EnergyService energy;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Tariff tariff;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile CostService costs;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile BudgetService budgets;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Calibration calibration;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile HealthReport health;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile OverviewService overview;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Settings settings;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Region region;

    private volatile CorrectionFactors lastFactors = CorrectionFactors.NONE;

    ClockService clock() {
        return present(clock, "clock");
    }

    TimeSetting timeSetting() {
        return present(timeSetting, "clock");
    }

    LiveSamples live() {
        return present(live, "sampler");
    }

    SampleStore store() {
        return present(store, "store");
    }

    SampleBuckets buckets() {
        return present(buckets, "store");
    }

    RawSamples rawSamples() {
        return present(rawSamples, "store");
    }

    InvalidRanges invalidRanges() {
        return present(invalidRanges, "store");
    }

    EnergyService energy() {
        return present(energy, "aggregation");
    }

    OverviewService overview() {
        return present(overview, "report");
    }

    Tariff tariff() {
        return present(tariff, "tariff");
    }

    BudgetService budgets() {
        return present(budgets, "tariff");
    }

    /** A period with its cost, which is not known without a tariff, nor while nobody is there to tell it. */
    PricedReport priced(Period period, boolean raw) {
        EnergyReport report = Corrected.of(this, raw).energy(energy()).energy(period);
        CostService prices = costs;
        return new PricedReport(report, prices == null ? null : prices.cost(report).orElse(null));
    }

    /** The correction in force (E4); while its part is being updated the one before, so that no live value jumps. */
    CorrectionFactors factors() {
        Calibration present = calibration;
        if (present != null) {
            lastFactors = present.factors();
        }
        return lastFactors;
    }

    Settings settings() {
        return present(settings, "settings");
    }

    /** The language for somebody who prefers these, best first. */
    Locale language(List<Locale> preferred) {
        Region configured = region;
        return configured == null ? Languages.preferred(preferred) : configured.language(preferred);
    }

    /** The driver that the sampler reads, or would read; while the sampler is away, the first by ranking. */
    Optional<LiveSamples.Source> source() {
        LiveSamples sampler = live;
        Optional<LiveSamples.Source> source = sampler == null ? Optional.empty() : sampler.source();
        MeterDriver first = driver;
        if (source.isPresent() || first == null) {
            return source;
        }
        return Optional.of(new LiveSamples.Source(first.id(), true, first.status()));
    }

    /** What is there now, by identity: when it differs after a fault, the fault was most likely an update's. */
    List<Object> present() {
        return Arrays.asList(clock, live, inlet, store, buckets, energy, tariff, costs, budgets, overview, settings);
    }

    /** Whether any of the services has come or gone since {@link #present()}. */
    boolean changed(List<Object> before) {
        List<Object> now = present();
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i) != before.get(i)) {
                return true;
            }
        }
        return false;
    }

    private static <T> T present(T service, String part) {
        if (service == null) {
            throw Problem.unavailable(part);
        }
        return service;
    }
}
