package org.opensem.tariff;

import java.util.Optional;
import org.opensem.aggregation.Period;
import org.osgi.annotation.versioning.ProviderType;

/** What the instalments pay for, what is left of them, and where it leads to (H5, H6). */
@ProviderType
public interface BudgetService {

    /**
     * The budget of a day, a week, a month or a year, as of now where it is not over.
     *
     * @return empty if there is no tariff or no instalment in the period
     * @throws IllegalArgumentException for an hour
     */
    Optional<Budget> budget(Period period);
}
