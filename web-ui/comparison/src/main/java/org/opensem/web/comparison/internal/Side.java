package org.opensem.web.comparison.internal;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyReport.Bucket;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Gaps;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.Span;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;

/**
 * One of the two periods.
 *
 * @param cost null where no price is known
 * @param first the first measured second ever, if anything was ever measured
 * @param now of the clock
 */
record Side(EnergyReport report, CostReport cost, OptionalLong first, ZonedDateTime now) {

    /** An hour in quarter-hours, to stand beside one whose seconds are no longer kept. */
    static EnergyReport inQuarters(EnergyReport minutes) {
        List<Bucket> quarters = new ArrayList<>();
        for (Span quarter : minutes.period().slices(Interval.SECONDS)) {
            Figures sum = minutes.buckets().stream()
                    .filter(minute -> !minute.span().start().isBefore(quarter.start())
                            && minute.span().start().isBefore(quarter.end()))
                    .map(Bucket::figures).reduce(Figures.NONE, Figures::plus);
            quarters.add(new Bucket(quarter, sum));
        }
        return new EnergyReport(minutes.period(), quarters, minutes.totals(), minutes.raw());
    }

    Period period() {
        return report.period();
    }

    Figures totals() {
        return report.totals();
    }

    Cost costs() {
        return cost == null ? Cost.UNKNOWN : cost.totals();
    }

    Cost cost(int bucket) {
        return cost == null ? Cost.UNKNOWN : cost.buckets().get(bucket);
    }

    int size() {
        return report.buckets().size();
    }

    Bucket bucket(int index) {
        return report.buckets().get(index);
    }

    boolean measured() {
        return totals().coveredSeconds() > 0;
    }

    boolean running() {
        return isIn(period().span());
    }

    boolean isIn(Span span) {
        return !now.isBefore(span.start()) && now.isBefore(span.end());
    }

    boolean isAhead(Bucket bucket) {
        return now.isBefore(bucket.span().start());
    }

    long missing(Bucket bucket) {
        return first.isEmpty() ? 0 : Gaps.missing(bucket, first.getAsLong(), now.toEpochSecond());
    }

    long missing() {
        return report.buckets().stream().mapToLong(this::missing).sum();
    }

    /** Whether measuring began only within it. */
    boolean beganWithin() {
        return first.isPresent() && first.getAsLong() > period().start().toEpochSecond();
    }
}
