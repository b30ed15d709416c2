package org.opensem.aggregation.internal;

/**
 * What one round reads.
 *
 * @param store its seconds
 * @param cache of the medians of all seconds
 * @param now epoch second by the clock service
 */
record Round(CommittedSeconds store, MinuteCache cache, LocalDays days, long now) {}
