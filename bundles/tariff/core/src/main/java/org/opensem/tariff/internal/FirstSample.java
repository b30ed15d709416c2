package org.opensem.tariff.internal;

import java.util.List;
import java.util.OptionalLong;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Interval;

/** The first measured quarter-hour ever. It remembers, and looks again when an import or a mark has changed it. Thread-safe. */
final class FirstSample {
    private static final long STEP = 30L * 86_400;
    private static final long UNKNOWN = -1;

    private volatile long known = UNKNOWN;

    /** @param now epoch second; what lies long after it is no sample */
    OptionalLong slot(EnergyService energy, long now) {
        long slot = known;
        boolean holds = slot != UNKNOWN && energy.intervals(0, slot).isEmpty()
                && !energy.intervals(slot, slot + Interval.SECONDS).isEmpty();
        if (!holds) {
            slot = search(energy, now + STEP);
            known = slot;
        }
        return slot == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(slot);
    }

    private static long search(EnergyService energy, long end) {
        for (long from = 0; from < end; from += STEP) {
            List<Interval> intervals = energy.intervals(from, from + STEP);
            if (!intervals.isEmpty()) {
                return intervals.getFirst().start();
            }
        }
        return UNKNOWN;
    }
}
