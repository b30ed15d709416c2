package org.opensem.tariff;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * The price that holds in a stretch of time.
 *
 * @param from epoch second, inclusive
 * @param to epoch second, exclusive
 * @param kind its line of the bill
 * @param pricePerKwh in the tariff's currency; may be negative, as market prices are
 * @param co2GramsPerKwh emission; null if it is not known
 */
public record Rate(long from, long to, RateKind kind, BigDecimal pricePerKwh, BigDecimal co2GramsPerKwh) {
    public Rate {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(pricePerKwh);
        if (from >= to) {
            throw new IllegalArgumentException("A rate ends after its start");
        }
    }
}
