package org.opensem.language;

import java.util.Objects;

/**
 * A figure ready to be shown: its digits and its unit apart, so that the unit can be set smaller.
 *
 * @param sign empty, {@code +} or the minus sign U+2212
 * @param digits the figure without its sign, in the locale's digits and separators
 * @param unit the unit or the currency's symbol; may be empty
 * @param before whether the unit stands before the figure, as in £3.05
 * @param space whether a no-break space stands between the two
 */
public record Quantity(String sign, String digits, String unit, boolean before, boolean space) {
    /** The no-break space that stands before a unit. */
    public static final String SPACE = "\u00a0";

    public Quantity {
        Objects.requireNonNull(sign);
        Objects.requireNonNull(digits);
        Objects.requireNonNull(unit);
    }

    static Quantity after(String signed, String unit) {
        boolean hasSign = signed.startsWith("+") || signed.startsWith(Formats.MINUS);
        return new Quantity(hasSign ? signed.substring(0, 1) : "", hasSign ? signed.substring(1) : signed, unit, false, true);
    }

    /** The sign and the digits without the unit. */
    public String value() {
        return sign + digits;
    }

    /** As one text, for example {@code 1.234,56 €}. */
    @Override
    public String toString() {
        String gap = space ? SPACE : "";
        if (unit.isEmpty()) {
            return sign + digits;
        }
        return before ? sign + unit + gap + digits : sign + digits + gap + unit;
    }
}
