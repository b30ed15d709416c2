package org.opensem.aggregation.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.opensem.aggregation.Interval;
import org.opensem.store.MarkedSeconds;

/**
 * What is shown: the figures of all seconds, without the marked ones (G7). While there is no mark both are one. Only the
 * follower's thread uses it.
 */
final class Shown {
    private final Supplier<MarkedSeconds> marks;
    private final Recompute.Refreshed refreshed = new Recompute.Refreshed();
    private final Overlay.Changes held = new Overlay.Changes();
    private Overlay overlay;
    private Snapshot snapshot;
    private boolean anew;

    /** @param raw what was committed last of the figures of all seconds */
    Shown(Supplier<MarkedSeconds> marks, FigureTables.Saved saved, Snapshot raw) {
        this.marks = marks;
        overlay = saved.overlay();
        anew = !saved.overlayFollows();
        MarkedSeconds marked = marks.get();
        snapshot = marked.isEmpty() || saved.position().zone().isEmpty()
                ? raw
                : overlaid(raw, marked, new LocalDays(ZoneId.of(saved.position().zone())));
    }

    private Snapshot overlaid(Snapshot raw, MarkedSeconds marked, LocalDays days) {
        IntervalIndex all = raw.index();
        TreeSet<Long> slots = new TreeSet<>(overlay.intervals().keySet());
        marked.marked(all.begin(), all.end(), (from, to) ->
                all.forEach(LocalDays.floor(from), to, interval -> slots.add(interval.start())));
        List<Interval> rows = slots.stream().map(slot -> overlay.shown(slot, marked, all)).toList();
        IntervalIndex index = all.with(rows);
        Map<Long, DayBase> bases = new TreeMap<>(overlay.bases());
        for (long day : raw.bases().keySet()) {
            long first = days.firstSlot(day);
            long end = days.endSlot(day);
            if (marked.touches(first, end) && index.last(first, end) < 0) {
                bases.put(day, null);
            }
        }
        return raw.with(rows, bases, raw.sequence());
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** Adds what has to be computed although no change tells of it. */
    void addTo(Work work, IntervalIndex all) {
        if (anew) {
            marks.get().marked(all.begin(), all.end(), work::add);
        }
    }

    /**
     * Goes on after a round.
     *
     * @param raw the figures of all seconds after it
     * @param rows those of them that it made
     * @return false if it was stopped; then nothing has changed
     */
    boolean follow(Round round, Work work, Snapshot raw, NavigableMap<Long, Interval> rows, BooleanSupplier stop) {
        MarkedSeconds marked = marks.get();
        if (marked.isEmpty()) {
            forget();
            snapshot = raw;
        } else if (work.isEmpty()) {
            snapshot = snapshot.with(List.of(), Map.of(), raw.sequence());
        } else {
            MarkedRecompute.Before before = new MarkedRecompute.Before(marked, overlay, snapshot);
            MarkedRecompute recompute = new MarkedRecompute(round, refreshed, before, raw, rows);
            if (!recompute.run(work, stop)) {
                return false;
            }
            snapshot = snapshot.with(recompute.rows().values(), recompute.bases(), raw.sequence());
            hold(recompute.changes());
        }
        anew = false;
        return true;
    }

    private void forget() {
        Overlay.Changes all = new Overlay.Changes();
        overlay.intervals().keySet().forEach(slot -> all.intervals().put(slot, null));
        overlay.bases().keySet().forEach(day -> all.bases().put(day, null));
        hold(all);
    }

    private void hold(Overlay.Changes changes) {
        overlay = overlay.with(changes);
        held.add(changes);
    }

    /** What has changed and is not committed yet; to be cleared when it is. */
    Overlay.Changes held() {
        return held;
    }
}
