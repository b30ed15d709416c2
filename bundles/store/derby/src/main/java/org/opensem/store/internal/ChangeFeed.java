package org.opensem.store.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.opensem.store.ChangeLog;
import org.opensem.store.internal.jdbc.StoreTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The change log: numbers changes, wakes who waits for them, and knows how far the followers are. */
final class ChangeFeed implements ChangeLog {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    /** Changes are removed in heaps, so that removing them seldom costs a transaction anything. */
    private static final long PRUNE_HEAP = 360;
    /**
     * Kept where nobody has ever acknowledged anything, and for a follower that lags: eleven days of live packets. One that is
     * further behind, a plug-in that was removed, must not keep old data for ever.
     */
    private static final long KEPT_WITHOUT_FOLLOWERS = 100_000;

    private final StoreTables tables;
    private final long epoch;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition committed = lock.newCondition();
    private final Map<String, Follower> followers = new HashMap<>();
    private final Map<String, Long> unsaved = new HashMap<>();
    private long last;
    private long oldest;
    private boolean closed;

    /** @param awaited followers that count as having seen nothing before they have ever come */
    ChangeFeed(StoreTables tables, StoreTables.Progress progress, Map<String, Long> acknowledged, Set<String> awaited) {
        this.tables = tables;
        this.epoch = progress.logEpoch();
        this.last = progress.changes();
        this.oldest = progress.oldestChange();
        awaited.forEach(name -> followers.put(name, new Follower(0, false)));
        acknowledged.forEach((name, sequence) -> followers.put(name, new Follower(sequence, false)));
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public List<Change> after(long after, int most, Duration wait) throws InterruptedException {
        long upTo = await(after, wait.toNanos());
        return upTo <= after || most < 1 ? List.of() : List.copyOf(tables.changes(after, upTo, Long.MAX_VALUE, most));
    }

    private long await(long after, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (last <= after && left > 0 && !closed) {
                left = committed.awaitNanos(left);
            }
            return last;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long oldest() {
        lock.lock();
        try {
            return oldest;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void acknowledge(String follower, long sequence) {
        lock.lock();
        try {
            Follower known = followers.get(follower);
            long before = known == null ? -1 : known.sequence;
            long reached = Math.max(before, Math.min(sequence, last));
            followers.put(follower, new Follower(reached, false));
            if (reached > before) {
                unsaved.put(follower, reached);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sequence of the last change. */
    long last() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    /** The next changes, not yet visible to anybody. */
    List<Change> number(List<Touched.Range> ranges) {
        lock.lock();
        try {
            List<Change> changes = new ArrayList<>(ranges.size());
            for (Touched.Range range : ranges) {
                changes.add(new Change(last + changes.size() + 1, range.from(), range.to(), range.removing()));
            }
            return changes;
        } finally {
            lock.unlock();
        }
    }

    /** The sequence up to which changes may go now, or 0. */
    long prunable() {
        lock.lock();
        try {
            long upTo = followers.isEmpty() ? last - KEPT_WITHOUT_FOLLOWERS : acknowledgedByAll();
            return upTo - oldest + 1 >= PRUNE_HEAP ? upTo : 0;
        } finally {
            lock.unlock();
        }
    }

    /** Acknowledgements that are not stored yet. */
    Map<String, Long> unsaved() {
        lock.lock();
        try {
            return Map.copyOf(unsaved);
        } finally {
            lock.unlock();
        }
    }

    /** After the commit: makes changes visible and wakes who waits. */
    void committed(List<Change> changes, long prunedTo, Map<String, Long> saved) {
        lock.lock();
        try {
            last += changes.size();
            oldest = Math.max(oldest, prunedTo + 1);
            saved.forEach(unsaved::remove);
            if (!changes.isEmpty()) {
                committed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Changes before a second that a known follower has not acknowledged. */
    List<Change> pendingBefore(long second) {
        long seen;
        long upTo;
        lock.lock();
        try {
            seen = acknowledgedByAll();
            upTo = last;
        } finally {
            lock.unlock();
        }
        return seen >= upTo ? List.of() : tables.changes(seen, upTo, second, Integer.MAX_VALUE);
    }

    /** Lets everybody go who waits. */
    void close() {
        lock.lock();
        try {
            closed = true;
            committed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long acknowledgedByAll() {
        long least = last;
        for (Map.Entry<String, Follower> entry : followers.entrySet()) {
            Follower follower = entry.getValue();
            boolean lost = last - follower.sequence > KEPT_WITHOUT_FOLLOWERS;
            if (lost && !follower.givenUp) {
                LOG.warn("Follower {} is more than {} changes behind; older ones are kept for it no longer. If it comes back, it "
                        + "may have to recompute everything", entry.getKey(), KEPT_WITHOUT_FOLLOWERS);
                entry.setValue(new Follower(follower.sequence, true));
            }
            least = Math.min(least, lost ? last - KEPT_WITHOUT_FOLLOWERS : follower.sequence);
        }
        return least;
    }

    /**
     * @param sequence acknowledged up to here
     * @param givenUp whether it was given up
     */
    private record Follower(long sequence, boolean givenUp) {}
}
