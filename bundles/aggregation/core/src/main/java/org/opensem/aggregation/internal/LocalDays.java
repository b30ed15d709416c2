package org.opensem.aggregation.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.opensem.aggregation.Interval;

/**
 * Local days as numbers (epoch days) and their slots. A slot belongs to the day in which it starts; since 1972 that is exact in
 * every zone whose offset is a multiple of 15 minutes, which all are today.
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
