package org.opensem.time;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which times the clock told when, and what they turned out to be (T6). Immutable.
 *
 * <p>A <i>timeline</i> is a stretch of the machine's monotonic time in which the clock neither stepped nor changed its mind about
 * whether it is right. A sample belongs to the one that stamped it, told by when it was offered; with the timeline's
 * {@linkplain Timeline#shiftSeconds shift} it is where it was measured. A sample that no timeline stamped has a time of its own
 * (its meter's, another machine's) and stays where it is.
 */
@ProviderType
public final class TimeHistory {
    /** Of a clock that stamps nothing: a replay's. */
    public static final TimeHistory NONE = new TimeHistory(List.of(), List.of());

    /** How long after its second a sample may be offered, and how long before, to be one that this clock stamped. */
    private static final long MOST_LATE_SECONDS = 15;
    private static final long MOST_EARLY_SECONDS = 2;
    /** How long after a step samples may still come in that were stamped before it. */
    private static final long MOST_STRAY_NANOS = 5_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MILLIS_PER_SECOND = 1000;

    private final List<Timeline> timelines;
    private final List<Move> moves;

    /**
     * @param timelines by their start, the last is the one of now; the first is the one with which the clock began
     * @param moves oldest first
     */
    public TimeHistory(List<Timeline> timelines, List<Move> moves) {
        this.timelines = List.copyOf(timelines);
        this.moves = List.copyOf(moves);
    }

    /**
     * By their start; the first is the one with which the clock began, the last the one of now. Old ones in between are left out.
     */
    public List<Timeline> timelines() {
        return timelines;
    }

    /** What stored samples have to be moved, oldest first; those of long ago are left out. */
    public List<Move> moves() {
        return moves;
    }

    /** The timeline with an id; empty if it is long ago, or was an earlier clock's. */
    public Optional<Timeline> timeline(long id) {
        return timelines.stream().filter(timeline -> timeline.id() == id).findFirst();
    }

    /**
     * Where a sample belongs by what is known now.
     *
     * @param epochSecond as the driver stamped it
     * @param nanoTime when it was offered, by {@link System#nanoTime}
     */
    public Stamp stamp(long epochSecond, long nanoTime) {
        for (int i = timelines.size() - 1; i >= 0; i--) {
            Timeline timeline = timelines.get(i);
            long age = nanoTime - timeline.startNanos();
            if (age >= 0) {
                long offset = timeline.stampedAhead(epochSecond, nanoTime);
                if (offset != Long.MIN_VALUE) {
                    return place(timeline, epochSecond + offset);
                }
                if (age > MOST_STRAY_NANOS) {
                    break;
                }
            }
        }
        return new Stamp(Stamp.OWN_TIME, epochSecond);
    }

    /** Where a sample belongs by now that was placed when less was known; one with a time of its own stays where it is. */
    public Stamp again(Stamp earlier) {
        return timeline(earlier.timeline()).map(timeline -> place(timeline, earlier.epochSecond())).orElse(earlier);
    }

    private Stamp place(Timeline timeline, long second) {
        Timeline now = timelines.getLast();
        long place = second + timeline.shiftSeconds();
        return timeline.trusted() == now.trusted() && place >= 0 ? new Stamp(now.id(), place) : new Stamp(timeline.id(), second);
    }

    /**
     * A sample's place.
     *
     * @param timeline id of the timeline on which {@code epochSecond} is; {@link #OWN_TIME} if no timeline stamped it
     * @param epochSecond 0 or later
     */
    public record Stamp(long timeline, long epochSecond) {
        /** Stands for no timeline: the time is the meter's own and nothing is to be corrected. */
        public static final long OWN_TIME = 0;
    }

    /**
     * A stretch of time as the clock told it.
     *
     * @param id of no other one; negative if the clock was not trusted then, never 0
     * @param startNanos since when, by {@link System#nanoTime}
     * @param aheadMillis what the time was ahead of {@link System#nanoTime}
     * @param offsetSeconds what the clock was ahead of the operating system's, by which scripts on this machine stamp
     * @param shiftSeconds what is to be added to its seconds to get those of the newest timeline that is as trusted as this one
     * @param trusted whether that sum is to be trusted by now; false: nobody knows yet where these seconds belong
     */
    public record Timeline(long id, long startNanos, long aheadMillis, long offsetSeconds, long shiftSeconds, boolean trusted) {
        public Timeline {
            if (id == Stamp.OWN_TIME) {
                throw new IllegalArgumentException("0 is no timeline's id");
            }
        }

        /** The epoch second with which it begins. */
        public long startSecond() {
            return second(startNanos);
        }

        private long second(long nanoTime) {
            return Math.floorDiv(Math.floorDiv(nanoTime, NANOS_PER_MILLI) + aheadMillis, MILLIS_PER_SECOND);
        }

        /**
         * What to add to a second stamped then to have it on this timeline; MIN_VALUE if neither this nor the system's clock did.
         */
        private long stampedAhead(long epochSecond, long nanoTime) {
            long late = second(nanoTime) - epochSecond;
            if (isSoon(late)) {
                return 0;
            }
            return isSoon(late - offsetSeconds) ? offsetSeconds : Long.MIN_VALUE;
        }

        private static boolean isSoon(long late) {
            return late >= -MOST_EARLY_SECONDS && late <= MOST_LATE_SECONDS;
        }
    }

    /**
     * Samples that were stamped while the clock was trusted and that a correction concerns.
     *
     * @param id of no other one
     * @param from first epoch second, inclusive, as stored
     * @param to exclusive
     * @param shiftSeconds what is to be added, not 0
     */
    public record Move(long id, long from, long to, long shiftSeconds) {
        public Move {
            if (from > to || shiftSeconds == 0) {
                throw new IllegalArgumentException("A move has a range and a distance");
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeHistory that && timelines.equals(that.timelines) && moves.equals(that.moves);
    }

    @Override
    public int hashCode() {
        return Objects.hash(timelines, moves);
    }

    @Override
    public String toString() {
        return "TimeHistory[" + timelines + ", " + moves + "]";
    }
}
