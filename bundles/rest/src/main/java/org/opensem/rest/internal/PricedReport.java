package org.opensem.rest.internal;

import org.opensem.aggregation.EnergyReport;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;

/** A period's energies and what they cost. @param cost null without a tariff */
record PricedReport(EnergyReport energy, CostReport cost) {

    Cost bucket(int index) {
        return cost == null ? Cost.UNKNOWN : cost.buckets().get(index);
    }

    Cost totals() {
        return cost == null ? Cost.UNKNOWN : cost.totals();
    }
}
