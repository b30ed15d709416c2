package org.opensem.store.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.opensem.database.internal.DerbyDatabase;
import org.opensem.metering.Position;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;
import org.opensem.store.internal.jdbc.TestAccess;
import org.opensem.testkit.TestClock;
import org.opensem.time.TimeHistory;

/** A store in a folder, that can be opened again. */
final class Opened implements AutoCloseable {
    private static final long NOW = 1_772_362_800L;

    final TestClock clock = new TestClock(Instant.ofEpochSecond(NOW));
    /** What the store takes for {@link System#nanoTime}. */
    final AtomicLong nanos = new AtomicLong();
    /** What the clock knows of itself. */
    volatile TimeHistory history = TimeHistory.NONE;
    private final Path folder;
    private final int days;
    private final FlakyDatabase flaky = new FlakyDatabase(() -> this.database);
    private DerbyDatabase database;
    private Set<String> awaited = Set.of();
    private DerbySampleStore store;
    private StoreListener listener;

    Opened(Path folder, int days) {
        this.folder = folder;
        this.days = days;
        open();
    }

    private void open() {
        database = new DerbyDatabase(folder);
        start();
    }

    /** Back to an empty store; much faster than a new database for every test. */
    void empty() {
        flaky.full(false);
        awaited = Set.of();
        history = TimeHistory.NONE;
        store.close();
        TestAccess.empty(database);
        clock.set(Instant.ofEpochSecond(NOW)).trusted(true);
        start();
    }

    /** The store's bundle goes and comes with another configuration. */
    void restartStoreAwaiting(String... followers) {
        awaited = Set.of(followers);
        restartStore();
    }

    DerbySampleStore store() {
        return store;
    }

    StoreListener listener() {
        return listener;
    }

    DerbyDatabase database() {
        return database;
    }

    /** What the store sees of the database. */
    FlakyDatabase flaky() {
        return flaky;
    }

    /** The store's bundle goes and comes, the database stays. */
    void restartStore() {
        store.close();
        start();
    }

    private void start() {
        store = new DerbySampleStore(flaky, clock, () -> history, days, awaited, nanos::get);
        listener = new StoreListener(store);
    }

    /** The store's objects are left as they are, as when the process is killed; the database comes up again. */
    void crash() {
        database.close();
        open();
    }

    @Override
    public void close() {
        store.close();
        database.close();
    }

    /** Offers seconds one by one, the sequence being the second itself. */
    void live(List<Sample> samples) {
        samples.forEach(sample -> listener.accept(batch(List.of(sample))));
    }

    static SampleBatch batch(List<Sample> samples) {
        return new SampleBatch(42, samples.stream().flatMapToLong(s -> LongStream.of(s.epochSecond())).toArray(), samples);
    }

    static Position at(long second) {
        return new Position(42, second);
    }

    List<Sample> read(long from, long to) {
        List<Sample> samples = new ArrayList<>();
        store.read(from, to, (second, total, l1, l2, l3) -> samples.add(new Sample(second, total, l1, l2, l3)));
        return samples;
    }
}
