package org.opensem.web.comparison.internal;

import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyService;
import org.opensem.tariff.Comparison;
import org.opensem.tariff.CostReport;
import org.opensem.tariff.CostService;
import org.opensem.web.Unit;

/**
 * What is shown at one moment.
 *
 * @param comparison the differences
 * @param moneyAway whether prices are not known only because their service is away
 */
record Shot(Side period, Side against, Comparison comparison, boolean moneyAway) {

    static Shot of(Place place, ZonedDateTime now, Source source, EnergyService energy) {
        EnergyReport one = energy.energy(place.period(now));
        EnergyReport two = energy.energy(place.comparison(now));
        if (one.buckets().size() > two.buckets().size() && one.period().partKind() == null) {
            one = Side.inQuarters(one);
        } else if (two.buckets().size() > one.buckets().size() && two.period().partKind() == null) {
            two = Side.inQuarters(two);
        }
        Optional<CostService> costs = source.costs();
        OptionalLong first = source.first(now.getZone());
        Side period = new Side(one, cost(costs, one), first, now);
        Side against = new Side(two, cost(costs, two), first, now);
        return new Shot(period, against, Comparison.of(one, period.cost(), two, against.cost()), costs.isEmpty());
    }

    private static CostReport cost(Optional<CostService> costs, EnergyReport report) {
        return costs.flatMap(service -> service.cost(report)).orElse(null);
    }

    Optional<Currency> currency() {
        return period.cost() != null ? Optional.of(period.cost().currency())
                : Optional.ofNullable(against.cost()).map(CostReport::currency);
    }

    /** The unit that can be shown: the chosen one, or energy where that is not known of either period. */
    Unit shown(Unit chosen) {
        boolean known = switch (chosen) {
            case COST -> currency().isPresent();
            case CO2 -> period.costs().co2Kg() != null || against.costs().co2Kg() != null;
            case ENERGY -> true;
        };
        return known ? chosen : Unit.ENERGY;
    }

    /** Whether another one is of the same periods. */
    boolean sameAs(Shot o) {
        return period.period().equals(o.period.period()) && against.period().equals(o.against.period());
    }

    /** Whether nothing was ever measured. */
    boolean empty() {
        return period.first().isEmpty();
    }
}
