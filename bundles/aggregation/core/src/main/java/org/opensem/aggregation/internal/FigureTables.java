package org.opensem.aggregation.internal;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import org.opensem.aggregation.Interval;

/** Where the figures are kept for ever. Failures are unchecked exceptions, after which nothing of the call is stored. */
public interface FigureTables {

    Saved load();

    /**
     * Replaces rows and position in one transaction.
     *
     * @param intervals of all seconds, as are the bases; one without coverage goes
     * @param bases by day; one that is null goes
     */
    void commit(Collection<Interval> intervals, Map<Long, DayBase> bases, Overlay.Changes overlay, Position position);

    /**
     * What was committed last.
     *
     * @param overlayFollows whether the overlay stands for the same as the rest: not if a program went on that knows no marks
     */
    record Saved(
            IntervalIndex index, NavigableMap<Long, DayBase> bases, Overlay overlay, boolean overlayFollows, Position position) {}
}
