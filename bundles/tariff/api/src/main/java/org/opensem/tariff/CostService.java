package org.opensem.tariff;

import java.util.Optional;
import org.opensem.aggregation.EnergyReport;
import org.osgi.annotation.versioning.ProviderType;

/** What the energy of periods costs (E3, T5). */
@ProviderType
public interface CostService {

    /**
     * The cost of a report's buckets; raw or calibrated as the report is.
     *
     * @return empty if no tariff is known for any part of the period
     */
    Optional<CostReport> cost(EnergyReport report);
}
