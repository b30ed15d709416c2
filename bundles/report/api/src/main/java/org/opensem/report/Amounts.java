package org.opensem.report;

import java.math.BigDecimal;

/**
 * An amount of energy in the three units in which it is looked at. Each is rounded to six places and null where it is not known,
 * which is never 0 (T4).
 *
 * @param kilowattHours energy
 * @param cost money, in the currency of the whole
 * @param co2Kilograms emission in kg
 */
public record Amounts(BigDecimal kilowattHours, BigDecimal cost, BigDecimal co2Kilograms) {
    /** Nothing is known. */
    public static final Amounts UNKNOWN = new Amounts(null, null, null);

    /** All three less another's; null where either is. */
    public Amounts minus(Amounts o) {
        return new Amounts(minus(kilowattHours, o.kilowattHours), minus(cost, o.cost), minus(co2Kilograms, o.co2Kilograms));
    }

    private static BigDecimal minus(BigDecimal a, BigDecimal b) {
        return a == null || b == null ? null : a.subtract(b);
    }
}
