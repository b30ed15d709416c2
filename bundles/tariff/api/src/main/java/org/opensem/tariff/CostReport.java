package org.opensem.tariff;

import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * A period's cost in parts.
 *
 * @param currency ISO 4217
 * @param buckets one for each of the energy report's buckets
 * @param totals the sum of the buckets, line by line
 * @param partial whether a part of the measured energy has no price, as before the tariff's first day; the totals lack it
 */
public record CostReport(Currency currency, List<Cost> buckets, Cost totals, boolean partial) {
    public CostReport {
        Objects.requireNonNull(currency);
        buckets = List.copyOf(buckets);
    }
}
