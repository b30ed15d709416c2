package org.opensem.store.internal;

import java.util.ArrayList;
import java.util.List;

/** Collects touched seconds, ascending, as few ranges. */
final class Touched {
    /** A gap up to this long is covered: recomputing it costs less than one more range. */
    private static final long MOST_GAP = 900;

    private final List<Range> ranges = new ArrayList<>();
    private final List<Range> removed = new ArrayList<>();
    private long from = -1;
    private long last = -1;

    void add(long second) {
        if (from < 0) {
            from = second;
        } else if (second - last > MOST_GAP) {
            ranges.add(new Range(from, last + 1, false));
            from = second;
        }
        last = second;
    }

    /** Adds the seconds of [first, end), which begin after all that was added before. */
    void add(long first, long end) {
        add(first);
        last = end - 1;
    }

    /** Notes that seconds of [first, end) were taken away. */
    void remove(long first, long end) {
        removed.add(new Range(first, end, true));
    }

    boolean isEmpty() {
        return from < 0 && removed.isEmpty();
    }

    /** What was taken away first: the rest is what there is afterwards. */
    List<Range> ranges() {
        List<Range> all = new ArrayList<>(removed);
        all.addAll(ranges);
        if (from >= 0) {
            all.add(new Range(from, last + 1, false));
        }
        return all;
    }

    /** Epoch seconds [from, to). */
    record Range(long from, long to, boolean removing) {}
}
