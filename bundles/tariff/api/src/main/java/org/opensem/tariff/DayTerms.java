package org.opensem.tariff;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.Objects;

/**
 * What holds for a local day besides the price of energy.
 *
 * @param basePrice the day's share of the base price (month / its days, year / 365 or 366), not rounded
 * @param instalment the monthly advance payment of the day's month; null if there is none
 * @param billingYearStart the day of the year on which a bill begins
 */
public record DayTerms(BigDecimal basePrice, BigDecimal instalment, MonthDay billingYearStart) {
    public DayTerms {
        Objects.requireNonNull(basePrice);
        Objects.requireNonNull(billingYearStart);
    }
}
