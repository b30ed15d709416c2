package org.opensem.aggregation.internal;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;
import org.opensem.store.MarkedSeconds;

/**
 * Where the figures that are shown differ from those of all seconds, because of marks (G7). Immutable. A quarter-hour shows
 * <ul>
 * <li>its entry here, if that was computed without the very seconds that are marked now;
 * <li>else what all its seconds say, if none of them is marked;
 * <li>else nothing: it is a gap.
 * </ul>
 * So a mark needs no entry for what it covers as a whole, and when it is taken back all is as before, also where the seconds have
 * gone meanwhile: the figures of all seconds are never touched by a mark.
 *
 * @param intervals by slot
 * @param bases by epoch day
 */
public record Overlay(NavigableMap<Long, MaskedInterval> intervals, NavigableMap<Long, DayBase> bases) {
    public static final Overlay NONE = new Overlay(Collections.emptyNavigableMap(), Collections.emptyNavigableMap());

    /** What a slot shows whose seconds cannot be asked. */
    Interval shown(long slot, MarkedSeconds marked, IntervalIndex all) {
        String mask = MaskedInterval.mask(marked, slot);
        MaskedInterval own = intervals.get(slot);
        if (own != null && own.mask().equals(mask)) {
            return own.interval();
        }
        return mask.isEmpty() ? all.interval(slot) : new Interval(slot, Figures.NONE);
    }

    Overlay with(Changes changes) {
        return new Overlay(with(intervals, changes.intervals()), with(bases, changes.bases()));
    }

    private static <T> NavigableMap<Long, T> with(NavigableMap<Long, T> map, Map<Long, T> changes) {
        if (changes.isEmpty()) {
            return map;
        }
        NavigableMap<Long, T> changed = new TreeMap<>(map);
        changed.putAll(changes);
        changed.values().removeIf(Objects::isNull);
        return Collections.unmodifiableNavigableMap(changed);
    }

    /** What becomes another; an entry whose value is null goes. */
    public record Changes(Map<Long, MaskedInterval> intervals, Map<Long, DayBase> bases) {
        static final Changes NONE = new Changes(Map.of(), Map.of());

        Changes() {
            this(new TreeMap<>(), new TreeMap<>());
        }

        boolean isEmpty() {
            return intervals.isEmpty() && bases.isEmpty();
        }

        void clear() {
            intervals.clear();
            bases.clear();
        }

        void add(Changes later) {
            intervals.putAll(later.intervals);
            bases.putAll(later.bases);
        }
    }
}
