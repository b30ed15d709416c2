package org.opensem.web.overview.internal;

import java.util.Optional;
import org.opensem.report.DayHours;
import org.opensem.report.Overview;
import org.opensem.report.Pricing;
import org.opensem.report.Report;
import org.opensem.report.Report.Table;
import org.opensem.web.Unit;

/**
 * What is shown at one moment.
 *
 * @param detail the hours of the day of the active tab, if it shows any
 */
record Shot(Overview overview, Report report, Optional<DayHours> detail) {

    /** The unit that can be shown: the chosen one, or energy where that is not known. */
    Unit shown(Unit chosen) {
        boolean known = switch (chosen) {
            case COST -> overview.pricing().known();
            case CO2 -> overview.columns().stream().anyMatch(column -> column.stretch().amounts().values().stream()
                    .anyMatch(amounts -> amounts.co2Kilograms() != null));
            case ENERGY -> true;
        };
        return known ? chosen : Unit.ENERGY;
    }

    /** The table of a unit that is shown. */
    Table table(Unit unit) {
        String id = unit == Unit.ENERGY ? "energy" : unit.key();
        return report.tables().stream().filter(table -> table.id().equals(id)).findFirst().orElseThrow();
    }

    /** Whether nothing was ever measured. */
    boolean empty() {
        return overview.first().isEmpty();
    }

    boolean moneyAway() {
        return overview.pricing().state() == Pricing.State.AWAY;
    }
}
