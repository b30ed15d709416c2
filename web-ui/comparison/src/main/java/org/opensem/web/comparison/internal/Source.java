package org.opensem.web.comparison.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import org.opensem.aggregation.EnergyService;
import org.opensem.tariff.CostService;

/** What the view reads; every part of it may be away for a while, since it is updated on its own (X2). */
interface Source {

    Optional<EnergyService> energy();

    Optional<CostService> costs();

    /** Now; goes on from the last known time while the clock service is away. */
    Instant now();

    /** The first measured second ever, as far as it is known. */
    OptionalLong first(ZoneId zone);
}
