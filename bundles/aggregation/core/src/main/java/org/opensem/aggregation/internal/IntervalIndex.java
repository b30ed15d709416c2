package org.opensem.aggregation.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;

/**
 * All quarter-hours in memory, immutable: a reader works on the one that it got, the follower makes the next. Packed by UTC day,
 * so that an update copies one day (7 KB) and a year (35,040 slots) takes 2.5 MB and is summed up in well under a millisecond.
 */
public final class IntervalIndex {
    public static final IntervalIndex EMPTY = new IntervalIndex(new long[0], new IntervalChunk[0]);
    private static final long CHUNK_SECONDS = (long) IntervalChunk.SLOTS * Interval.SECONDS;

    /** Chunk numbers, ascending. */
    private final long[] numbers;
    private final IntervalChunk[] chunks;

    private IntervalIndex(long[] numbers, IntervalChunk[] chunks) {
        this.numbers = numbers;
        this.chunks = chunks;
    }

    /** Covered seconds of the slot; 0 if there is no interval. */
    int covered(long slot) {
        int i = Arrays.binarySearch(numbers, number(slot));
        return i < 0 ? 0 : chunks[i].covered(place(slot));
    }

    /** What is known of a slot, which may be nothing. */
    Interval interval(long slot) {
        int i = Arrays.binarySearch(numbers, number(slot));
        return i < 0 || chunks[i].covered(place(slot)) == 0
                ? new Interval(slot, Figures.NONE)
                : chunks[i].interval(number(slot) * CHUNK_SECONDS, place(slot));
    }

    /** Figures of the slots that start in {@code [from, to)}. */
    Figures sum(long from, long to) {
        Sum sum = new Sum();
        each(from, to, (chunk, number, first, end) -> chunk.addTo(sum, number * CHUNK_SECONDS, first, end));
        return sum.figures();
    }

    /** The same, each slot corrected. */
    Figures sum(long from, long to, CorrectionFactors factors) {
        if (factors.neutral()) {
            return sum(from, to);
        }
        Sum sum = new Sum();
        each(from, to, (chunk, number, first, end) -> chunk.addTo(sum, number * CHUNK_SECONDS, first, end, factors));
        return sum.figures();
    }

    /** The intervals with coverage that start in {@code [from, to)}, ascending. */
    void forEach(long from, long to, Consumer<Interval> consumer) {
        each(from, to, (chunk, number, first, end) -> {
            for (int i = first; i < end; i++) {
                if (chunk.covered(i) > 0) {
                    consumer.accept(chunk.interval(number * CHUNK_SECONDS, i));
                }
            }
        });
    }

    /** The last slot with coverage that starts in {@code [from, to)}, or -1. */
    long last(long from, long to) {
        long[] last = {-1};
        each(from, to, (chunk, number, first, end) -> {
            for (int i = end - 1; i >= first; i--) {
                if (chunk.covered(i) > 0) {
                    last[0] = number * CHUNK_SECONDS + (long) i * Interval.SECONDS;
                    break;
                }
            }
        });
        return last[0];
    }

    /** First second of the first day that there are intervals of, or {@link Long#MAX_VALUE}. */
    long begin() {
        return numbers.length == 0 ? Long.MAX_VALUE : numbers[0] * CHUNK_SECONDS;
    }

    /** The second after the last day that there are intervals of, or {@link Long#MIN_VALUE}. */
    long end() {
        return numbers.length == 0 ? Long.MIN_VALUE : (numbers[numbers.length - 1] + 1) * CHUNK_SECONDS;
    }

    /** The last slot with coverage, or -1. */
    long newest() {
        // A chunk exists only with an interval in it.
        return numbers.length == 0 ? -1 : last(numbers[numbers.length - 1] * CHUNK_SECONDS, Long.MAX_VALUE);
    }

    private void each(long from, long to, ChunkVisitor visitor) {
        long first = LocalDays.ceil(from);
        int i = Arrays.binarySearch(numbers, number(first));
        for (i = i < 0 ? -i - 1 : i; i < numbers.length && numbers[i] * CHUNK_SECONDS < to; i++) {
            long start = numbers[i] * CHUNK_SECONDS;
            int begin = first <= start ? 0 : place(first);
            int end = to - start >= CHUNK_SECONDS ? IntervalChunk.SLOTS : (int) (LocalDays.ceil(to - start) / Interval.SECONDS);
            visitor.chunk(chunks[i], numbers[i], begin, end);
        }
    }

    /** This with other intervals in place of those of the same slots. */
    IntervalIndex with(Collection<Interval> intervals) {
        if (intervals.isEmpty()) {
            return this;
        }
        Builder builder = new Builder(this);
        intervals.forEach(builder::put);
        return builder.build();
    }

    private static long number(long slot) {
        return Math.floorDiv(slot, CHUNK_SECONDS);
    }

    private static int place(long slot) {
        return (int) (Math.floorMod(slot, CHUNK_SECONDS) / Interval.SECONDS);
    }

    @FunctionalInterface
    private interface ChunkVisitor {
        void chunk(IntervalChunk chunk, long number, int first, int end);
    }

    /** Collects intervals, in any order. */
    public static final class Builder {
        private final IntervalIndex before;
        private final Map<Long, IntervalChunk> changed = new TreeMap<>();

        public Builder(IntervalIndex before) {
            this.before = before;
        }

        public void put(Interval interval) {
            changed.computeIfAbsent(number(interval.start()), this::copy).put(place(interval.start()), interval);
        }

        private IntervalChunk copy(long number) {
            int i = Arrays.binarySearch(before.numbers, number);
            return i < 0 ? new IntervalChunk() : before.chunks[i].copy();
        }

        public IntervalIndex build() {
            NavigableMap<Long, IntervalChunk> all = new TreeMap<>();
            for (int i = 0; i < before.numbers.length; i++) {
                all.put(before.numbers[i], before.chunks[i]);
            }
            all.putAll(changed);
            return new IntervalIndex(
                    all.keySet().stream().mapToLong(Long::longValue).toArray(), all.values().toArray(IntervalChunk[]::new));
        }
    }
}
