package org.opensem.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;
import org.opensem.metering.Sample;
import org.opensem.store.ChangeLog;
import org.opensem.store.InvalidRanges;
import org.opensem.store.MarkedSeconds;
import org.opensem.store.RawSamples;
import org.opensem.store.SampleBuckets;
import org.opensem.store.SampleStore;
import org.opensem.store.SecondVisitor;
import org.opensem.store.StoreStatus;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;

/**
 * The simplest store that keeps the contract, marks included: a sorted map of seconds. What it holds ends with the object.
 *
 * <p>Retention does not happen by itself: seconds before the given limit count as {@code derivedOnly}, and {@link #retain()}
 * removes them as soon as every follower known by {@link #acknowledge} has seen the changes that named them.
 */
public final class InMemorySampleStore implements SampleStore, SampleBuckets, ChangeLog, RawSamples, InvalidRanges {
    /** Two touched seconds that lie further apart than this become two changes. */
    private static final long MOST_GAP = 900;

    private static final int MOST_BUCKETS = 100_000;

    private final long epoch;
    private final LongSupplier keptFrom;
    private final ConcurrentSkipListMap<Long, Sample> seconds = new ConcurrentSkipListMap<>();
    private final TreeMap<Long, Change> changes = new TreeMap<>();
    private final Map<String, Long> followers = new HashMap<>();
    private final TreeMap<Long, InvalidRange> marks = new TreeMap<>();
    private volatile MarkedSeconds marked = MarkedSeconds.NONE;
    private long lastMark;
    private long sequence;

    /** Keeps everything. */
    public InMemorySampleStore() {
        this(1, () -> Long.MIN_VALUE);
    }

    /**
     * @param epoch of the change log
     * @param keptFrom the first epoch second that the retention keeps, asked at every write and at {@link #retain()}
     */
    public InMemorySampleStore(long epoch, LongSupplier keptFrom) {
        this.epoch = epoch;
        this.keptFrom = keptFrom;
    }

    @Override
    public synchronized WriteResult write(List<Sample> samples, WriteMode mode) {
        Map<Long, Sample> wanted = new TreeMap<>();
        for (Sample sample : samples) {
            if (mode == WriteMode.REPLACE || !seconds.containsKey(sample.epochSecond())) {
                wanted.merge(sample.epochSecond(), sample, (first, later) -> mode == WriteMode.REPLACE ? later : first);
            }
        }
        long limit = keptFrom.getAsLong();
        long derivedOnly = wanted.keySet().stream().filter(second -> second < limit).count();
        seconds.putAll(wanted);
        if (!wanted.isEmpty()) {
            append(new TreeSet<>(wanted.keySet()));
        }
        return new WriteResult(wanted.size(), samples.size() - wanted.size(), derivedOnly);
    }

    /**
     * What a store does when the clock that stamped seconds turns out to have been wrong (T6): those in {@code [from, to)} are
     * taken away and put elsewhere.
     */
    public synchronized void move(long from, long to, long shiftSeconds) {
        List<Sample> moved = List.copyOf(seconds.subMap(from, to).values());
        if (!moved.isEmpty()) {
            seconds.subMap(from, to).clear();
            sequence++;
            changes.put(sequence, new Change(sequence, from, to, true));
            TreeSet<Long> places = new TreeSet<>();
            for (Sample sample : moved) {
                seconds.put(sample.epochSecond() + shiftSeconds, sample.at(sample.epochSecond() + shiftSeconds));
                places.add(sample.epochSecond() + shiftSeconds);
            }
            append(places);
        }
    }

    private void append(TreeSet<Long> touched) {
        long from = touched.first();
        long last = from;
        for (long second : touched) {
            if (second - last > MOST_GAP) {
                append(from, last + 1);
                from = second;
            }
            last = second;
        }
        append(from, last + 1);
        notifyAll();
    }

    private void append(long from, long to) {
        sequence++;
        changes.put(sequence, new Change(sequence, from, to));
    }

    @Override
    public void read(long from, long to, SecondVisitor visitor) {
        marked.unmarked(from, to, (first, end) -> readRaw(first, end, visitor));
    }

    @Override
    public void readRaw(long from, long to, SecondVisitor visitor) {
        if (from >= to) {
            return;
        }
        for (Sample s : seconds.subMap(from, to).values()) {
            visitor.second(s.epochSecond(), s.totalMilliwatts(), s.l1Milliwatts(), s.l2Milliwatts(), s.l3Milliwatts());
        }
    }

    @Override
    public synchronized List<InvalidRange> list() {
        return marks.values().stream()
                .sorted(Comparator.comparingLong(InvalidRange::from).thenComparingLong(InvalidRange::id))
                .toList();
    }

    @Override
    public synchronized InvalidRange mark(long from, long to, String reason) {
        InvalidRange mark = new InvalidRange(lastMark + 1, from, to, reason);
        lastMark++;
        marks.put(mark.id(), mark);
        marksChanged(mark);
        return mark;
    }

    @Override
    public synchronized boolean takeBack(long id) {
        InvalidRange mark = marks.remove(id);
        if (mark != null) {
            marksChanged(mark);
        }
        return mark != null;
    }

    private void marksChanged(InvalidRange mark) {
        marked = MarkedSeconds.of(marks.values());
        // What a change names is stored. Figures of seconds that have all gone are not known here.
        long end = seconds.isEmpty() ? mark.to() : Math.min(mark.to(), seconds.lastKey() + 1);
        if (mark.from() < end) {
            append(mark.from(), end);
            notifyAll();
        }
    }

    @Override
    public synchronized StoreStatus status() {
        if (seconds.isEmpty()) {
            return new StoreStatus(OptionalLong.empty(), OptionalLong.empty(), 0, 0, 0);
        }
        return new StoreStatus(
                OptionalLong.of(seconds.firstKey()), OptionalLong.of(seconds.lastKey()), seconds.size(), seconds.size() * 16L, 0);
    }

    @Override
    public List<Bucket> buckets(long from, long to, int bucketSeconds) {
        if (from >= to || bucketSeconds < 1 || (to - from - 1) / bucketSeconds >= MOST_BUCKETS) {
            throw new IllegalArgumentException("A range of 1 to " + MOST_BUCKETS + " buckets of 1 s or more");
        }
        List<Bucket> buckets = new ArrayList<>();
        for (long start = from; start < to; start += bucketSeconds) {
            InMemoryBucket bucket = new InMemoryBucket(start);
            read(start, Math.min(to, start + bucketSeconds), bucket);
            buckets.add(bucket.result());
        }
        return buckets;
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public synchronized List<Change> after(long after, int most, Duration wait) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (changes.higherKey(after) == null) {
            long millis = (deadline - System.nanoTime() + 999_999) / 1_000_000;
            if (millis <= 0) {
                return List.of();
            }
            wait(millis);
        }
        return changes.tailMap(after, false).values().stream().limit(most).toList();
    }

    @Override
    public synchronized long oldest() {
        return changes.isEmpty() ? sequence + 1 : changes.firstKey();
    }

    @Override
    public synchronized void acknowledge(String follower, long sequence) {
        followers.merge(follower, sequence, Math::max);
    }

    /** What a follower has acknowledged; 0 if nothing. */
    public synchronized long acknowledged(String follower) {
        return followers.getOrDefault(follower, 0L);
    }

    /** Removes the seconds before the limit, except those that a known follower has not seen yet. No change tells of it. */
    public synchronized void retain() {
        long seen = followers.values().stream().mapToLong(Long::longValue).min().orElse(sequence);
        Set<Long> needed = new HashSet<>();
        for (Change change : changes.tailMap(seen, false).values()) {
            needed.addAll(seconds.subMap(change.from(), change.to()).keySet());
        }
        seconds.headMap(keptFrom.getAsLong()).keySet().removeIf(second -> !needed.contains(second));
    }

    /** Forgets the changes up to a sequence, also when a follower has not seen them: what happens to one that was away. */
    public synchronized void forgetChanges(long upTo) {
        changes.headMap(upTo, true).clear();
    }
}
