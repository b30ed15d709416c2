package org.opensem.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.opensem.store.InvalidRanges.InvalidRange;

/**
 * The seconds that some marks cover together, for whoever reads or computes without them (G7). Immutable; what is asked of a
 * range that no mark is near costs next to nothing.
 */
public final class MarkedSeconds {
    /** No second. */
    public static final MarkedSeconds NONE = new MarkedSeconds(new long[0], new long[0]);

    /** Starts and ends of ranges that neither overlap nor meet, ascending. */
    private final long[] froms;
    private final long[] tos;

    private MarkedSeconds(long[] froms, long[] tos) {
        this.froms = froms;
        this.tos = tos;
    }

    /** Those of some marks, in any order. */
    public static MarkedSeconds of(Collection<InvalidRange> marks) {
        if (marks.isEmpty()) {
            return NONE;
        }
        List<InvalidRange> sorted = marks.stream().sorted(Comparator.comparingLong(InvalidRange::from)).toList();
        long[] froms = new long[sorted.size()];
        long[] tos = new long[sorted.size()];
        int count = 0;
        for (InvalidRange mark : sorted) {
            if (count > 0 && mark.from() <= tos[count - 1]) {
                tos[count - 1] = Math.max(tos[count - 1], mark.to());
            } else {
                froms[count] = mark.from();
                tos[count++] = mark.to();
            }
        }
        return new MarkedSeconds(Arrays.copyOf(froms, count), Arrays.copyOf(tos, count));
    }

    /** Those of them in {@code [from, to)}. */
    public MarkedSeconds within(long from, long to) {
        int first = firstAfter(from);
        int end = first;
        while (end < froms.length && froms[end] < to) {
            end++;
        }
        if (end == first) {
            return NONE;
        }
        long[] cutFroms = Arrays.copyOfRange(froms, first, end);
        long[] cutTos = Arrays.copyOfRange(tos, first, end);
        cutFroms[0] = Math.max(from, cutFroms[0]);
        cutTos[cutTos.length - 1] = Math.min(to, cutTos[cutTos.length - 1]);
        return new MarkedSeconds(cutFroms, cutTos);
    }

    /** Whether no second is marked. */
    public boolean isEmpty() {
        return froms.length == 0;
    }

    /** Whether a second is marked. */
    public boolean contains(long second) {
        return touches(second, second + 1);
    }

    /** Whether any second of {@code [from, to)} is marked. */
    public boolean touches(long from, long to) {
        int i = firstAfter(from);
        return i < froms.length && froms[i] < to;
    }

    /** Whether every second of {@code [from, to)} is marked. */
    public boolean covers(long from, long to) {
        int i = firstAfter(from);
        return i < froms.length && froms[i] <= from && tos[i] >= to;
    }

    /** Visits the parts of {@code [from, to)} that are marked, as large as they are, ascending. */
    public void marked(long from, long to, RangeVisitor visitor) {
        for (int i = firstAfter(from); i < froms.length && froms[i] < to; i++) {
            visitor.range(Math.max(from, froms[i]), Math.min(to, tos[i]));
        }
    }

    /** Visits the parts of {@code [from, to)} that are not marked, as large as they are, ascending. */
    public void unmarked(long from, long to, RangeVisitor visitor) {
        long next = from;
        for (int i = firstAfter(from); i < froms.length && froms[i] < to; i++) {
            if (froms[i] > next) {
                visitor.range(next, froms[i]);
            }
            next = tos[i];
        }
        if (next < to) {
            visitor.range(next, to);
        }
    }

    /** Index of the first range that ends after a second. */
    private int firstAfter(long second) {
        int low = 0;
        int high = tos.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (tos[middle] <= second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Sees ranges of epoch seconds. */
    @FunctionalInterface
    public interface RangeVisitor {
        /**
         * @param from inclusive
         * @param to exclusive
         */
        void range(long from, long to);
    }
}
