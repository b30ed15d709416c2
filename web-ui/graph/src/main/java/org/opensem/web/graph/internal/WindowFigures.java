package org.opensem.web.graph.internal;

import java.util.List;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;
import org.opensem.metering.Phase;
import org.opensem.metering.Sample;
import org.opensem.store.MarkedSeconds;
import org.opensem.store.SampleStore;
import org.opensem.web.chart.PowerCurve.Phases;
import org.opensem.web.graph.internal.Place.Window;

/**
 * What a window holds, from its seconds; where they are no longer kept, from the quarter-hours in it (G1, G6).
 *
 * @param coveredSeconds measured seconds
 * @param importedKwh Σ max(power, 0)
 * @param exportedKwh Σ max(−power, 0)
 * @param max largest power of a second with its time, null without coverage
 * @param min smallest
 */
record WindowFigures(long coveredSeconds, double importedKwh, double exportedKwh, Peak max, Peak min) {
    static final WindowFigures NONE = new WindowFigures(0, 0, 0, null, null);
    private static final double MILLIWATT_SECONDS_PER_KWH = 3.6e9;

    /** A power and the first second that had it. */
    record Peak(double watts, long epochSecond) {}

    /** Mean power over the covered seconds, W; NaN without coverage. */
    double meanWatts() {
        return coveredSeconds == 0 ? Double.NaN : (importedKwh - exportedKwh) * 3.6e6 / coveredSeconds;
    }

    /** Reads what is stored, then what is still in memory only, each second corrected (E4), none that is marked (G7). */
    static WindowFigures read(SampleStore store, List<Sample> memory, MarkedSeconds marked, CorrectionFactors factors,
            Window window, Phases phases) {
        Sum sum = new Sum(phases, factors);
        store.read(window.from(), window.to(), sum::add);
        for (Sample sample : memory) {
            long second = sample.epochSecond();
            if (second > sum.last && second >= window.from() && second < window.to() && !marked.contains(second)) {
                sum.add(second, sample.totalMilliwatts(), sample.l1Milliwatts(), sample.l2Milliwatts(),
                        sample.l3Milliwatts());
            }
        }
        return sum.figures();
    }

    /** The total from quarter-hours that begin in the window. */
    static WindowFigures read(EnergyService energy, Window window) {
        Figures all = energy.intervals(window.from(), window.to()).stream().map(Interval::figures)
                .reduce(Figures.NONE, Figures::plus);
        if (all.coveredSeconds() == 0) {
            return NONE;
        }
        return new WindowFigures(all.coveredSeconds(), all.energy().imported() / MILLIWATT_SECONDS_PER_KWH,
                all.energy().exported() / MILLIWATT_SECONDS_PER_KWH,
                new Peak(all.max().milliwatts() / 1000.0, all.max().epochSecond()),
                new Peak(all.min().milliwatts() / 1000.0, all.min().epochSecond()));
    }

    /** Adds second after second; seconds without the phase that is asked for do not count. */
    private static final class Sum {
        private final Phase phase;
        private final CorrectionFactors factors;
        private long last = Long.MIN_VALUE;
        private long seconds;
        private long imported;
        private long exported;
        private int max = Integer.MIN_VALUE;
        private int min = Integer.MAX_VALUE;
        private long maxAt;
        private long minAt;

        Sum(Phases phases, CorrectionFactors factors) {
            this.factors = factors;
            phase = switch (phases) {
                case L1 -> Phase.L1;
                case L2 -> Phase.L2;
                case L3 -> Phase.L3;
                case SUM, EACH -> null;
            };
        }

        void add(long second, int total, int l1, int l2, int l3) {
            last = second;
            Sample sample = factors.sample(new Sample(second, total, l1, l2, l3));
            int power = phase == null ? sample.totalMilliwatts() : sample.milliwatts(phase);
            if (power == Sample.ABSENT) {
                return;
            }
            seconds++;
            imported += Math.max(power, 0);
            exported += Math.max(-(long) power, 0);
            if (power > max) {
                max = power;
                maxAt = second;
            }
            if (power < min) {
                min = power;
                minAt = second;
            }
        }

        WindowFigures figures() {
            return seconds == 0 ? NONE : new WindowFigures(seconds, imported / MILLIWATT_SECONDS_PER_KWH,
                    exported / MILLIWATT_SECONDS_PER_KWH, new Peak(max / 1000.0, maxAt), new Peak(min / 1000.0, minAt));
        }
    }
}
