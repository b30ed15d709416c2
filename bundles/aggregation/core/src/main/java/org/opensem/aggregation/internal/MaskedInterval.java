package org.opensem.aggregation.internal;

import java.util.Objects;
import org.opensem.aggregation.Interval;
import org.opensem.store.MarkedSeconds;

/**
 * What a quarter-hour shows while there are marks (G7).
 *
 * @param mask the marked seconds of the slot that it was computed without, see {@link #mask}
 * @param interval the rest of it
 */
public record MaskedInterval(String mask, Interval interval) {

    public MaskedInterval {
        Objects.requireNonNull(mask);
    }

    /** The marked seconds of a slot, counted from its beginning, for example {@code 0-60,890-900}; empty if there are none. */
    static String mask(MarkedSeconds marked, long slot) {
        StringBuilder mask = new StringBuilder();
        marked.marked(slot, slot + Interval.SECONDS, (from, to) ->
                mask.append(mask.isEmpty() ? "" : ",").append(from - slot).append('-').append(to - slot));
        return mask.toString();
    }
}
