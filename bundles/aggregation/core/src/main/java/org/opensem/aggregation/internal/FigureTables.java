package org.opensem.aggregation.internal;

import java.util.Collection;
import java.util.NavigableMap;
import org.opensem.aggregation.Interval;

/** Where the figures are kept for ever. Failures are unchecked exceptions, after which nothing of the call is stored. */
public interface FigureTables {

    Saved load();

    /** Replaces rows and position in one transaction. */
    void commit(Collection<Interval> intervals, Collection<DayBase> bases, Position position);

    /** What was committed last. */
    record Saved(IntervalIndex index, NavigableMap<Long, DayBase> bases, Position position) {}
}
