package org.opensem.tariff.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The settings of openSEM's own tariff.
 *
 * @param currency of all its money
 * @param billingYearStart day of the year on which a bill begins
 * @param lastYearKwh last year's consumption, which chooses the tier; null if it is not known
 * @param versions by their first day, ascending; none: no tariff yet
 */
record Contract(Currency currency, MonthDay billingYearStart, BigDecimal lastYearKwh, List<Version> versions) {
    static final String PID = "org.opensem.tariff";
    static final Contract NONE = new Contract(Currency.getInstance("EUR"), MonthDay.of(1, 1), null, List.of());

    Contract {
        versions = List.copyOf(versions);
    }

    /** What holds on a local day; empty before the first version. */
    Optional<Version> on(LocalDate day) {
        Version found = null;
        for (Version version : versions) {
            if (!version.validFrom().isAfter(day)) {
                found = version;
            }
        }
        return Optional.ofNullable(found);
    }
}
