package org.opensem.metering;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A driver's last samples: a ring of a good 15 minutes that the driver fills and the sampler reads. It lives as long as the
 * driver, so a sampler that is updated reads on where it was.
 *
 * <p>Every sample gets the next sequence, from 1. Thread-safe; one writer and one reader are meant.
 */
@ProviderType
public final class SampleBuffer {
    /** 15 minutes of seconds that a swapped part may be away for (X2), and one to start in. */
    public static final int CAPACITY = 960;

    private final long epoch;
    private final Sample[] ring;
    private final long[] offered;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition freed = lock.newCondition();
    private long last;
    private long released;
    private long overrun;

    /** @param epoch what tells this buffer from every earlier one of any driver: a random or growing number, not 0 */
    public SampleBuffer(long epoch) {
        this(epoch, CAPACITY);
    }

    /** @param capacity how many samples are kept, 1 or more */
    public SampleBuffer(long epoch, int capacity) {
        this(epoch, capacity, System::nanoTime);
    }

    /** @param nanoTime tells when a sample is offered, as {@link System#nanoTime} does; for tests */
    public SampleBuffer(long epoch, int capacity, LongSupplier nanoTime) {
        if (epoch == 0 || capacity < 1) {
            throw new IllegalArgumentException("A buffer has an epoch other than 0 and a capacity of at least 1");
        }
        this.epoch = epoch;
        this.ring = new Sample[capacity];
        this.offered = new long[capacity];
        this.nanoTime = nanoTime;
    }

    public long epoch() {
        return epoch;
    }

    /** How many samples are kept. */
    public int capacity() {
        return ring.length;
    }

    /** Adds a sample; never waits: when the ring is full the oldest sample goes. For meters. */
    public void offer(Sample sample) {
        lock.lock();
        try {
            if (last - released >= ring.length) {
                released++;
                overrun++;
            }
            add(sample);
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Adds samples and waits while nobody has released room for them. For replays, which must lose nothing. The last 15
     * minutes (at most half of the ring) stay readable after they have been released, because a listener that is swapped
     * goes on from its last commit, which may lie before what it had taken.
     */
    public void put(List<Sample> samples) throws InterruptedException {
        int room = ring.length - Math.min(CAPACITY, ring.length / 2);
        lock.lockInterruptibly();
        try {
            for (Sample sample : samples) {
                while (last - released >= room) {
                    arrived.signalAll();
                    freed.await();
                }
                add(sample);
            }
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void add(Sample sample) {
        last++;
        ring[(int) (last % ring.length)] = sample;
        offered[(int) (last % ring.length)] = nanoTime.getAsLong();
    }

    /**
     * The samples after a sequence, at most {@code most}, those still in the ring; waits for the first of them.
     *
     * @param after a sequence; samples that have left the ring meanwhile are passed over
     * @param wait the longest wait; may be zero
     * @return the samples and the sequence of the first of them, which is greater than {@code after}; perhaps none
     */
    public Read read(long after, int most, Duration wait) throws InterruptedException {
        long nanos = wait.toNanos();
        lock.lockInterruptibly();
        try {
            while (last <= after && nanos > 0) {
                nanos = arrived.awaitNanos(nanos);
            }
            long first = Math.max(after, last - ring.length) + 1;
            int count = (int) Math.max(0, Math.min(most, last - first + 1));
            List<Sample> samples = new ArrayList<>(count);
            List<Long> times = new ArrayList<>(count);
            for (long s = first; s <= last && samples.size() < most; s++) {
                samples.add(ring[(int) (s % ring.length)]);
                times.add(offered[(int) (s % ring.length)]);
            }
            return new Read(first, samples, times);
        } finally {
            lock.unlock();
        }
    }

    /** Says that every durable listener has taken everything up to this sequence, so that {@link #put} may overwrite it. */
    public void release(long sequence) {
        lock.lock();
        try {
            if (sequence > released) {
                released = Math.min(sequence, last);
                freed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything put before this call has been released. @return false if the time ran out first */
    public boolean awaitReleased(Duration wait) throws InterruptedException {
        long nanos = wait.toNanos();
        lock.lockInterruptibly();
        try {
            long upTo = last;
            while (released < upTo) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = freed.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The newest sample, if any. */
    public Optional<Sample> newest() {
        lock.lock();
        try {
            return last == 0 ? Optional.empty() : Optional.of(ring[(int) (last % ring.length)]);
        } finally {
            lock.unlock();
        }
    }

    /** How many samples were overwritten before they had been released. */
    public long overrun() {
        lock.lock();
        try {
            return overrun;
        } finally {
            lock.unlock();
        }
    }

    /**
     * @param first sequence of the first sample
     * @param samples in sequence, without holes
     * @param offeredNanos when each of them was offered, by {@link System#nanoTime}: so what stamped it can be told later (T6)
     */
    public record Read(long first, List<Sample> samples, List<Long> offeredNanos) {
        public Read {
            samples = List.copyOf(samples);
            offeredNanos = List.copyOf(offeredNanos);
            if (samples.size() != offeredNanos.size()) {
                throw new IllegalArgumentException("Each sample was offered once");
            }
        }

        /** Samples that are offered now. */
        public Read(long first, List<Sample> samples) {
            this(first, samples, Collections.nCopies(samples.size(), System.nanoTime()));
        }
    }
}
