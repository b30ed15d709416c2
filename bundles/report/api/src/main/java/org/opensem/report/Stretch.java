package org.opensem.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.opensem.aggregation.Span;

/**
 * A stretch of time with its amounts: a column of the overview, an hour of a day.
 *
 * @param span from when to when
 * @param coveredSeconds measured seconds; 0 is a gap, and then nothing but the budget and the base price may be known
 * @param missingSeconds seconds that are over and should have been measured, and were not; not those before the first measurement
 * @param running whether it has begun and is not over
 * @param amounts by row; a row that is not in it is not known
 */
public record Stretch(Span span, long coveredSeconds, long missingSeconds, boolean running, Map<OverviewRow, Amounts> amounts) {

    public Stretch {
        Objects.requireNonNull(span);
        EnumMap<OverviewRow, Amounts> copy = new EnumMap<>(OverviewRow.class);
        copy.putAll(amounts);
        amounts = Map.copyOf(copy);
        if (coveredSeconds < 0 || missingSeconds < 0) {
            throw new IllegalArgumentException("Seconds are counted from 0");
        }
    }

    /** A row's amounts, never null. */
    public Amounts amounts(OverviewRow row) {
        return amounts.getOrDefault(row, Amounts.UNKNOWN);
    }

    /** The covered part, 0…1. */
    public double coverage() {
        return Math.min(1.0, (double) coveredSeconds / span.seconds());
    }
}
