package org.opensem.web.home.internal;

import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;
import org.opensem.aggregation.EnergyService;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.Sample;
import org.opensem.tariff.BudgetService;
import org.opensem.tariff.CostService;

/** What Home reads; every part of it may be away for a while, since it is updated on its own (X2). */
interface Source {

    /** The figures' service, if it is there now. */
    Optional<EnergyService> energy();

    /** What tells the cost of figures, if it is there now. */
    Optional<CostService> costs();

    /** What tells budgets, if it is there now. */
    Optional<BudgetService> budgets();

    /** The currency of the tariff that is set; empty without one, or while it is away. */
    Optional<Currency> currency();

    /** Now, in the configured zone; goes on from the last known time while the clock service is away. */
    ZonedDateTime now();

    /** The newest sample in memory. */
    Optional<Sample> newest();

    /** The configured driver's state, if there is a driver. */
    Optional<DriverStatus> driver();

    /** The first measured second ever, as far as it is known. */
    OptionalLong first();
}
