package org.opensem.web.overview.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.opensem.report.OverviewRow;

/**
 * A detail that somebody has opened (U2): the total's split of a day, or the devices of a category.
 *
 * @param row {@link OverviewRow#TOTAL} for the split, else the category
 * @param day the column's day
 */
record Tab(OverviewRow row, LocalDate day) {

    /** The tab behind a row's figure. */
    static Tab behind(OverviewRow row, LocalDate day) {
        return switch (row) {
            case TOTAL, BUDGET, BASE, SWITCHED, BASE_PRICE -> new Tab(OverviewRow.TOTAL, day);
            default -> new Tab(row, day);
        };
    }

    /** Its name in the URL. */
    String key() {
        return row.name().toLowerCase(Locale.ROOT) + "." + day;
    }

    /** Empty if it is none, as in a mistyped address. */
    static Optional<Tab> of(String key) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            OverviewRow row = OverviewRow.valueOf(key.substring(0, dot).toUpperCase(Locale.ROOT));
            return Optional.of(behind(row, LocalDate.parse(key.substring(dot + 1))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
