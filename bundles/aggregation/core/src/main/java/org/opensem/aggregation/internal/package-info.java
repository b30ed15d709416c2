/**
 * The derived figures: {@code Follower} follows the store's change log, {@code Recompute} makes the quarter-hours and base
 * loads of one round, {@code Snapshot} is what readers see, {@code Reports} answers for periods.
 */
package org.opensem.aggregation.internal;
