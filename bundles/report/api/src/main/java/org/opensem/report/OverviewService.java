package org.opensem.report;

import java.time.LocalDate;
import java.time.ZoneId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The overview of a day beside the periods before it (U1, U2), as a table, by hours, and as a report to be written to a file
 * (U3). Figures are calibrated, and as of now where a period is not over.
 */
@ProviderType
public interface OverviewService {

    /** The table of a day D: D, the day before, and the week, the month and the year that ended last before D's own. */
    Overview overview(LocalDate day, ZoneId zone);

    /** A day by hours, 23 to 25 of them (T2). */
    DayHours hours(LocalDate day, ZoneId zone);

    /** The overview and its day's hours as a document for a {@link ReportFormat}. */
    Report report(Overview overview, DayHours hours);
}
