package org.opensem.aggregation.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.opensem.aggregation.Interval;
import org.opensem.store.MarkedSeconds;

/**
 * The other half of a round while there are marks (G7): what is shown. It comes after {@link Recompute}, which computes from all
 * seconds as if there were none.
 *
 * <p><b>A day that no mark has to do with</b> shows what all its seconds say. A mark has to do with the days that it lies in,
 * with an open day that it lies less than a day before, and with those that take their base load from a day that it changed.
 *
 * <p><b>Another day</b> is computed as in {@link Recompute}, from the seconds that are not marked. Where a slot's seconds are no
 * longer kept, {@link Overlay#shown} says what it shows; a base load whose seconds are no longer kept stays as it was.
 */
final class MarkedRecompute {
    private final Round in;
    private final Recompute.Refreshed refreshed;
    private final MarkedSeconds marked;
    private final Overlay overlay;
    private final Snapshot shown;
    private final Snapshot raw;
    private final NavigableMap<Long, Interval> rawRows;
    private final TreeMap<Long, Interval> rows = new TreeMap<>();
    private final TreeMap<Long, DayBase> bases = new TreeMap<>();
    private final Overlay.Changes changes = new Overlay.Changes();

    /**
     * @param refreshed of what is shown
     * @param before what was shown before
     * @param raw the figures of all seconds after this round
     * @param rawRows those of them that this round made
     */
    MarkedRecompute(
            Round in, Recompute.Refreshed refreshed, Before before, Snapshot raw, NavigableMap<Long, Interval> rawRows) {
        this.in = in;
        this.refreshed = refreshed;
        marked = before.marked();
        overlay = before.overlay();
        shown = before.shown();
        this.raw = raw;
        this.rawRows = rawRows;
    }

    /**
     * What was shown before a round.
     *
     * @param marked what is marked now
     */
    record Before(MarkedSeconds marked, Overlay overlay, Snapshot shown) {}

    /**
     * @param stop asked between days
     * @return false if it was stopped; then the result is to be thrown away
     */
    boolean run(Work work, BooleanSupplier stop) {
        removed(work);
        TreeSet<Long> all = work.with(raw.bases());
        LastValid last = LastValid.before(all.first(), shown.bases());
        LastValid rawLast = LastValid.before(all.first(), raw.bases());
        for (long number : all) {
            if (stop.getAsBoolean()) {
                return false;
            }
            DayBase rawBase = raw.bases().get(number);
            if (rawBase == null) {
                continue;
            }
            Day day = new Day(number, rawBase, work);
            boolean free = day.isFree() && last.apply(rawBase).levels().equals(rawLast.apply(rawBase).levels());
            DayBase base = free ? day.asRaw() : day.marked(last);
            last = base == null ? last : last.after(base);
            rawLast = rawLast.after(rawBase);
        }
        return true;
    }

    /** What nothing is left of, marked or not, is gone here too. */
    private void removed(Work work) {
        rawRows.values().stream().filter(row -> row.figures().coveredSeconds() == 0).forEach(row -> {
            rows.put(row.start(), row);
            if (overlay.intervals().containsKey(row.start())) {
                changes.intervals().put(row.start(), null);
            }
        });
        for (long day : shown.bases().keySet()) {
            if (work.concerns(day) && !raw.bases().containsKey(day)) {
                bases.put(day, null);
            }
        }
    }

    /** New intervals by slot; a gap has no coverage. */
    Map<Long, Interval> rows() {
        return rows;
    }

    /** New base loads by day; null where nothing of the day is left. */
    Map<Long, DayBase> bases() {
        return bases;
    }

    /** What becomes of the overlay. */
    Overlay.Changes changes() {
        return changes;
    }

    /** One local day that something was measured on. */
    private final class Day {
        private final long number;
        private final long first;
        private final long end;
        private final DayBase rawBase;
        private final DayBase old;
        private final Work work;
        private final LoadedSlots seconds = new LoadedSlots(in.store());

        Day(long number, DayBase rawBase, Work work) {
            this.number = number;
            this.rawBase = rawBase;
            this.work = work;
            first = in.days().firstSlot(number);
            end = in.days().endSlot(number);
            old = shown.bases().get(number);
        }

        /** Whether no mark lies in it, nor in the 24 hours that an open day's base load may come from. */
        boolean isFree() {
            return !marked.touches(rawBase.fixed() ? first : first - Recompute.DAY_SECONDS, end);
        }

        DayBase asRaw() {
            NavigableMap<Long, MaskedInterval> own = overlay.intervals().subMap(first, true, end, false);
            boolean touched = work.concerns(number) || !rawRows.subMap(first, end).isEmpty();
            if (touched || !own.isEmpty() || !rawBase.equals(old)) {
                raw.index().forEach(first, end, interval -> rows.put(interval.start(), interval));
                own.keySet().forEach(slot -> changes.intervals().put(slot, null));
                show(rawBase);
            }
            return rawBase;
        }

        DayBase marked(LastValid last) {
            TreeSet<Long> covered = covered(first, end);
            TreeSet<Long> slots = work.slots(number);
            slots.addAll(rawRows.subMap(first, end).keySet());
            slots.retainAll(covered);
            DayBase base = work.concerns(number) ? computed(last, covered, slots) : followed(last, covered);
            boolean rebased = base != null && (old == null || !old.levels().equals(base.levels()));
            Collection<Long> changed = rebased ? covered : slots;
            seconds.load(changed);
            for (long slot : changed) {
                put(slot, base == null ? BaseLevels.NONE : base.levels());
            }
            DayBase left = covered.stream().allMatch(this::isGap) ? null : base;
            show(left);
            return left;
        }

        private boolean isGap(long slot) {
            Interval row = rows.get(slot);
            return (row == null ? shown.index().covered(slot) : row.figures().coveredSeconds()) == 0;
        }

        private DayBase computed(LastValid last, TreeSet<Long> covered, TreeSet<Long> slots) {
            if (in.days().end(number) > in.now()) {
                return open(last, covered, slots);
            }
            if (!areThere(covered)) {
                return old == null ? rawBase : old.asFixed();
            }
            return last.apply(DayBase.of(number, true, Minutes.join(minutes(covered))));
        }

        /** As in {@link Recompute}: from the 24 hours that end with the newest slot, and then only now and then. */
        private DayBase open(LastValid last, TreeSet<Long> covered, TreeSet<Long> slots) {
            long slot = covered.last();
            seconds.load(List.of(slot));
            SlotSeconds newest = seconds.get(slot);
            long second = newest.count() == 0 ? slot : newest.last();
            if (old != null && slots.equals(new TreeSet<>(List.of(slot))) && !work.isForced(number)
                    && !refreshed.isDue(number, second, Recompute.refreshEvery(old, last))) {
                return old;
            }
            refreshed.at(number, second);
            long until = slot + Interval.SECONDS;
            return last.apply(DayBase.of(number, false, Minutes.join(minutes(covered(until - Recompute.DAY_SECONDS, until)))));
        }

        /** Nothing happened to it, but it may lean on a day that something happened to. */
        private DayBase followed(LastValid last, TreeSet<Long> covered) {
            if (old == null) {
                return null;
            }
            DayBase base = last.apply(old);
            return base.levels().equals(old.levels()) || !areThere(covered) ? old : base;
        }

        private TreeSet<Long> covered(long from, long to) {
            TreeSet<Long> slots = new TreeSet<>();
            raw.index().forEach(from, to, interval -> slots.add(interval.start()));
            return slots;
        }

        private List<Minutes> minutes(Collection<Long> slots) {
            seconds.load(slots.stream().filter(slot -> isMarked(slot) || !in.cache().containsKey(slot)).toList());
            List<Minutes> minutes = new ArrayList<>();
            for (long slot : slots) {
                if (!isMarked(slot) && in.cache().containsKey(slot)) {
                    minutes.add(in.cache().get(slot));
                } else if (isThere(slot)) {
                    minutes.add(seconds.get(slot).without(marked).minutes());
                }
            }
            return minutes;
        }

        private boolean isMarked(long slot) {
            return marked.touches(slot, slot + Interval.SECONDS);
        }

        private boolean areThere(Collection<Long> slots) {
            seconds.load(slots);
            return slots.stream().allMatch(this::isThere);
        }

        private boolean isThere(long slot) {
            int count = seconds.get(slot).count();
            return count > 0 && count >= raw.index().covered(slot);
        }

        private void put(long slot, BaseLevels levels) {
            String mask = MaskedInterval.mask(marked, slot);
            MaskedInterval kept = overlay.intervals().get(slot);
            MaskedInterval wanted;
            if (isThere(slot)) {
                Interval rest = seconds.get(slot).without(marked).interval(levels);
                boolean ruled = rest.figures().coveredSeconds() == 0 || mask.isEmpty() && rest.equals(raw.index().interval(slot));
                rows.put(slot, rest);
                wanted = ruled ? null : new MaskedInterval(mask, rest);
            } else {
                rows.put(slot, overlay.shown(slot, marked, raw.index()));
                // Kept while a further mark hides it.
                wanted = mask.isEmpty() && kept != null && !kept.mask().isEmpty() ? null : kept;
            }
            if (!Objects.equals(kept, wanted)) {
                changes.intervals().put(slot, wanted);
            }
        }

        private void show(DayBase base) {
            if (!Objects.equals(old, base)) {
                bases.put(number, base);
            }
            DayBase wanted = rawBase.equals(base) ? null : base;
            if (!Objects.equals(overlay.bases().get(number), wanted)) {
                changes.bases().put(number, wanted);
            }
        }
    }
}
