package org.opensem.store.internal;

import java.util.ArrayList;
import java.util.List;
import org.opensem.store.ChangeLog;
import org.opensem.store.internal.codec.HourImage;
import org.opensem.time.ClockService;

/** Which hours are too old to keep (G6): full local days back from today. */
final class Retention {
    private final ClockService clock;
    private final int days;

    Retention(ClockService clock, int days) {
        this.clock = clock;
        this.days = days;
    }

    /** The first epoch second that is kept; {@link Long#MIN_VALUE} while the clock may be wrong. */
    long keptFrom() {
        // A clock that jumped into the future must not cost a month of data (T6). A replay's clock is never trusted, but
        // follows the data.
        if (!clock.status().trusted() && !"samples".equals(clock.status().source())) {
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
