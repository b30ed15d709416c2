package org.opensem.aggregation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.opensem.metering.Sample;

/**
 * Which factor holds when. Immutable.
 *
 * @param steps ascending by time; before the first the factor is 1
 */
public record CorrectionFactors(List<Step> steps) {
    /** As measured. */
    public static final CorrectionFactors NONE = new CorrectionFactors(List.of());

    /** The smallest factor. */
    public static final BigDecimal LEAST = new BigDecimal("0.5");
    /** The largest factor. */
    public static final BigDecimal MOST = new BigDecimal("1.5");
    /** Most places of a factor. */
    public static final int PLACES = 6;

    private static final long ONE = 1_000_000;

    /**
     * @param from epoch second from which on it holds; {@link Long#MIN_VALUE} for all of history
     * @param factor 0.5 to 1.5, of six places at most
     */
    public record Step(long from, BigDecimal factor) {
        public Step {
            factor = factor.setScale(PLACES, RoundingMode.UNNECESSARY);
            if (factor.compareTo(LEAST) < 0 || factor.compareTo(MOST) > 0) {
                throw new IllegalArgumentException("A factor lies between " + LEAST + " and " + MOST);
            }
        }

        long millionths() {
            // Asked for every quarter-hour of a year: a double holds it exactly and, unlike a BigInteger, is no object.
            return Math.round(factor.doubleValue() * ONE);
        }
    }

    public CorrectionFactors {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).from() <= steps.get(i - 1).from()) {
                throw new IllegalArgumentException("The steps ascend in time");
            }
        }
    }

    /** One factor for all of history. */
    public static CorrectionFactors always(BigDecimal factor) {
        return new CorrectionFactors(List.of(new Step(Long.MIN_VALUE, factor)));
    }

    /** The factor at a time. */
    public BigDecimal at(long epochSecond) {
        return BigDecimal.valueOf(millionths(epochSecond), PLACES);
    }

    /** The factor at a time in millionths, for {@link #times}. */
    public long millionths(long epochSecond) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).from() <= epochSecond) {
                return steps.get(i).millionths();
            }
        }
        return ONE;
    }

    /** Whether nothing is corrected at any time. */
    public boolean neutral() {
        return steps.stream().allMatch(step -> step.millionths() == ONE);
    }

    /** A power in W at a time. */
    public double watts(double raw, long epochSecond) {
        return raw * millionths(epochSecond) / ONE;
    }

    /** A power in mW at a time, rounded, halves away from zero; what goes beyond 2,000 kW stays there. */
    public int milliwatts(int raw, long epochSecond) {
        return power(raw, millionths(epochSecond));
    }

    /** A sample; the total is the sum of the corrected phases. What would go beyond 2,000 kW is corrected as far as it can be. */
    public Sample sample(Sample raw) {
        long at = raw.epochSecond();
        long factor = millionths(at);
        if (factor == ONE) {
            return raw;
        }
        if (!raw.hasPhases()) {
            return Sample.ofTotal(at, power(raw.totalMilliwatts(), factor));
        }
        long largest = Math.max(Math.max(magnitude(raw.totalMilliwatts()), magnitude(raw.l1Milliwatts())),
                Math.max(magnitude(raw.l2Milliwatts()), magnitude(raw.l3Milliwatts())));
        // Three milliwatts for the rounding of three phases.
        factor = Math.min(factor, Sample.MOST_MILLIWATTS * ONE / (largest + 3));
        return Sample.ofPhases(at, power(raw.l1Milliwatts(), factor), power(raw.l2Milliwatts(), factor),
                power(raw.l3Milliwatts(), factor));
    }

    private static long magnitude(int milliwatts) {
        return Math.abs((long) milliwatts);
    }

    /** A power in mW times a factor, as {@link #milliwatts} does. @param millionths see {@link #millionths} */
    public static int power(int raw, long millionths) {
        return (int) Math.clamp(times(raw, millionths), -Sample.MOST_MILLIWATTS, Sample.MOST_MILLIWATTS);
    }

    /** Figures of a stretch in which one factor holds. Where the phases make up the import, they still do. */
    public Figures figures(Figures raw, long epochSecond) {
        long factor = millionths(epochSecond);
        if (factor == ONE || raw.coveredSeconds() == 0) {
            return raw;
        }
        return new Figures(
                raw.coveredSeconds(), energy(raw.energy(), factor), extreme(raw.min(), factor), extreme(raw.max(), factor));
    }

    private static Energy energy(Energy e, long factor) {
        long l1 = times(e.l1(), factor);
        // Sums are rounded and taken apart again: so the parts of a sum still add up to it, and none is negative.
        long two = times(e.l1() + e.l2(), factor);
        long three = times(e.l1() + e.l2() + e.l3(), factor);
        return new Energy(times(e.imported(), factor), times(e.exported(), factor), l1, two - l1, three - two,
                times(e.phased(), factor), times(e.base(), factor));
    }

    private static Extreme extreme(Extreme raw, long factor) {
        return raw == null ? null : new Extreme(power(raw.milliwatts(), factor), raw.epochSecond());
    }

    /**
     * A value times a factor, rounded, halves away from zero. A quarter-hour of three phases of 2,000 kW each fits.
     *
     * @param millionths see {@link #millionths}
     */
    public static long times(long value, long millionths) {
        long product = Math.multiplyExact(value, millionths);
        return (product + (product < 0 ? -ONE / 2 : ONE / 2)) / ONE;
    }
}
