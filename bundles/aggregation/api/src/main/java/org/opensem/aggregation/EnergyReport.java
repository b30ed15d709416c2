package org.opensem.aggregation;

import java.util.List;

/**
 * A period's figures in parts.
 *
 * @param period which
 * @param buckets its parts, all of them, also those without coverage or yet to come
 * @param totals of the whole period: the sum of the buckets
 * @param raw whether the correction factor is left out (E4)
 */
public record EnergyReport(Period period, List<Bucket> buckets, Figures totals, boolean raw) {

    public EnergyReport {
        buckets = List.copyOf(buckets);
    }

    /** Calibrated figures. */
    public EnergyReport(Period period, List<Bucket> buckets, Figures totals) {
        this(period, buckets, totals, false);
    }

    /** The period's covered part, 0…1. */
    public double coverage() {
        return (double) totals.coveredSeconds() / period.span().seconds();
    }

    /** A part of a period. */
    public record Bucket(Span span, Figures figures) {

        /** The covered part, 0…1; 0 is a gap. */
        public double coverage() {
            // A few zones once moved their clocks at 00:01: such a minute may hold the whole quarter-hour that begins in it.
            return Math.min(1.0, (double) figures.coveredSeconds() / span.seconds());
        }
    }
}
