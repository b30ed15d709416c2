package org.opensem.web.home.internal;

import java.time.ZonedDateTime;
import java.util.OptionalLong;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyReport.Bucket;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Period;

/**
 * What Home shows at one moment.
 *
 * @param report the period's figures
 * @param missing what was not measured in its elapsed part
 * @param first the first measured second ever, if anything was ever measured
 * @param now of the clock
 */
record Snapshot(EnergyReport report, Gaps.Missing missing, OptionalLong first, ZonedDateTime now) {

    static Snapshot of(Period period, Source source, EnergyService energy, Gaps gaps) {
        ZonedDateTime now = source.now();
        EnergyReport report = energy.energy(period);
        OptionalLong first = source.first();
        Gaps.Missing missing = first.isEmpty()
                ? Gaps.Missing.NONE
                : gaps.of(report, first.getAsLong(), now.toEpochSecond(), energy::energy);
        return new Snapshot(report, missing, first, now);
    }

    Period period() {
        return report.period();
    }

    Figures totals() {
        return report.totals();
    }

    boolean running() {
        return !now.isBefore(period().start()) && now.isBefore(period().end());
    }

    /** Whether nothing was ever measured. */
    boolean empty() {
        return first.isEmpty() && totals().coveredSeconds() == 0;
    }

    boolean isRunning(Bucket bucket) {
        return !now.isBefore(bucket.span().start()) && now.isBefore(bucket.span().end());
    }

    boolean isAhead(Bucket bucket) {
        return now.isBefore(bucket.span().start());
    }

    /** Whether a bucket ends before the first measurement. */
    boolean isBeforeFirst(Bucket bucket) {
        return bucket.figures().coveredSeconds() == 0 && first.isPresent() && bucket.span().endSecond() <= first.getAsLong();
    }

    long missing(Bucket bucket) {
        return first.isEmpty() ? 0 : Gaps.missing(bucket, first.getAsLong(), now.toEpochSecond());
    }
}
