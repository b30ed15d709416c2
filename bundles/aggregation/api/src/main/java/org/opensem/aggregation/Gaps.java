package org.opensem.aggregation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.opensem.aggregation.EnergyReport.Bucket;

/**
 * Stretches without measurements in the elapsed part of a period (T4). Days and hours are looked at minute by minute, so that
 * the note can say from when to when; of longer periods only the sum is told. It remembers the hours that it looked at.
 * Thread-safe.
 */
public final class Gaps {
    /** What is younger may still be on its way through the store, which writes packets of ten seconds. */
    public static final int SETTLE_SECONDS = 20;
    private static final int KEPT_HOURS = 48;

    private final Map<Long, Hour> hours = new LinkedHashMap<>(KEPT_HOURS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Hour> eldest) {
            return size() > KEPT_HOURS;
        }
    };

    /** A known hour: it is looked at again only when its coverage has changed. */
    private record Hour(long coveredSeconds, long until, List<Gap> gaps) {}

    /**
     * A stretch without measurements.
     *
     * @param from epoch second
     * @param to epoch second, exclusive
     * @param seconds that are missing in it
     */
    public record Gap(long from, long to, long seconds) {}

    /**
     * What is missing in a period.
     *
     * @param seconds all that are missing
     * @param gaps where, ascending; empty where only the sum is known
     */
    public record Missing(long seconds, List<Gap> gaps) {
        public static final Missing NONE = new Missing(0, List.of());

        public Missing {
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * The seconds of a bucket that should have been measured and were not.
     *
     * @param first the first measured second; before it nothing can be missing
     * @param now epoch second
     */
    public static long missing(Bucket bucket, long first, long now) {
        long from = Math.max(bucket.span().startSecond(), first);
        long to = Math.min(bucket.span().endSecond(), now - SETTLE_SECONDS);
        return Math.max(0, to - from - bucket.figures().coveredSeconds());
    }

    /**
     * What is missing in a period.
     *
     * @param first the first measured second; before it nothing can be missing
     * @param now epoch second
     * @param reports gives an hour's report in minutes
     */
    public synchronized Missing of(EnergyReport report, long first, long now, Function<Period, EnergyReport> reports) {
        long seconds = report.buckets().stream().mapToLong(bucket -> missing(bucket, first, now)).sum();
        PeriodKind kind = report.period().kind();
        if (seconds == 0) {
            return Missing.NONE;
        }
        if (kind == PeriodKind.HOUR) {
            return new Missing(seconds, join(ofMinutes(report.buckets(), first, now)));
        }
        if (kind != PeriodKind.DAY) {
            return new Missing(seconds, List.of());
        }
        List<Gap> gaps = new ArrayList<>();
        for (Bucket hour : report.buckets()) {
            if (missing(hour, first, now) > 0) {
                gaps.addAll(ofHour(hour, first, now, reports));
            }
        }
        return new Missing(seconds, join(gaps));
    }

    private List<Gap> ofHour(Bucket hour, long first, long now, Function<Period, EnergyReport> reports) {
        Span span = hour.span();
        if (hour.figures().coveredSeconds() == 0) {
            long from = Math.max(span.startSecond(), first);
            long to = Math.min(span.endSecond(), now - SETTLE_SECONDS);
            return List.of(new Gap(from, to, to - from));
        }
        long until = Math.min(span.endSecond(), now - SETTLE_SECONDS);
        Hour known = hours.get(span.startSecond());
        if (known == null || known.coveredSeconds() != hour.figures().coveredSeconds() || known.until() != until) {
            List<Bucket> minutes = reports.apply(new Period(PeriodKind.HOUR, span.start())).buckets();
            known = new Hour(hour.figures().coveredSeconds(), until, ofMinutes(minutes, first, now));
            hours.put(span.startSecond(), known);
        }
        return known.gaps();
    }

    private static List<Gap> ofMinutes(List<Bucket> minutes, long first, long now) {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < minutes.size(); i++) {
            Bucket minute = minutes.get(i);
            long missing = missing(minute, first, now);
            if (missing == 0) {
                continue;
            }
            long from = Math.max(minute.span().startSecond(), first);
            long to = Math.min(minute.span().endSecond(), now - SETTLE_SECONDS);
            boolean goesOn = !gaps.isEmpty() && gaps.getLast().to() == minute.span().startSecond();
            // A minute that is partly known begins or ends a gap, and what is missing lies at that side of it. The first minute
            // of an hour ends one of the hour before, unless the next minute is missing too, or has not come.
            boolean over = to == minute.span().endSecond();
            boolean ends = goesOn || i == 0 && over && minutes.size() > 1 && missing(minutes.get(1), first, now) == 0;
            gaps.add(ends ? new Gap(from, from + missing, missing) : new Gap(to - missing, to, missing));
        }
        return gaps;
    }

    private static List<Gap> join(List<Gap> gaps) {
        List<Gap> joined = new ArrayList<>();
        for (Gap gap : gaps) {
            Gap last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.to() == gap.from()) {
                joined.set(joined.size() - 1, new Gap(last.from(), gap.to(), last.seconds() + gap.seconds()));
            } else {
                joined.add(gap);
            }
        }
        return joined;
    }
}
