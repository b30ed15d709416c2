package org.opensem.time.internal;

import java.time.Duration;
import java.time.Instant;

/**
 * The clock's time as a function of the machine's monotonic one: it runs at the same pace, except while a correction is slewed.
 *
 * @param anchorNanos a moment by {@link System#nanoTime}
 * @param anchor the time then
 * @param slewNanos what has still to be added bit by bit from then on; negative to be taken off
 */
record Line(long anchorNanos, Instant anchor, long slewNanos) {
    /** 5 ms per second: two seconds take under seven minutes, and no second is told twice or left out. */
    private static final long SLEW_PART = 200;

    /** The time at a moment. */
    Instant at(long nanoTime) {
        long elapsed = nanoTime - anchorNanos;
        return anchor.plusNanos(elapsed + slewed(elapsed));
    }

    private long slewed(long elapsed) {
        long most = Math.max(0, elapsed) / SLEW_PART;
        return Math.clamp(slewNanos, -most, most);
    }

    /** What a moment's time will be called when nothing is to be slewed any more. */
    Instant settledAt(long nanoTime) {
        return anchor.plusNanos(nanoTime - anchorNanos + slewNanos);
    }

    /** The same from a moment on, with another correction to be slewed. */
    Line slewing(long nanoTime, Duration correction) {
        return new Line(nanoTime, at(nanoTime), correction.toNanos());
    }

    /** What is still to be slewed at a moment. */
    Duration slewAt(long nanoTime) {
        return Duration.ofNanos(slewNanos - slewed(nanoTime - anchorNanos));
    }

    /** A step at a moment; what is still to be slewed goes on. */
    Line stepping(long nanoTime, Duration step) {
        return new Line(nanoTime, at(nanoTime).plus(step), slewAt(nanoTime).toNanos());
    }

    /** Milliseconds that the time is ahead of {@link System#nanoTime} at a moment. */
    long aheadMillis(long nanoTime) {
        return at(nanoTime).toEpochMilli() - Math.floorDiv(nanoTime, 1_000_000L);
    }
}
