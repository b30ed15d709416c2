package org.opensem.aggregation;

/** The periods that people look at. */
public enum PeriodKind {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR
}
