package org.opensem.store.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.opensem.store.ChangeLog;
import org.opensem.store.internal.codec.HourImage;
import org.opensem.time.ClockService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which hours are too old to keep (G6): full local days back from today.
 *
 * <p>A clock that is wrong must not cost a month of data (T6): while it is not trusted, and for a day of running after it leapt
 * by more than a day, nothing is removed. It leaps against the time that passes, and at the start against the newest second
 * that is stored. A replay's clock is never trusted and leaps, but follows the data.
 *
 * <p>The writer's lock guards it, but for the number of days.
 */
final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final long DAY_SECONDS = 86_400;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final ClockService clock;
    private volatile int days;
    private final LongSupplier nanoTime;
    /** By how much the clock is expected to be ahead of the seconds of {@link #nanoTime}; null if nobody can know. */
    private Long expectedAhead;
    /** Seconds of {@link #nanoTime} at the last leap; null if it is long ago. */
    private Long leaptAt;

    /**
     * @param days full local days that are kept
     * @param nanoTime tells durations, as {@link System#nanoTime} does
     */
    Retention(ClockService clock, int days, LongSupplier nanoTime) {
        this.clock = clock;
        this.days = days;
        this.nanoTime = nanoTime;
    }

    /** From the next write on this many full local days are kept. */
    void days(int number) {
        days = number;
    }

    /** The store begins. @param newest the last second that it has, if any */
    void begin(OptionalLong newest) {
        if (newest.isPresent()) {
            expectedAhead = newest.getAsLong() - uptime();
        }
        keptFrom();
    }

    /** How many days are kept. */
    int days() {
        return days;
    }

    private long uptime() {
        return Math.floorDiv(nanoTime.getAsLong(), NANOS_PER_SECOND);
    }

    private boolean isStill() {
        if ("samples".equals(clock.status().source())) {
            expectedAhead = null;
            leaptAt = null;
            return false;
        }
        if (!clock.status().trusted()) {
            return true;
        }
        long uptime = uptime();
        long ahead = clock.now().getEpochSecond() - uptime;
        if (expectedAhead != null && Math.abs(ahead - expectedAhead) > DAY_SECONDS) {
            leaptAt = uptime;
            LOG.warn("The clock says {}, more than a day from what was expected; for the next 24 hours no old seconds are "
                    + "removed. Check the date if this is wrong", clock.now());
        } else if (leaptAt != null && uptime - leaptAt >= DAY_SECONDS) {
            leaptAt = null;
        }
        expectedAhead = ahead;
        return leaptAt != null;
    }

    /** Epoch second by the clock. */
    long now() {
        return clock.now().getEpochSecond();
    }

    /** The first epoch second that is kept; {@link Long#MIN_VALUE} while the clock may be wrong. */
    long keptFrom() {
        if (isStill()) {
            return Long.MIN_VALUE;
        }
        return clock.now().atZone(clock.zone()).toLocalDate().minusDays(days).atStartOfDay(clock.zone()).toEpochSecond();
    }

    /** Hours that may go now: older than the limit, packed, and not needed by a follower. */
    List<HourRef> expired(Directory directory, ChangeFeed changes) {
        long limit = keptFrom();
        if (directory.size() == 0 || !before(directory.at(0), limit)) {
            return List.of();
        }
        List<ChangeLog.Change> needed = changes.pendingBefore(limit);
        List<HourRef> expired = new ArrayList<>();
        for (int i = 0; i < directory.size() && before(directory.at(i), limit); i++) {
            HourRef ref = directory.at(i);
            if (ref.open() == null && needed.stream().noneMatch(change -> touches(change, ref.hour()))) {
                expired.add(ref);
            }
        }
        return expired;
    }

    private static boolean before(HourRef ref, long limit) {
        return (ref.hour() + 1) * HourImage.SECONDS <= limit;
    }

    private static boolean touches(ChangeLog.Change change, long hour) {
        return change.from() < (hour + 1) * HourImage.SECONDS && change.to() > hour * HourImage.SECONDS;
    }
}
