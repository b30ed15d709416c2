package org.opensem.metering.sampler.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.opensem.metering.Position;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;
import org.opensem.metering.SampleBuffer;
import org.opensem.time.TimeHistory;
import org.opensem.time.TimeHistory.Stamp;

/**
 * The samples that were assigned last, each second once, with their positions. One writer appends and calls nobody; every
 * listener reads at a pace of its own. Places in the ring are indices that only grow; positions are what listeners keep.
 */
final class Ring {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Long> seconds = new HashSet<>();
    private Entry[] entries;
    private long end;
    private long oldest;
    private Position lastRead = Position.START;
    private TimeHistory known = TimeHistory.NONE;

    /** @param timeline which stamped the sample, or {@link Stamp#OWN_TIME} */
    private record Entry(long epoch, long sequence, long timeline, Sample sample) {

        /** The same where it belongs by what is known by now (T6). */
        Entry by(TimeHistory history) {
            Stamp again = history.again(new Stamp(timeline, sample.epochSecond()));
            return new Entry(epoch, sequence, again.timeline(), sample.at(again.epochSecond()));
        }
    }

    /**
     * @param batch null where nothing new was found
     * @param next index to go on from
     * @param lost samples that had left the ring before they could be pulled
     */
    record Pulled(SampleBatch batch, long next, long lost) {}

    /** What became of appended samples. */
    record Appended(int taken, int duplicates, int refused) {}

    Ring(int capacity) {
        entries = new Entry[capacity];
    }

    /** Makes the ring at least so long, so that it holds all that a driver's buffer holds. */
    void ensureCapacity(int capacity) {
        lock.lock();
        try {
            if (capacity > entries.length) {
                Entry[] longer = new Entry[capacity];
                for (long i = oldest; i < end; i++) {
                    longer[(int) (i % capacity)] = entry(i);
                }
                entries = longer;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Appends samples of ascending sequence; those whose second is in the ring, or that are not admitted, are left out.
     *
     * @param history what is known of the clock that stamped them; what is in the ring follows it
     * @param admitted asked of samples with a time of their own
     */
    Appended append(long epoch, SampleBuffer.Read read, TimeHistory history, Predicate<Sample> admitted) {
        int taken = 0;
        int duplicates = 0;
        int refused = 0;
        lock.lock();
        try {
            follow(history);
            for (int i = 0; i < read.samples().size(); i++) {
                Sample sample = read.samples().get(i);
                Stamp stamp = history.stamp(sample.epochSecond(), read.offeredNanos().get(i));
                if (stamp.timeline() == Stamp.OWN_TIME && !admitted.test(sample)) {
                    refused++;
                } else if (!seconds.add(stamp.epochSecond())) {
                    duplicates++;
                } else {
                    taken++;
                    add(new Entry(epoch, read.first() + i, stamp.timeline(), sample.at(stamp.epochSecond())));
                }
            }
            lastRead = new Position(epoch, read.first() + read.samples().size() - 1);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return new Appended(taken, duplicates, refused);
    }

    /** After a correction of the clock the samples it concerns are where they belong by now. */
    private void follow(TimeHistory history) {
        if (history == known) {
            return;
        }
        known = history;
        seconds.clear();
        for (long i = oldest; i < end; i++) {
            Entry entry = entry(i).by(history);
            entries[(int) (i % entries.length)] = entry;
            seconds.add(entry.sample().epochSecond());
        }
    }

    private void add(Entry entry) {
        if (end - oldest == entries.length) {
            seconds.remove(entry(oldest).sample().epochSecond());
            oldest++;
        }
        entries[(int) (end % entries.length)] = entry;
        end++;
    }

    private Entry entry(long index) {
        return entries[(int) (index % entries.length)];
    }

    /**
     * Reads on from an index; waits for something new while {@code go} says so.
     *
     * @param done the listener's last position: what is at or before it in its epoch is passed over
     */
    Pulled pull(long from, Position done, int most, BooleanSupplier go) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (end <= from && go.getAsBoolean()) {
                changed.await();
            }
            long lost = Math.max(0, oldest - from);
            long index = from + lost;
            while (index < end && isDone(entry(index), done)) {
                index++;
            }
            List<Entry> found = new ArrayList<>();
            while (index < end && found.size() < most
                    && (found.isEmpty() || entry(index).epoch() == found.getFirst().epoch())) {
                found.add(entry(index++));
            }
            return new Pulled(found.isEmpty() ? null : batch(found), index, lost);
        } finally {
            lock.unlock();
        }
    }

    private static boolean isDone(Entry entry, Position done) {
        return entry.epoch() == done.epoch() && entry.sequence() <= done.sequence();
    }

    private static SampleBatch batch(List<Entry> found) {
        return new SampleBatch(found.getFirst().epoch(), found.stream().mapToLong(Entry::sequence).toArray(),
                found.stream().mapToLong(Entry::timeline).toArray(), found.stream().map(Entry::sample).toList());
    }

    /** Where a listener goes on that has everything up to a position: behind the last sample it has, else at the oldest. */
    Resume resume(Position done) {
        lock.lock();
        try {
            for (long i = end - 1; i >= oldest; i--) {
                if (isDone(entry(i), done)) {
                    return new Resume(i + 1, 0);
                }
            }
            boolean sameEpoch = oldest < end && entry(oldest).epoch() == done.epoch();
            return new Resume(oldest, sameEpoch ? entry(oldest).sequence() - done.sequence() - 1 : 0);
        } finally {
            lock.unlock();
        }
    }

    /**
     * @param index where to go on
     * @param missed samples of the same driver that have left the memory since the listener's position
     */
    record Resume(long index, long missed) {}

    /** Index of the next sample to come. */
    long end() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    /** Index of the oldest sample. */
    long oldest() {
        lock.lock();
        try {
            return oldest;
        } finally {
            lock.unlock();
        }
    }

    /** The position up to which the driver that was read last may forget, when all below an index has been taken. */
    Position releasable(long index) {
        lock.lock();
        try {
            if (index >= end) {
                return lastRead;
            }
            Entry next = entry(Math.max(index, oldest));
            return new Position(lastRead.epoch(), next.epoch() == lastRead.epoch() ? next.sequence() - 1 : 0);
        } finally {
            lock.unlock();
        }
    }

    /** Lets those who wait look whether they are still wanted. */
    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Optional<Sample> newest() {
        lock.lock();
        try {
            return end == oldest ? Optional.empty() : Optional.of(entry(end - 1).sample());
        } finally {
            lock.unlock();
        }
    }

    /** Samples from a second on, by time. */
    List<Sample> from(long epochSecond) {
        List<Sample> found = new ArrayList<>();
        lock.lock();
        try {
            for (long i = oldest; i < end; i++) {
                Sample sample = entry(i).sample();
                if (sample.epochSecond() >= epochSecond) {
                    found.add(sample);
                }
            }
        } finally {
            lock.unlock();
        }
        found.sort(Comparator.comparingLong(Sample::epochSecond));
        return List.copyOf(found);
    }
}
