package org.opensem.tariff;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * What a stretch of time costs, rounded to six places such that every division adds up exactly: the lines to the total, base and
 * switched load and, each by itself, the phases to the energy's cost, and the buckets of a report to its totals (T5).
 *
 * @param lines the lines of the bill; null where nothing is known: a stretch yet to come, before the first sample, or without a
 *     tariff
 * @param phases the energy's cost divided among L1, L2, L3 in proportion to Σ max(phase, 0); null where there are none
 * @param base the base load's part of the energy's cost; switched is the rest; null where lines is
 * @param co2Kg emission in kg; null where it is not known
 */
public record Cost(Lines lines, List<BigDecimal> phases, BigDecimal base, BigDecimal co2Kg) {
    /** Nothing is known. */
    public static final Cost UNKNOWN = new Cost(null, null, null, null);

    public Cost {
        phases = phases == null ? null : List.copyOf(phases);
    }

    public boolean known() {
        return lines != null;
    }

    /** All of it, or null where nothing is known. */
    public BigDecimal total() {
        return lines == null ? null : lines.total();
    }

    /** The switched load's part of the energy's cost, or null. */
    public BigDecimal switched() {
        return lines == null || base == null ? null : lines.energy().subtract(base);
    }

    /**
     * The lines of a bill.
     *
     * @param high energy at the high rate, or at the only one
     * @param low energy at the low rate
     * @param basePrice the base price's share; it runs through gaps too
     */
    public record Lines(BigDecimal high, BigDecimal low, BigDecimal basePrice) {
        public Lines {
            Objects.requireNonNull(high);
            Objects.requireNonNull(low);
            Objects.requireNonNull(basePrice);
        }

        /** The energy's cost, without the base price. */
        public BigDecimal energy() {
            return high.add(low);
        }

        public BigDecimal total() {
            return energy().add(basePrice);
        }
    }
}
