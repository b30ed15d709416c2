package org.opensem.aggregation;

/**
 * What is known of a time span. Nothing is known where {@code coveredSeconds} is 0; it is never zero power.
 *
 * @param coveredSeconds measured seconds
 * @param energy of the covered seconds
 * @param min smallest one-second total, null without coverage
 * @param max largest one-second total, null without coverage
 */
public record Figures(long coveredSeconds, Energy energy, Extreme min, Extreme max) {
    public static final Figures NONE = new Figures(0, Energy.NONE, null, null);

    public Figures plus(Figures o) {
        return new Figures(
                coveredSeconds + o.coveredSeconds, energy.plus(o.energy), Extreme.lower(min, o.min), Extreme.higher(max, o.max));
    }

    /** Mean total active power over the covered seconds, in W; NaN without coverage. */
    public double meanWatts() {
        return coveredSeconds == 0 ? Double.NaN : (energy.imported() - energy.exported()) / (coveredSeconds * 1000.0);
    }
}
