package org.opensem.tariff.internal;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hours of the low rate by the wall clock; the window belongs to the day on which it starts.
 *
 * @param days on which it starts, Monday first
 * @param from second of the day, inclusive
 * @param to second of the day, exclusive; {@link #DAY} for 24:00; smaller than {@code from} where it ends on the next day
 */
record LowRateWindow(Set<DayOfWeek> days, int from, int to) {
    /** Seconds of the wall clock's day. */
    static final int DAY = 86_400;
    private static final String MIDNIGHT = "24:00";

    LowRateWindow {
        days = days.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    /** The end of a window: as {@link LocalTime#parse}, and {@code 24:00}. */
    static int end(String text) {
        return text.equals(MIDNIGHT) ? DAY : LocalTime.parse(text).toSecondOfDay();
    }

    static String text(int second) {
        return second == DAY ? MIDNIGHT : LocalTime.ofSecondOfDay(second).toString();
    }
}
