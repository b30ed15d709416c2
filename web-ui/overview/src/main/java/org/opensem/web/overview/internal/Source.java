package org.opensem.web.overview.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.opensem.aggregation.EnergyService;
import org.opensem.report.OverviewService;
import org.opensem.report.ReportFormat;

/** What the view reads; every part of it may be away for a while, since it is updated on its own (X2). */
interface Source {

    Optional<OverviewService> overviews();

    /** What the overview is made of; here only asked whether it is catching up. */
    Optional<EnergyService> energy();

    /** The files that can be had now, in the order of their names. */
    List<ReportFormat.Descriptor> formats();

    /** Now; goes on from the last known time while the clock service is away. */
    Instant now();
}
