package org.opensem.metering.sampler.internal;

import java.util.concurrent.atomic.LongAdder;
import org.opensem.metering.LiveSamples;

/** Counts what became of the samples. */
final class Tally {
    private final LongAdder taken = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder overrun = new LongAdder();

    void add(Ring.Appended appended, long overwritten) {
        taken.add(appended.taken());
        duplicates.add(appended.duplicates());
        refused.add(appended.refused());
        overrun.add(overwritten);
    }

    LiveSamples.Counts counts() {
        return new LiveSamples.Counts(taken.sum(), duplicates.sum(), refused.sum(), overrun.sum());
    }
}
