package org.opensem.web.home.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyReport.Bucket;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.aggregation.Span;
import org.opensem.web.home.HomeFigures;

/**
 * Stretches without measurements in the elapsed part of a period (T4). Days and hours are looked at minute by minute, so that
 * the note can say from when to when; of longer periods only the sum is told.
 */
final class Gaps {
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
     * @param from epoch second
     * @param to epoch second, exclusive
     * @param seconds that are missing in it
     */
    record Gap(long from, long to, long seconds) {}

    /**
     * @param seconds all that are missing
     * @param gaps where; empty where only the sum is known
     */
    record Missing(long seconds, List<Gap> gaps) {
        static final Missing NONE = new Missing(0, List.of());
    }

    /** @param reports gives an hour's report in minutes */
    Missing of(HomeFigures figures, Function<Period, EnergyReport> reports) {
        List<Bucket> buckets = figures.energy().buckets();
        long seconds = figures.missingSeconds();
        PeriodKind kind = figures.period().kind();
        if (seconds == 0) {
            return Missing.NONE;
        }
        if (kind == PeriodKind.HOUR) {
            return new Missing(seconds, join(ofMinutes(buckets, figures)));
        }
        if (kind != PeriodKind.DAY) {
            return new Missing(seconds, List.of());
        }
        List<Gap> gaps = new ArrayList<>();
        for (Bucket hour : buckets) {
            if (figures.missingSeconds(hour) > 0) {
                gaps.addAll(ofHour(hour, figures, reports));
            }
        }
        return new Missing(seconds, join(gaps));
    }

    private List<Gap> ofHour(Bucket hour, HomeFigures figures, Function<Period, EnergyReport> reports) {
        Span span = hour.span();
        if (hour.figures().coveredSeconds() == 0) {
            long from = Math.max(span.startSecond(), figures.first().orElseThrow());
            long to = figures.settled(span.endSecond());
            return List.of(new Gap(from, to, to - from));
        }
        long until = figures.settled(span.endSecond());
        Hour known = hours.get(span.startSecond());
        if (known == null || known.coveredSeconds() != hour.figures().coveredSeconds() || known.until() != until) {
            List<Bucket> minutes = reports.apply(new Period(PeriodKind.HOUR, span.start())).buckets();
            known = new Hour(hour.figures().coveredSeconds(), until, ofMinutes(minutes, figures));
            hours.put(span.startSecond(), known);
        }
        return known.gaps();
    }

    private static List<Gap> ofMinutes(List<Bucket> minutes, HomeFigures figures) {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < minutes.size(); i++) {
            Bucket minute = minutes.get(i);
            long missing = figures.missingSeconds(minute);
            if (missing == 0) {
                continue;
            }
            long from = Math.max(minute.span().startSecond(), figures.first().orElseThrow());
            long to = figures.settled(minute.span().endSecond());
            boolean goesOn = !gaps.isEmpty() && gaps.getLast().to() == minute.span().startSecond();
            // A minute that is partly known begins or ends a gap, and what is missing lies at that side of it. The first minute
            // of an hour ends one of the hour before, unless the next minute is missing too, or has not come.
            boolean over = to == minute.span().endSecond();
            boolean ends = goesOn || i == 0 && over && minutes.size() > 1 && figures.missingSeconds(minutes.get(1)) == 0;
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
