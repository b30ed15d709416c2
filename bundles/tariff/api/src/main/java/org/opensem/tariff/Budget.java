package org.opensem.tariff;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import org.opensem.aggregation.Period;

/**
 * A period's budget. Amounts are rounded to six places.
 *
 * @param period which
 * @param currency ISO 4217
 * @param now what holds at the moment, whatever the period
 * @param remaining what is left of the instalment: of a day its share of the month's target, else the period's instalments (H6)
 * @param consumed so far in the period
 * @param series target and actual by the period's parts (H5)
 * @param projection where month and billing year lead to; null without any measured day
 */
public record Budget(Period period, Currency currency, Prepaid now, Amount remaining, Amount consumed, List<Point> series,
        Projection projection) {
    public Budget {
        series = List.copyOf(series);
    }

    /**
     * What the instalment of the month of now pays for.
     *
     * @param instalment a month's
     * @param pricePerKwh of now's month; with two rates their mean by hours
     * @param watts instalment / (days of the month × 24 h × price)
     */
    public record Prepaid(BigDecimal instalment, BigDecimal pricePerKwh, BigDecimal watts) {}

    /** Money and energy: of what is left, at the price of its month; of what was consumed, as measured. */
    public record Amount(BigDecimal money, BigDecimal kilowattHours) {}

    /**
     * Target and actual at the end of a part.
     *
     * @param end of the part, or now where it is running
     * @param target what is left to be spent
     * @param actual what was spent; null where nothing is known yet
     */
    public record Point(ZonedDateTime end, BigDecimal target, BigDecimal actual) {
        /** Target − actual, may be negative; null where actual is. */
        public BigDecimal difference() {
            return actual == null ? null : target.subtract(actual);
        }
    }

    /**
     * Cost so far and, for each day to come, the mean of the last four same weekdays that are at least half covered.
     *
     * @param monthEnd cost of the month of now
     * @param billingYearEnd cost of the billing year of now
     * @param refund its instalments − its cost; negative means that more is to be paid
     */
    public record Projection(BigDecimal monthEnd, BigDecimal billingYearEnd, BigDecimal refund) {}
}
