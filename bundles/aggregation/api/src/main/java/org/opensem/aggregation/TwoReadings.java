package org.opensem.aggregation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * The correction factor from two readings of two meters (E4): the house's own and the one that openSEM shows, each read at the
 * same two times. Any unit, the same for all; only the differences matter.
 *
 * @param meterOld the house's meter, the first time
 * @param meterNew the house's meter, the second time
 * @param shownOld what openSEM showed the first time
 * @param shownNew what openSEM showed the second time
 */
public record TwoReadings(BigDecimal meterOld, BigDecimal meterNew, BigDecimal shownOld, BigDecimal shownNew) {
    private static final int PLACES = 4;

    /** Why there is no factor. */
    public enum Fault {
        /** The house's meter stands where it stood. */
        METER_EQUAL,
        /** The house's meter would have run backwards. */
        METER_BELOW,
        /** What openSEM shows stands where it stood. */
        SHOWN_EQUAL,
        /** What openSEM shows would have run backwards. */
        SHOWN_BELOW,
        /** The factor is none from 0.5 to 1.5: readings of different meters, or mixed up. */
        OUT_OF_RANGE
    }

    public TwoReadings {
        Objects.requireNonNull(meterOld);
        Objects.requireNonNull(meterNew);
        Objects.requireNonNull(shownOld);
        Objects.requireNonNull(shownNew);
    }

    /**
     * Everything that is wrong.
     *
     * @param inForce the factor that what was shown had been multiplied by already
     * @return empty if there is a factor
     */
    public Set<Fault> faults(BigDecimal inForce) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        int meter = meterNew.compareTo(meterOld);
        if (meter <= 0) {
            faults.add(meter == 0 ? Fault.METER_EQUAL : Fault.METER_BELOW);
        }
        int shown = shownNew.compareTo(shownOld);
        if (shown <= 0) {
            faults.add(shown == 0 ? Fault.SHOWN_EQUAL : Fault.SHOWN_BELOW);
        }
        if (faults.isEmpty()) {
            BigDecimal factor = quotient(inForce);
            if (factor.compareTo(CorrectionFactors.LEAST) < 0 || factor.compareTo(CorrectionFactors.MOST) > 0) {
                faults.add(Fault.OUT_OF_RANGE);
            }
        }
        return faults;
    }

    /**
     * The factor to be set, to four places: what the house's meter counted by what openSEM counted, times the factor that was in
     * force, since what was shown had been corrected already.
     *
     * @param inForce the factor that what was shown had been multiplied by already
     * @throws IllegalArgumentException if there are {@link #faults}
     */
    public BigDecimal factor(BigDecimal inForce) {
        Set<Fault> faults = faults(inForce);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("These readings give no factor: " + faults);
        }
        return quotient(inForce);
    }

    private BigDecimal quotient(BigDecimal inForce) {
        return meterNew.subtract(meterOld).multiply(inForce)
                .divide(shownNew.subtract(shownOld), PLACES, RoundingMode.HALF_UP);
    }
}
