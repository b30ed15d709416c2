package org.opensem.tariff;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;

/**
 * What a period has more than another (V2), from the figures as they are shown: energies, costs and CO2 in six places, powers in
 * W. Of periods that are not over, what there is by now.
 *
 * @param kilowattHours imported energy
 * @param cost unknown without a tariff
 * @param co2Kg emission
 * @param meanWatts mean total active power over the covered seconds
 * @param minWatts smallest one-second total
 * @param maxWatts largest one-second total
 */
public record Comparison(Difference kilowattHours, Difference cost, Difference co2Kg, Difference meanWatts, Difference minWatts,
        Difference maxWatts) {
    private static final int PLACES = 6;
    private static final BigDecimal PER_KWH = new BigDecimal("3600000000");

    /**
     * Period − comparison.
     *
     * @param absolute null where one of the two is not known
     * @param percent of the comparison's size, in two places; its sign is that of the difference; null where the comparison is 0
     *     or one of the two is not known
     */
    public record Difference(BigDecimal absolute, BigDecimal percent) {
        private static final int PERCENT_PLACES = 2;

        /** Either may be null. */
        public static Difference of(BigDecimal period, BigDecimal comparison) {
            if (period == null || comparison == null) {
                return new Difference(null, null);
            }
            BigDecimal absolute = period.subtract(comparison);
            BigDecimal percent = comparison.signum() == 0 ? null : absolute.movePointRight(2)
                    .divide(comparison.abs(), MathContext.DECIMAL128).setScale(PERCENT_PLACES, RoundingMode.HALF_UP);
            return new Difference(absolute, percent);
        }
    }

    /**
     * Compares the totals of two periods.
     *
     * @param periodCost null without a tariff; likewise {@code comparisonCost}
     */
    public static Comparison of(EnergyReport period, CostReport periodCost, EnergyReport comparison, CostReport comparisonCost) {
        Figures a = Objects.requireNonNull(period).totals();
        Figures b = Objects.requireNonNull(comparison).totals();
        Cost costA = periodCost == null ? Cost.UNKNOWN : periodCost.totals();
        Cost costB = comparisonCost == null ? Cost.UNKNOWN : comparisonCost.totals();
        return new Comparison(
                Difference.of(kilowattHours(a), kilowattHours(b)),
                Difference.of(costA.total(), costB.total()),
                Difference.of(costA.co2Kg(), costB.co2Kg()),
                Difference.of(mean(a), mean(b)),
                Difference.of(watts(a.min()), watts(b.min())),
                Difference.of(watts(a.max()), watts(b.max())));
    }

    private static BigDecimal kilowattHours(Figures figures) {
        return figures.coveredSeconds() == 0 ? null
                : BigDecimal.valueOf(figures.energy().imported()).divide(PER_KWH, PLACES, RoundingMode.HALF_UP);
    }

    private static BigDecimal mean(Figures figures) {
        return figures.coveredSeconds() == 0 ? null
                : BigDecimal.valueOf(figures.energy().imported() - figures.energy().exported())
                        .divide(BigDecimal.valueOf(figures.coveredSeconds() * 1000), PLACES, RoundingMode.HALF_UP);
    }

    private static BigDecimal watts(Extreme extreme) {
        return extreme == null ? null : BigDecimal.valueOf(extreme.milliwatts(), 3);
    }
}
