package org.opensem.tariff.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;

/**
 * What holds from a day on.
 *
 * @param validFrom its first local day
 * @param instalment a month's; null if there is none
 * @param co2GramsPerKwh null if it is not known
 * @param rates 1 or 2
 * @param basePricePer what the tiers' base prices are for
 * @param tiers ascending
 * @param lowRateWindows none where there is one rate
 */
record Version(LocalDate validFrom, BigDecimal instalment, BigDecimal co2GramsPerKwh, int rates, Per basePricePer,
        List<Tier> tiers, List<LowRateWindow> lowRateWindows) {

    enum Per {
        MONTH,
        YEAR
    }

    Version {
        tiers = List.copyOf(tiers);
        lowRateWindows = List.copyOf(lowRateWindows);
    }

    /** The one tier for all kWh: the last whose threshold last year's consumption reaches. @param lastYearKwh null: the first */
    Tier tier(BigDecimal lastYearKwh) {
        Tier chosen = tiers.getFirst();
        for (Tier tier : tiers) {
            if (lastYearKwh != null && tier.fromKwh().compareTo(lastYearKwh) <= 0) {
                chosen = tier;
            }
        }
        return chosen;
    }

    /** A day's part of a tier's base price, to 34 digits. */
    BigDecimal basePriceOf(LocalDate day, Tier tier) {
        int days = basePricePer == Per.MONTH ? day.lengthOfMonth() : day.lengthOfYear();
        return tier.basePrice().divide(BigDecimal.valueOf(days), MathContext.DECIMAL128);
    }
}
