package org.opensem.store;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What was written, in order, so that derived figures can be recomputed rather than incremented: a follower reads the
 * changes after the sequence that it committed with its own result, recomputes what they touch, and commits the new sequence
 * in the same transaction.
 */
@ProviderType
public interface ChangeLog {

    /** Identifies the log; sequences of another log (a new database) mean nothing. */
    long epoch();

    /**
     * Changes after a sequence, oldest first, at most {@code most}; waits for the first.
     *
     * @param after 0 for all that are kept; a follower that was away for long may find the oldest gone, see {@link #oldest}
     */
    List<Change> after(long after, int most, Duration wait) throws InterruptedException;

    /** The sequence of the oldest change that is kept; a follower that is behind it must recompute everything. */
    long oldest();

    /**
     * Says that a follower has committed everything up to a sequence. Seconds and changes that a known follower still needs
     * are not removed by the retention.
     *
     * @param follower a stable name
     */
    void acknowledge(String follower, long sequence);

    /**
     * Seconds in {@code [from, to)} were added, replaced or marked.
     *
     * @param sequence grows by one
     * @param from epoch second, inclusive
     * @param to epoch second, exclusive
     * @param removing whether seconds were taken away for good, because they belong elsewhere (T6): what is left is all there is,
     *     even if it is less than before
     */
    record Change(long sequence, long from, long to, boolean removing) {

        /** Seconds were added, replaced or marked. */
        public Change(long sequence, long from, long to) {
            this(sequence, from, to, false);
        }
    }
}
