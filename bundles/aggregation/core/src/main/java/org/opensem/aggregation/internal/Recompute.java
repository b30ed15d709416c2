package org.opensem.aggregation.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;

/**
 * One round: computes the slots named by the work, and the base loads of their days, from the seconds that the store has now, all
 * of them: marks are the matter of {@link MarkedRecompute}.
 *
 * <p><b>Slots.</b> A slot is always computed as a whole and replaces what was there, so that it does not matter how often, in
 * which order or after what crash that happens.
 *
 * <p><b>Frozen slots.</b> The store takes no second away without telling except by its retention. So if it has fewer
 * seconds of a slot than the interval was made of, these are gone for good, and the interval stays. This covers a late import
 * into a quarter-hour whose seconds went long ago (the better covered one wins, the later one if equal), a log that was lost, and
 * a slot at the edge of the retention; a correction within the retention has at least as many seconds and is taken. Where a
 * change says that seconds were removed, because the clock that stamped them was corrected (T6), what is left is taken, be it
 * nothing.
 *
 * <p><b>Base loads.</b> A day that is over by the clock is computed from its own minutes; one that is not from those of the 24
 * hours that end with its newest slot, and then only now and then. A day with fewer than 12 valid hours takes the values of the
 * last valid day before it; when those change, it and its slots follow. A day whose seconds are not all there any more keeps
 * its base load and its slots their base energy.
 */
final class Recompute {
    static final long DAY_SECONDS = 86_400;
    /** Sample time between two provisional base loads. */
    private static final long REFRESH_SECONDS = 300;
    /** The same before there is any valid day, when there is little to go by. */
    private static final long FIRST_REFRESH_SECONDS = 60;

    private final CommittedSeconds store;
    private final MinuteCache cache;
    private final LocalDays days;
    private final long now;
    private final Refreshed refreshed;
    private final Snapshot before;
    private final TreeMap<Long, Interval> rows = new TreeMap<>();
    private final TreeMap<Long, DayBase> bases = new TreeMap<>();
    private final TreeSet<Long> changed = new TreeSet<>();
    private Work work;

    /** @param before the figures of all seconds before the round */
    Recompute(Round round, Refreshed refreshed, Snapshot before) {
        store = round.store();
        cache = round.cache();
        days = round.days();
        now = round.now();
        this.refreshed = refreshed;
        this.before = before;
    }

    /**
     * @param stop asked between days
     * @return false if it was stopped; then the result is to be thrown away
     */
    boolean run(Work ofRound, BooleanSupplier stop) {
        work = ofRound;
        TreeSet<Long> all = work.with(before.bases());
        LastValid last = LastValid.before(all.first(), before.bases());
        for (long day : all) {
            if (stop.getAsBoolean()) {
                return false;
            }
            DayBase old = before.bases().get(day);
            DayBase base = work.concerns(day) ? day(day, old, last) : follow(day, old, last);
            if (base != null) {
                last = last.after(base);
            }
        }
        return true;
    }

    /** New intervals by slot. */
    NavigableMap<Long, Interval> rows() {
        return rows;
    }

    /** New base loads by day; null where nothing of the day is left. */
    Map<Long, DayBase> bases() {
        return bases;
    }

    /** The slots of the work that were taken: those with other figures than the base load's. */
    TreeSet<Long> changed() {
        return changed;
    }

    private DayBase day(long day, DayBase old, LastValid last) {
        LoadedSlots seconds = new LoadedSlots(store);
        TreeSet<Long> slots = work.slots(day);
        seconds.load(slots);
        slots.removeIf(slot -> !take(slot, seconds.get(slot)) && !empty(slot, seconds.get(slot)));
        changed.addAll(slots);
        TreeSet<Long> covered = covered(days.firstSlot(day), days.endSlot(day));
        if (covered.isEmpty() && !slots.isEmpty()) {
            bases.put(day, null);
            return null;
        }
        if (covered.isEmpty() || slots.isEmpty() && !work.isForced(day)) {
            return old;
        }
        DayBase base = days.end(day) <= now
                ? over(day, old, last, covered, seconds)
                : open(day, old, last, covered, seconds, slots.equals(tail(covered)) && !work.isForced(day));
        boolean rebased = old == null || !old.levels().equals(base.levels());
        replace(rebased ? covered : slots, base.levels(), seconds);
        if (!base.equals(old)) {
            bases.put(day, base);
        }
        return base;
    }

    private static TreeSet<Long> tail(TreeSet<Long> slots) {
        return new TreeSet<>(List.of(slots.last()));
    }

    private DayBase over(long day, DayBase old, LastValid last, TreeSet<Long> covered, LoadedSlots seconds) {
        if (old != null && !areThere(covered, seconds)) {
            return old.asFixed();
        }
        return last.apply(DayBase.of(day, true, Minutes.join(minutes(covered, seconds))));
    }

    private DayBase open(
            long day, DayBase old, LastValid last, TreeSet<Long> covered, LoadedSlots seconds, boolean newestOnly) {
        long slot = covered.last();
        if (old != null && newestOnly) {
            if (!refreshed.isDue(day, seconds.get(slot).last(), refreshEvery(old, last))) {
                return old;
            }
        }
        seconds.load(List.of(slot));
        SlotSeconds newest = seconds.get(slot);
        refreshed.at(day, newest.count() == 0 ? slot : newest.last());
        long end = slot + Interval.SECONDS;
        List<Minutes> minutes = minutes(covered(end - DAY_SECONDS, end), seconds);
        return last.apply(DayBase.of(day, false, Minutes.join(minutes)));
    }

    static long refreshEvery(DayBase old, LastValid last) {
        return old.totalValid() || last.total() != null ? REFRESH_SECONDS : FIRST_REFRESH_SECONDS;
    }

    /** A day that nothing happened to but that may lean on one that something happened to. */
    private DayBase follow(long day, DayBase old, LastValid last) {
        DayBase base = last.apply(old);
        if (base.levels().equals(old.levels())) {
            return old;
        }
        TreeSet<Long> covered = covered(days.firstSlot(day), days.endSlot(day));
        LoadedSlots seconds = new LoadedSlots(store);
        if (!areThere(covered, seconds)) {
            return old;
        }
        replace(covered, base.levels(), seconds);
        bases.put(day, base);
        return base;
    }

    /** Slots with an interval, or with one to be made by this round. */
    private TreeSet<Long> covered(long from, long to) {
        TreeSet<Long> slots = new TreeSet<>(changed.subSet(from, to));
        before.index().forEach(from, to, interval -> slots.add(interval.start()));
        slots.removeIf(slot -> rows.containsKey(slot) && rows.get(slot).figures().coveredSeconds() == 0);
        return slots;
    }

    /** The medians of these slots; those whose seconds are gone have none. */
    private List<Minutes> minutes(Collection<Long> slots, LoadedSlots seconds) {
        seconds.load(slots.stream().filter(slot -> !cache.containsKey(slot)).toList());
        List<Minutes> minutes = new ArrayList<>();
        for (long slot : slots) {
            if (cache.containsKey(slot) || take(slot, seconds.get(slot))) {
                minutes.add(cache.get(slot));
            }
        }
        return minutes;
    }

    private void replace(Collection<Long> slots, BaseLevels levels, LoadedSlots seconds) {
        seconds.load(slots);
        for (long slot : slots) {
            if (isThere(slot, seconds.get(slot))) {
                rows.put(slot, seconds.get(slot).interval(levels));
            }
        }
    }

    private boolean take(long slot, SlotSeconds seconds) {
        boolean there = isThere(slot, seconds);
        if (there) {
            cache.put(slot, seconds.minutes());
        }
        return there;
    }

    /** A slot whose seconds were all removed is a gap. */
    private boolean empty(long slot, SlotSeconds seconds) {
        boolean emptied = seconds.count() == 0 && work.isRemoved(slot) && before.index().covered(slot) > 0;
        if (emptied) {
            cache.remove(slot);
            rows.put(slot, new Interval(slot, Figures.NONE));
        }
        return emptied;
    }

    private boolean areThere(Collection<Long> slots, LoadedSlots seconds) {
        seconds.load(slots);
        return slots.stream().allMatch(slot -> isThere(slot, seconds.get(slot)));
    }

    private boolean isThere(long slot, SlotSeconds seconds) {
        return seconds.count() > 0 && (seconds.count() >= before.index().covered(slot) || work.isRemoved(slot));
    }

    /** When the open day's provisional base load was computed last; outlives the rounds. */
    static final class Refreshed {
        private long day = Long.MIN_VALUE;
        private long second;

        void at(long newDay, long newSecond) {
            day = newDay;
            second = newSecond;
        }

        boolean isDue(long ofDay, long ofSecond, long every) {
            return day != ofDay || ofSecond < second || ofSecond - second >= every;
        }
    }
}
