package org.opensem.web.settings.internal.tariff;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.opensem.aggregation.EnergyService;
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
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile EnergyService energy;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Tariff tariff;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ClockService clock;

    private final SteadyClock steady = new SteadyClock();

    ZonedDateTime now(ZoneId zone) {
        return steady.now(clock, Optional.empty()).atZone(zone);
    }

    Optional<EnergyService> energy() {
        return Optional.ofNullable(energy);
    }

    Optional<Tariff> tariff() {
        return Optional.ofNullable(tariff);
    }
}
