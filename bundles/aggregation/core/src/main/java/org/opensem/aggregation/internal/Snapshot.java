package org.opensem.aggregation.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.opensem.aggregation.BaseLoad;
import org.opensem.aggregation.Interval;

/**
 * All figures at one moment; immutable, so that nobody waits for anybody.
 *
 * @param index the quarter-hours
 * @param bases base loads by epoch day
 * @param sequence the last change of the store's log that both hold
 */
record Snapshot(IntervalIndex index, NavigableMap<Long, DayBase> bases, long sequence) {
    static final Snapshot EMPTY = new Snapshot(IntervalIndex.EMPTY, Collections.emptyNavigableMap(), 0);

    /** @param changedBases a day whose value is null is no longer there */
    Snapshot with(Collection<Interval> intervals, Map<Long, DayBase> changedBases, long newSequence) {
        NavigableMap<Long, DayBase> all = bases;
        if (!changedBases.isEmpty()) {
            all = new TreeMap<>(bases);
            all.putAll(changedBases);
            all.values().removeIf(Objects::isNull);
            all = Collections.unmodifiableNavigableMap(all);
        }
        return new Snapshot(index.with(intervals), all, newSequence);
    }

    /** What the seconds of a day are split with. */
    BaseLevels levels(long day) {
        DayBase base = base(day);
        return base == null ? BaseLevels.NONE : base.levels();
    }

    Optional<BaseLoad> baseLoad(LocalDate day, boolean provisional) {
        DayBase base = base(day.toEpochDay());
        return base == null || base.isUnknown()
                ? Optional.empty()
                : Optional.of(new BaseLoad(
                        day, base.house(), base.levels().l1(), base.levels().l2(), base.levels().l3(), provisional));
    }

    /** The day's own, or for a day without any second what the last valid day before it says; null before the first day. */
    private DayBase base(long day) {
        DayBase base = bases.get(day);
        if (base != null) {
            return base;
        }
        LastValid last = LastValid.before(day, bases);
        if (last.phases() == null && last.total() == null) {
            Map.Entry<Long, DayBase> before = bases.floorEntry(day);
            return before == null ? null : before.getValue();
        }
        return last.apply(new DayBase(day, false, 0, 0, BaseLevels.NONE, BaseLevels.NONE));
    }
}
