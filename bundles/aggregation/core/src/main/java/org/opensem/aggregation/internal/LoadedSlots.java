package org.opensem.aggregation.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.opensem.aggregation.Interval;

/** The seconds of a day's work, each read once: neighbouring slots in one pass over the store. */
final class LoadedSlots {
    private final CommittedSeconds store;
    private final Map<Long, SlotSeconds> loaded = new HashMap<>();

    LoadedSlots(CommittedSeconds store) {
        this.store = store;
    }

    void load(Collection<Long> slots) {
        TreeSet<Long> missing = new TreeSet<>(slots);
        missing.removeAll(loaded.keySet());
        while (!missing.isEmpty()) {
            long from = missing.pollFirst();
            long to = from + Interval.SECONDS;
            while (!missing.isEmpty() && missing.first() == to) {
                missing.pollFirst();
                to += Interval.SECONDS;
            }
            read(from, to);
        }
    }

    private void read(long from, long to) {
        SlotSeconds[] run = new SlotSeconds[(int) ((to - from) / Interval.SECONDS)];
        for (int i = 0; i < run.length; i++) {
            run[i] = new SlotSeconds(from + (long) i * Interval.SECONDS);
        }
        store.read(from, to, (second, total, l1, l2, l3) ->
                run[(int) ((second - from) / Interval.SECONDS)].add(second, total, l1, l2, l3));
        for (int i = 0; i < run.length; i++) {
            loaded.put(from + (long) i * Interval.SECONDS, run[i]);
        }
    }

    /** Seconds of a slot that was loaded. */
    SlotSeconds get(long slot) {
        return loaded.get(slot);
    }
}
