package org.opensem.time.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.opensem.time.TimeHistory;
import org.opensem.time.TimeHistory.Move;
import org.opensem.time.TimeHistory.Timeline;

/**
 * Keeps record of what the clock told (T6); {@link Timekeeper} guards it. See docs/time.md.
 *
 * <p>A <i>stretch</i> is all since the clock was last confirmed: one error explains all of it, so that each step concerns all of
 * it. Steps are whole seconds and add up, which makes the distance between two timelines of a stretch a difference of sums, and
 * exact. In a stretch those timelines whose place is not known yet are the last ones: whatever makes the clock trusted settles
 * them all.
 */
final class TimeBook {
    /** As long as a sample may be on its way: the driver's buffer and the sampler's memory, and a little more. */
    private static final long KEPT_NANOS = Duration.ofMinutes(35).toNanos();
    private static final int MOST_MOVES = 20;

    private final LongSupplier ids;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    /** The timeline with which the stretch begins. */
    private Entry first;
    /** Index of the first timeline whose place is not known; the number of timelines while the clock is trusted. */
    private int open;
    private long steps;
    /** The sum of steps on which those of the stretch are whose place is known. */
    private long settledSteps;

    /** A timeline, and how it ended up once nothing changes it any more. */
    private record Entry(long id, long startNanos, long aheadMillis, long offsetSeconds, long steps, Timeline ended) {

        /** The second of a moment, as this timeline tells it. */
        long second(long nanoTime) {
            return Math.floorDiv(Math.floorDiv(nanoTime, 1_000_000L) + aheadMillis, 1000L);
        }

        Timeline timeline(long sum, boolean trusted) {
            return ended != null ? ended : new Timeline(id, startNanos, aheadMillis, offsetSeconds, sum - steps, trusted);
        }

        Entry end(long sum) {
            return new Entry(id, startNanos, aheadMillis, offsetSeconds, steps, timeline(sum, true));
        }
    }

    /** @param ids gives a positive number of its own to each timeline and move */
    TimeBook(LongSupplier ids) {
        this.ids = ids;
    }

    /**
     * The clock begins.
     *
     * @param aheadMillis what it is ahead of {@link System#nanoTime}
     * @param offsetSeconds what it is ahead of the operating system's clock
     */
    void begin(long nanoTime, long aheadMillis, long offsetSeconds, boolean trusted) {
        add(nanoTime, aheadMillis, offsetSeconds, trusted);
        first = entries.getFirst();
    }

    /** It goes on as it was: a little off, because it slews, or well ahead, because the machine has slept. */
    void drift(long nanoTime, long aheadMillis, long offsetSeconds) {
        add(nanoTime, aheadMillis, offsetSeconds, isTrusted());
    }

    /** What it tells turned out to be right, within what can be slewed: from here on no correction concerns what was before. */
    void confirm(long nanoTime, long aheadMillis, long offsetSeconds) {
        settle(nanoTime, aheadMillis);
        entries.replaceAll(entry -> entry.end(settledSteps));
        add(nanoTime, aheadMillis, offsetSeconds, true);
        first = entries.getLast();
    }

    /**
     * It steps.
     *
     * @param aheadMillis after the step
     * @param seconds the step
     * @param trusted whether the new time is to be trusted
     */
    void step(long nanoTime, long aheadMillis, long offsetSeconds, long seconds, boolean trusted) {
        steps += seconds;
        if (trusted) {
            settle(nanoTime, aheadMillis);
        }
        add(nanoTime, aheadMillis, offsetSeconds, trusted);
    }

    private boolean isTrusted() {
        return open == entries.size();
    }

    /** The sum of steps is the right one: what is known by another one has to follow, and the rest becomes known. */
    private void settle(long nanoTime, long aheadMillis) {
        long shift = steps - settledSteps;
        if (shift != 0 && open > entries.indexOf(first)) {
            long from = first.second(first.startNanos()) + settledSteps - first.steps();
            long to = isTrusted()
                    ? Math.floorDiv(Math.floorDiv(nanoTime, 1_000_000L) + aheadMillis, 1000L) - shift
                    : entries.get(open).second(entries.get(open).startNanos()) + settledSteps - entries.get(open).steps();
            moves.add(new Move(ids.getAsLong(), from, Math.max(from, to + 1), shift));
            if (moves.size() > MOST_MOVES) {
                moves.removeFirst();
            }
        }
        settledSteps = steps;
        open = entries.size();
    }

    private void add(long nanoTime, long aheadMillis, long offsetSeconds, boolean trusted) {
        boolean all = isTrusted();
        long id = ids.getAsLong();
        entries.add(new Entry(trusted ? id : -id, nanoTime, aheadMillis, offsetSeconds, steps, null));
        if (trusted && all) {
            open = entries.size();
        }
        forget(nanoTime);
    }

    /** Leaves out what no sample on its way can be of; the first is what an earlier clock's are told by. */
    private void forget(long nanoTime) {
        while (open > 2 && nanoTime - entries.get(2).startNanos() > KEPT_NANOS) {
            entries.remove(1);
            open--;
        }
    }

    /** What is known now. */
    TimeHistory history() {
        List<Timeline> timelines = IntStream.range(0, entries.size())
                .mapToObj(i -> entries.get(i).timeline(i < open ? settledSteps : steps, i < open))
                .toList();
        return new TimeHistory(timelines, moves);
    }
}
