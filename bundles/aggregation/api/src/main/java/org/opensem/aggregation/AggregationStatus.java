package org.opensem.aggregation;

/**
 * @param sequence last change of the store that the intervals hold
 * @param pending whether later changes are known and not yet computed
 */
public record AggregationStatus(long sequence, boolean pending) {}
