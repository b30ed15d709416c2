package org.opensem.aggregation.internal;

import java.util.BitSet;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opensem.aggregation.Interval;

/** The slots that a round has to compute, by local day; however many changes name a slot, it is computed once. */
final class Work {
    private static final BitSet NO_SLOTS = new BitSet();

    private final LocalDays days;
    private final TreeMap<Long, BitSet> slots = new TreeMap<>();
    private final TreeSet<Long> forced = new TreeSet<>();
    private final TreeSet<Long> removed = new TreeSet<>();

    Work(LocalDays days) {
        this.days = days;
    }

    /** The slots of the seconds in {@code [from, to)}. */
    void add(long from, long to) {
        long first = LocalDays.floor(from);
        long end = LocalDays.ceil(to);
        for (long day = days.dayOf(first); first < end; day++) {
            long dayFirst = days.firstSlot(day);
            long until = Math.min(end, days.endSlot(day));
            if (until > first) {
                slots.computeIfAbsent(day, d -> new BitSet())
                        .set((int) ((first - dayFirst) / Interval.SECONDS), (int) ((until - dayFirst) / Interval.SECONDS));
                first = until;
            }
        }
    }

    /** Seconds in {@code [from, to)} were taken away for good: what is left of these slots is all there is (T6). */
    void remove(long from, long to) {
        add(from, to);
        for (long slot = LocalDays.floor(from); slot < to; slot += Interval.SECONDS) {
            removed.add(slot);
        }
    }

    /** Whether a slot may have fewer seconds than before. */
    boolean isRemoved(long slot) {
        return removed.contains(slot);
    }

    /** The day's base load is computed also if none of its slots changed. */
    void force(long day) {
        forced.add(day);
    }

    void forceAll() {
        forced.addAll(slots.keySet());
    }

    boolean isEmpty() {
        return slots.isEmpty() && forced.isEmpty();
    }

    boolean isForced(long day) {
        return forced.contains(day);
    }

    boolean concerns(long day) {
        return isForced(day) || slots.containsKey(day);
    }

    /** The days, ascending, and those that may depend on one of them. */
    TreeSet<Long> with(NavigableMap<Long, DayBase> bases) {
        TreeSet<Long> all = new TreeSet<>(slots.keySet());
        all.addAll(forced);
        all.addAll(bases.tailMap(all.first(), true).keySet());
        return all;
    }

    /** First seconds of a day's slots, ascending. */
    TreeSet<Long> slots(long day) {
        TreeSet<Long> starts = new TreeSet<>();
        long first = days.firstSlot(day);
        slots.getOrDefault(day, NO_SLOTS).stream().forEach(i -> starts.add(first + (long) i * Interval.SECONDS));
        return starts;
    }
}
