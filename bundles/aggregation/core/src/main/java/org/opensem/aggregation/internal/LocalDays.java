package org.opensem.aggregation.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.opensem.aggregation.Interval;

/**
 * Local days as numbers (epoch days) and their slots. A slot belongs to the day in which it starts. That is exact where
 * offsets, and the times at which they change, are multiples of 15 minutes: everywhere today. Offsets were not in one zone until
 * 1979, times in a few until 2011 (00:01); there a day is off by less than a quarter-hour.
 */
record LocalDays(ZoneId zone) {

    long dayOf(long second) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), zone).toEpochDay();
    }

    long start(long day) {
        return LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond();
    }

    long end(long day) {
        return start(day + 1);
    }

    long firstSlot(long day) {
        return ceil(start(day));
    }

    /** The first slot after the day. */
    long endSlot(long day) {
        return ceil(end(day));
    }

    static long floor(long second) {
        return Math.floorDiv(second, Interval.SECONDS) * Interval.SECONDS;
    }

    static long ceil(long second) {
        return floor(second + Interval.SECONDS - 1);
    }
}
