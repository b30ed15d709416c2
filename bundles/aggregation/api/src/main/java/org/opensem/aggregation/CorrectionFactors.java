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

    private static final int PLACES = 6;
    private static final long ONE = 1_000_000;

    /**
     * @param from epoch second from which on it holds; {@link Long#MIN_VALUE} for all of history
     * @param factor 0.5 to 1.5, of six places at most
     */
    public record Step(long from, BigDecimal factor) {
        public Step {
            factor = factor.setScale(PLACES, RoundingMode.UNNECESSARY);
        }

        long millionths() {
            return factor.unscaledValue().longValueExact();
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

    private long millionths(long epochSecond) {
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

    /** A power in mW at a time, rounded, halves away from zero. */
    public int milliwatts(int raw, long epochSecond) {
        return Math.toIntExact(scale(raw, millionths(epochSecond)));
    }

    /** A sample; the total is the sum of the corrected phases. */
    public Sample sample(Sample raw) {
        long at = raw.epochSecond();
        if (millionths(at) == ONE) {
            return raw;
        }
        return raw.hasPhases()
                ? Sample.ofPhases(at, milliwatts(raw.l1Milliwatts(), at), milliwatts(raw.l2Milliwatts(), at),
                        milliwatts(raw.l3Milliwatts(), at))
                : Sample.ofTotal(at, milliwatts(raw.totalMilliwatts(), at));
    }

    /** Figures of a stretch in which one factor holds. Where the phases make up the import, they still do. */
    public Figures figures(Figures raw, long epochSecond) {
        long factor = millionths(epochSecond);
        if (factor == ONE || raw.coveredSeconds() == 0) {
            return raw;
        }
        return new Figures(raw.coveredSeconds(), energy(raw.energy(), factor), extreme(raw.min(), factor), extreme(raw.max(), factor));
    }

    private static Energy energy(Energy e, long factor) {
        long imported = scale(e.imported(), factor);
        long l1 = scale(e.l1(), factor);
        long l2 = scale(e.l2(), factor);
        long l3 = e.l1() + e.l2() + e.l3() == e.imported() ? Math.max(0, imported - l1 - l2) : scale(e.l3(), factor);
        return new Energy(imported, scale(e.exported(), factor), l1, l2, l3, scale(e.phased(), factor), scale(e.base(), factor));
    }

    private static Extreme extreme(Extreme raw, long factor) {
        return raw == null ? null : new Extreme(Math.toIntExact(scale(raw.milliwatts(), factor)), raw.epochSecond());
    }

    /** Rounded, halves away from zero. A quarter-hour of 2,000 kW is 1.8e12 mWs, so the product fits. */
    private static long scale(long value, long factor) {
        long product = Math.multiplyExact(value, factor);
        return (product + (product < 0 ? -ONE / 2 : ONE / 2)) / ONE;
    }
}
