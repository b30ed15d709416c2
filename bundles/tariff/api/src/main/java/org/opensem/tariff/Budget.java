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
 * @param now what holds at the moment, whatever the period; null where the month of now has no instalment
 * @param remaining what is left of the instalment: of a day its share of the month's target, may be negative, else the period's
 *     instalments (H6)
 * @param consumed so far in the period
 * @param series target and actual by the period's parts (H5): a day's hours, a week's and a month's days, a year's months. Parts
 *     whose month has no instalment are left out
 * @param projection where month and billing year lead to; null without any measured day, or where no tariff holds today
 */
public record Budget(Period period, Currency currency, Prepaid now, Amount remaining, Amount consumed, List<Point> series,
        Projection projection) {
    public Budget {
        series = List.copyOf(series);
    }

    /**
     * What the instalment of the month of now pays for.
     *
     * @param instalment a month's: that in force on its first day, or of the first version if it begins later in the month
     * @param pricePerKwh of now's month; with two rates, or several versions, their mean by time
     * @param watts instalment / (days of the month × 24 h × price); null where the price is not above 0
     */
    public record Prepaid(BigDecimal instalment, BigDecimal pricePerKwh, BigDecimal watts) {}

    /**
     * Money and energy: of what is left, at the price of its month; of what was consumed, as measured.
     *
     * @param money null where nothing is known: a period yet to come or before the first sample
     * @param kilowattHours null where nothing was measured, or where the price is not above 0
     */
    public record Amount(BigDecimal money, BigDecimal kilowattHours) {}

    /**
     * Target and actual at the end of a part.
     *
     * @param end of the part, or now where it is running
     * @param target what is left of the month's instalment at the start of the part's day, the same for all hours of a day, as of
     *     now for days yet to come; of a year's month its instalment
     * @param actual what was spent in the part, of an hour: since midnight; null where nothing is known (yet)
     */
    public record Point(ZonedDateTime end, BigDecimal target, BigDecimal actual) {
        /** Target − actual, may be negative; null where actual is. */
        public BigDecimal difference() {
            return actual == null ? null : target.subtract(actual);
        }
    }

    /**
     * Cost so far and, for each day to come, the mean energy cost of the last four same weekdays that are at least half covered,
     * of fewer if there are no more, of all such days if there is none; and its base price. Of today the part that is left counts
     * the same, in proportion to the time.
     *
     * @param monthEnd cost of the month of now
     * @param billingYearEnd cost of the billing year of now
     * @param refund the instalments of the twelve months that begin in the billing year − its cost; negative means that more is
     *     to be paid; null without any instalment
     * @param partial whether the cost of some days of the billing year is not known, as before the first sample: its cost lacks
     *     them while all its instalments count, so the refund is too high
     */
    public record Projection(BigDecimal monthEnd, BigDecimal billingYearEnd, BigDecimal refund, boolean partial) {
        /** Of a billing year that is known from its first day on. */
        public Projection(BigDecimal monthEnd, BigDecimal billingYearEnd, BigDecimal refund) {
            this(monthEnd, billingYearEnd, refund, false);
        }
    }
}
