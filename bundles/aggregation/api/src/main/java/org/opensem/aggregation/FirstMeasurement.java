package org.opensem.aggregation;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.opensem.aggregation.EnergyReport.Bucket;

/**
 * The first measured second ever: before it nothing is missing (T4). Found from years down to a quarter-hour, and looked for
 * again now and then, since an import may bring older data. It remembers; keep one for each user of the service. Thread-safe.
 */
public final class FirstMeasurement {
    private static final int EMPTY_YEARS = 2;
    private static final long KEPT_SECONDS = 300;

    private OptionalLong found = OptionalLong.empty();
    private long lookedAt = Long.MIN_VALUE;

    /**
     * @param now of the clock, in the zone of the periods
     * @return epoch second; empty if nothing was ever measured
     */
    public synchronized OptionalLong find(EnergyService energy, ZonedDateTime now) {
        long second = now.toEpochSecond();
        if (found.isEmpty() || Math.abs(second - lookedAt) > KEPT_SECONDS) {
            found = search(energy, now);
            lookedAt = second;
        }
        return found;
    }

    /** What was found last; for while the service is away. */
    public synchronized OptionalLong known() {
        return found;
    }

    private static OptionalLong search(EnergyService energy, ZonedDateTime now) {
        EnergyReport oldest = null;
        int empty = 0;
        for (Period year = Period.of(PeriodKind.YEAR, now); empty < EMPTY_YEARS; year = year.previous()) {
            EnergyReport report = energy.energy(year);
            if (report.totals().coveredSeconds() > 0) {
                oldest = report;
                empty = 0;
            } else {
                empty++;
            }
        }
        if (oldest == null) {
            return OptionalLong.empty();
        }
        Optional<Bucket> month = covered(oldest);
        Optional<Bucket> day = month.flatMap(m -> covered(energy.energy(Period.of(PeriodKind.MONTH, m.span().start()))));
        return day.map(d -> firstSecond(energy.intervals(d.span().startSecond(), d.span().endSecond()), now))
                .orElse(OptionalLong.empty());
    }

    private static Optional<Bucket> covered(EnergyReport report) {
        return report.buckets().stream().filter(bucket -> bucket.figures().coveredSeconds() > 0).findFirst();
    }

    /** The first quarter-hour is covered from the first measurement to its end, or to now. */
    private static OptionalLong firstSecond(List<Interval> intervals, ZonedDateTime now) {
        if (intervals.isEmpty()) {
            return OptionalLong.empty();
        }
        Interval interval = intervals.getFirst();
        long end = Math.min(interval.start() + Interval.SECONDS, now.toEpochSecond() + 1);
        return OptionalLong.of(Math.max(interval.start(), end - interval.figures().coveredSeconds()));
    }
}
