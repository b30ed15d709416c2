package org.opensem.web.settings.internal.tariff;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import org.opensem.aggregation.EnergyService;
import org.opensem.metering.MeterDriver;
import org.opensem.settings.Revision;
import org.opensem.settings.Settings;
import org.opensem.tariff.Tariff;
import org.opensem.time.ClockService;
import org.opensem.web.SteadyClock;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What the tariff's form reads beside its document; each may come and go while pages are open. */
@Component(service = TariffServices.class)
public final class TariffServices {
    private static final String FILE = "file";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Settings settings;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile EnergyService energy;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Tariff tariff;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ClockService clock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile MeterDriver driver;

    private final SteadyClock steady = new SteadyClock();

    ZonedDateTime now(ZoneId zone) {
        return steady.now(clock, Optional.empty()).atZone(zone);
    }

    /** Today in the configured zone; empty while the clock is away. */
    Optional<LocalDate> today() {
        return Optional.ofNullable(clock).map(service -> service.now().atZone(service.zone()).toLocalDate());
    }

    Optional<Map<String, Object>> document() {
        return Optional.ofNullable(settings).flatMap(service -> service.read(TariffSection.GROUP));
    }

    /** Whether these are the prices that {@code ./opensem run} gives to the simulated house: nobody has entered any since. */
    boolean isExample() {
        MeterDriver meter = driver;
        Settings service = settings;
        return meter != null && meter.status().demo() && service != null
                && service.history(TariffSection.GROUP).stream().findFirst()
                        .map(Revision::origin).filter(FILE::equals).isPresent();
    }

    Optional<EnergyService> energy() {
        return Optional.ofNullable(energy);
    }

    Optional<Tariff> tariff() {
        return Optional.ofNullable(tariff);
    }
}
