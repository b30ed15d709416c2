package org.opensem.report;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.opensem.aggregation.Period;

/**
 * A day's total split into base and switched load, by hours (U2). The hours add up exactly to the day's column of the overview.
 *
 * @param period the day
 * @param pricing whether money and CO2 are known
 * @param total of the day
 * @param hours all of them, also those without coverage or yet to come; without a budget
 * @param first the first measured second ever, if anything was ever measured
 */
public record DayHours(Period period, Pricing pricing, Stretch total, List<Stretch> hours, OptionalLong first) {
    public DayHours {
        Objects.requireNonNull(period);
        Objects.requireNonNull(pricing);
        Objects.requireNonNull(total);
        Objects.requireNonNull(first);
        hours = List.copyOf(hours);
    }
}
