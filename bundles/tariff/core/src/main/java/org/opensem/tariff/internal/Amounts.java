package org.opensem.tariff.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.opensem.tariff.Rate;
import org.opensem.tariff.RateKind;

/**
 * What a stretch costs before it is rounded to six places. Prices times milliwatt-seconds are added up exactly and divided once.
 */
final class Amounts {
    /** Places after the division: far below what is shown, far above the last digits of a base price that does not come out. */
    static final int PLACES = 18;
    private static final BigDecimal PER_KWH = new BigDecimal("3600000000");
    private static final BigDecimal GRAMS_PER_KG = new BigDecimal("1000");

    private BigDecimal high = BigDecimal.ZERO;
    private BigDecimal low = BigDecimal.ZERO;
    private BigDecimal base = BigDecimal.ZERO;
    private BigDecimal l1 = BigDecimal.ZERO;
    private BigDecimal l2 = BigDecimal.ZERO;
    private BigDecimal l3 = BigDecimal.ZERO;
    private BigDecimal co2;
    private BigDecimal basePrice = BigDecimal.ZERO;
    private final Portion priced = new Portion();
    private boolean unpriced;
    private boolean phasesDiffer;

    void add(Rate rate, Portion portion) {
        BigDecimal price = rate.pricePerKwh();
        BigDecimal cost = times(price, portion.imported);
        if (rate.kind() == RateKind.LOW) {
            low = low.add(cost);
        } else {
            high = high.add(cost);
        }
        base = base.add(times(price, portion.base));
        l1 = l1.add(times(price, portion.l1));
        l2 = l2.add(times(price, portion.l2));
        l3 = l3.add(times(price, portion.l3));
        if (rate.co2GramsPerKwh() != null) {
            co2 = (co2 == null ? BigDecimal.ZERO : co2).add(times(rate.co2GramsPerKwh(), portion.imported));
        }
        priced.imported += portion.imported;
        priced.l1 += portion.l1;
        priced.l2 += portion.l2;
        priced.l3 += portion.l3;
    }

    private static BigDecimal times(BigDecimal price, long energy) {
        return price.multiply(BigDecimal.valueOf(energy));
    }

    /** Some energy has no price. */
    void markUnpriced() {
        unpriced = true;
    }

    /** The phases do not make up the import: one of them feeds in, or the meter told none at times. */
    void markPhasesDiffer() {
        phasesDiffer = true;
    }

    void accrue(BigDecimal amount) {
        basePrice = basePrice.add(amount);
    }

    boolean unpriced() {
        return unpriced;
    }

    BigDecimal high() {
        return divided(high);
    }

    BigDecimal low() {
        return divided(low);
    }

    BigDecimal basePrice() {
        return basePrice.setScale(PLACES, RoundingMode.HALF_UP);
    }

    /** In kg, or null. */
    BigDecimal co2() {
        return co2 == null ? null : co2.divide(PER_KWH.multiply(GRAMS_PER_KG), PLACES, RoundingMode.HALF_UP);
    }

    /** The base load's part of the energy's cost. @param energy with six places */
    BigDecimal base(BigDecimal energy) {
        return Rounding.parts(energy, List.of(divided(base), divided(high.add(low).subtract(base)))).getFirst();
    }

    /** The energy's cost by phase; null where there are none. @param energy with six places */
    List<BigDecimal> phases(BigDecimal energy) {
        if (priced.l1 + priced.l2 + priced.l3 == 0) {
            return priced.imported > 0 ? null
                    : Rounding.parts(energy, List.of(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
        }
        return phasesDiffer
                ? Rounding.shares(energy, priced.l1, priced.l2, priced.l3)
                : Rounding.parts(energy, List.of(divided(l1), divided(l2), divided(l3)));
    }

    private static BigDecimal divided(BigDecimal amount) {
        return amount.divide(PER_KWH, PLACES, RoundingMode.HALF_UP);
    }
}
