package org.opensem.aggregation.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.opensem.metering.Sample;
import org.opensem.store.ChangeLog;
import org.opensem.store.SampleStore;
import org.opensem.store.SecondVisitor;
import org.opensem.store.StoreException;
import org.opensem.store.StoreStatus;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;

/** A month of seconds without a gap, in an array, that appears at once or step by step. */
final class ArrayStore implements SampleStore, ChangeLog {
    private final long from;
    private final int[] watts;
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong visited = new AtomicLong();
    private final List<Change> changes = new ArrayList<>();
    private BooleanSupplier failing = () -> false;
    private int step;
    private volatile int grown;

    ArrayStore(long from, int seconds) {
        this.from = from;
        watts = new Random(1).ints(seconds, 60_000, 900_000).toArray();
        growing(seconds);
        grow();
    }

    /** Begins anew with a step that comes at every {@link #grow}. */
    synchronized ArrayStore growing(int seconds) {
        step = seconds;
        grown = 0;
        changes.clear();
        return this;
    }

    ArrayStore failingWhile(BooleanSupplier condition) {
        failing = condition;
        return this;
    }

    synchronized boolean grow() {
        if (grown == watts.length) {
            return false;
        }
        int next = Math.min(watts.length, grown + step);
        changes.add(new Change(changes.size() + 1, from + grown, from + next));
        grown = next;
        notifyAll();
        return true;
    }

    long end() {
        return from + grown;
    }

    synchronized long sequence() {
        return changes.size();
    }

    long reads() {
        return reads.get();
    }

    long visited() {
        return visited.get();
    }

    @Override
    public void read(long first, long end, SecondVisitor visitor) {
        reads.incrementAndGet();
        if (failing.getAsBoolean()) {
            throw new StoreException("The store is away", null);
        }
        int to = (int) Math.min(grown, end - from);
        for (int i = (int) Math.max(0, first - from); i < to; i++) {
            visitor.second(from + i, 3 * watts[i], watts[i], watts[i], watts[i]);
            visited.incrementAndGet();
        }
    }

    @Override
    public WriteResult write(List<Sample> samples, WriteMode mode) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StoreStatus status() {
        return new StoreStatus(OptionalLong.of(from), OptionalLong.of(end() - 1), grown, 0, 0);
    }

    @Override
    public long epoch() {
        return 1;
    }

    @Override
    public synchronized List<Change> after(long after, int most, Duration wait) throws InterruptedException {
        if (after >= changes.size() && !wait.isZero()) {
            wait(wait.toMillis());
        }
        int end = (int) Math.min(changes.size(), after + most);
        return after >= end ? List.of() : List.copyOf(changes.subList((int) after, end));
    }

    @Override
    public long oldest() {
        return 1;
    }

    @Override
    public void acknowledge(String follower, long sequence) {
        // Nothing is ever removed here.
    }
}
