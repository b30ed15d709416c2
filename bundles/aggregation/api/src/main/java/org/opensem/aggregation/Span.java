package org.opensem.aggregation;

import java.time.ZonedDateTime;

/** A stretch of local time, {@code [start, end)}. */
public record Span(ZonedDateTime start, ZonedDateTime end) {
    public Span {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A span ends after its start");
        }
    }

    public long startSecond() {
        return start.toEpochSecond();
    }

    public long endSecond() {
        return end.toEpochSecond();
    }

    public long seconds() {
        return endSecond() - startSecond();
    }
}
