package org.opensem.store.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opensem.store.InvalidRanges.InvalidRange;
import org.opensem.store.MarkedSeconds;

/**
 * The ranges that do not count, and what they cover together. Immutable: a commit is followed by other ones.
 *
 * @param list by start
 * @param lastId the last id that was given to any
 * @param seconds those of all of them
 */
public record Marks(List<InvalidRange> list, long lastId, MarkedSeconds seconds) {

    public Marks(List<InvalidRange> list, long lastId) {
        this(list.stream().sorted(Comparator.comparingLong(InvalidRange::from).thenComparingLong(InvalidRange::id)).toList(),
                lastId, MarkedSeconds.of(list));
    }

    /** With one more, whose id is the last one. */
    Marks with(long from, long to, String reason) {
        List<InvalidRange> more = new ArrayList<>(list);
        more.add(new InvalidRange(lastId + 1, from, to, reason));
        return new Marks(more, lastId + 1);
    }

    /** Without one. */
    Marks without(InvalidRange mark) {
        return new Marks(list.stream().filter(other -> other.id() != mark.id()).toList(), lastId);
    }
}
