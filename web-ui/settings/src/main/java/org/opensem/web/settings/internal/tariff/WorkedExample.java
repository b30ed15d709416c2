package org.opensem.web.settings.internal.tariff;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * A month priced by a version as it is edited. What cannot be priced yet is null.
 *
 * @param highKwh energy at the high rate, or all of it
 * @param lowKwh energy at the low rate; null where there is one rate
 * @param high its cost
 * @param low its cost
 * @param basePrice of the whole month
 * @param instalment a month's
 */
record WorkedExample(BigDecimal highKwh, BigDecimal lowKwh, BigDecimal high, BigDecimal low, BigDecimal basePrice,
        BigDecimal instalment) {

    static WorkedExample of(MonthUse use, TariffDraft tariff, int version) {
        boolean two = tariff.twoRates(version);
        BigDecimal low = two ? use.low(tariff.windows(version)) : null;
        BigDecimal high = two ? use.total().subtract(low) : use.total();
        return new WorkedExample(high, low, cost(high, tariff.price(version, "highPrice")),
                two ? cost(low, tariff.price(version, "lowPrice")) : null, basePrice(use, tariff, version),
                tariff.instalment(version).orElse(null));
    }

    private static BigDecimal cost(BigDecimal kwh, Optional<BigDecimal> price) {
        return price.map(kwh::multiply).orElse(null);
    }

    private static BigDecimal basePrice(MonthUse use, TariffDraft tariff, int version) {
        Optional<BigDecimal> price = tariff.price(version, "basePrice");
        return !tariff.basePricePerYear(version) ? price.orElse(null)
                : price.map(year -> year.multiply(BigDecimal.valueOf(use.month().lengthOfMonth()))
                        .divide(BigDecimal.valueOf(use.month().lengthOfYear()), MathContext.DECIMAL128)).orElse(null);
    }

    /** All of it; null while a line cannot be priced. */
    BigDecimal sum() {
        if (high == null || basePrice == null || lowKwh != null && low == null) {
            return null;
        }
        return high.add(basePrice).add(low == null ? BigDecimal.ZERO : low);
    }

    /** Instalment − sum; null where either is missing. */
    BigDecimal difference() {
        return instalment == null || sum() == null ? null : instalment.subtract(sum());
    }
}
