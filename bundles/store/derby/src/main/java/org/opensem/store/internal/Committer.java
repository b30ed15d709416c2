package org.opensem.store.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opensem.store.ChangeLog;
import org.opensem.store.internal.jdbc.Commit;
import org.opensem.store.internal.jdbc.StoreTables;

/**
 * Ends every transaction in the same way: changes, acknowledgements and whatever is to be removed go with it, and once it is
 * committed the directory is swapped. The writer's lock guards it; any thread may read the directory.
 *
 * <p>A replaced block is removed one transaction after it was replaced, so that a reader who still looks for it finds either
 * it or its successor's entry in the directory, and never has to wait.
 */
final class Committer {
    private final StoreTables tables;
    private final ChangeFeed changes;
    private final Retention retention;
    private final List<Long> garbage;
    private boolean unsure;
    private volatile Directory directory;
    private volatile Marks marks;

    Committer(StoreTables tables, Retention retention, Recovery recovery) {
        this.tables = tables;
        this.retention = retention;
        changes = recovery.changes();
        directory = recovery.directory();
        marks = recovery.marks();
        garbage = new ArrayList<>(recovery.garbage());
    }

    Directory directory() {
        return directory;
    }

    Marks marks() {
        return marks;
    }

    /** Shows an hour to the readers; nothing is stored. */
    void show(HourRef ref) {
        directory = directory.with(Map.of(ref.hour(), ref));
    }

    /**
     * Commits.
     *
     * @param replaced where hours are once this is committed; null for one of which nothing is left
     * @throws org.opensem.store.StoreException if nothing was stored; readers see no difference then
     */
    void commit(Commit commit, Map<Long, HourRef> replaced, Touched touched) {
        commit(commit, replaced, touched, marks);
    }

    /** Commits other marks. @throws org.opensem.store.StoreException if nothing was stored */
    void commit(Marks changed, Touched touched) {
        commit(new Commit().marks(changed), Map.of(), touched, changed);
    }

    private void commit(Commit commit, Map<Long, HourRef> replaced, Touched touched, Marks afterwards) {
        if (!replaced.isEmpty()) {
            expire(replaced);
        }
        List<ChangeLog.Change> numbered = changes.number(touched.ranges());
        Map<String, Long> acknowledged = changes.unsaved();
        long prunable = changes.prunable();
        commit.garbage(garbage).changes(numbered).followers(acknowledged).pruneTo(prunable);
        if (unsure) {
            commit.sweepChangesAfter(changes.last()).marks(afterwards);
        }
        try {
            tables.commit(commit);
        } catch (RuntimeException e) {
            // The disk may have taken it although the engine failed; then the next transaction clears it away first.
            garbage.addAll(commit.blockIds());
            unsure = true;
            throw e;
        }
        unsure = false;
        garbage.clear();
        replaced.forEach((hour, ref) -> {
            HourRef before = directory.get(hour);
            if (before != null && before.id() != 0 && (ref == null || before.id() != ref.id())) {
                garbage.add(before.id());
            }
        });
        directory = directory.with(replaced);
        // Before anybody hears of the change.
        marks = afterwards;
        changes.committed(numbered, prunable, acknowledged);
    }

    /** Whether a commit would store an acknowledgement. */
    boolean hasUnsaved() {
        return !changes.unsaved().isEmpty();
    }

    private void expire(Map<Long, HourRef> replaced) {
        Map<Long, HourRef> gone = new HashMap<>();
        for (HourRef ref : retention.expired(directory, changes)) {
            if (!replaced.containsKey(ref.hour())) {
                gone.put(ref.hour(), null);
                garbage.add(ref.id());
            }
        }
        directory = directory.with(gone);
    }
}
