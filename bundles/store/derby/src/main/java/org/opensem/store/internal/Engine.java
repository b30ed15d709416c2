package org.opensem.store.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.opensem.metering.Position;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;
import org.opensem.store.InvalidRanges.InvalidRange;
import org.opensem.store.SampleBuckets;
import org.opensem.store.StoreException;
import org.opensem.store.StoreStatus;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;
import org.opensem.store.internal.jdbc.StoreTables;
import org.opensem.time.TimeHistory;
import org.opensem.time.TimeHistory.Stamp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store's parts put together, and the one lock that makes writing single-file. Readers take no lock of it. */
final class Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final ReentrantLock writing = new ReentrantLock(true);
    private final StoreTables tables;
    private final ChangeFeed changes;
    private final Committer committer;
    private final Retention retention;
    private final StreamWriter stream;
    private final Importer importer;
    private final Held held;
    private final Corrections corrections;
    private final Supplier<TimeHistory> clock;
    private final SecondsReader seconds;
    private final BucketReader buckets;
    private final ScheduledExecutorService timer;
    private boolean failing;
    private boolean closed;

    /** @param clock what the clock that stamps the stream knows of itself */
    Engine(StoreTables tables, Retention retention, Set<String> awaited, Supplier<TimeHistory> clock) {
        this.clock = clock;
        this.retention = retention;
        this.tables = tables;
        Recovery recovery = new Recovery(tables, awaited);
        changes = recovery.changes();
        committer = new Committer(tables, retention, recovery);
        Supplier<HourLoader> loaders = HourLoader.factory(tables, committer::directory);
        Packer packer = new Packer();
        held = new Held(recovery.held(), retention::days);
        stream = new StreamWriter(committer, packer, loaders, recovery, held);
        importer = new Importer(committer, packer, loaders, stream, retention);
        Mover mover = new Mover(committer, stream, importer);
        corrections = new Corrections(tables, stream, importer, held, mover, recovery.move());
        seconds = new SecondsReader(committer::directory, () -> committer.marks().seconds(), loaders);
        buckets = new BucketReader(committer::directory, () -> committer.marks().seconds(), loaders);
        retention.begin(status().newest());
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("openSEM store timer").factory());
        timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    ChangeFeed changes() {
        return changes;
    }

    SecondsReader seconds() {
        return seconds;
    }

    SampleBuckets buckets() {
        return buckets;
    }

    WriteResult write(List<Sample> samples, WriteMode mode) {
        return exclusively(() -> importer.write(samples, mode));
    }

    void accept(SampleBatch batch) {
        exclusively(() -> {
            TimeHistory known = clock.get();
            corrections.move(known, batch.timeline(0) != Stamp.OWN_TIME);
            stream.accept(batch, known);
            return null;
        });
    }

    List<InvalidRange> marks() {
        return committer.marks().list();
    }

    InvalidRange mark(long from, long to, String reason) {
        Marks marked = exclusively(() -> {
            Marks more = committer.marks().with(from, to, reason);
            committer.commit(more, touched(from, to));
            return more;
        });
        return marked.list().stream().filter(mark -> mark.id() == marked.lastId()).findFirst().orElseThrow();
    }

    boolean takeBack(long id) {
        return exclusively(() -> {
            Marks before = committer.marks();
            Optional<InvalidRange> mark = before.list().stream().filter(one -> one.id() == id).findFirst();
            mark.ifPresent(back -> committer.commit(before.without(back), touched(back.from(), back.to())));
            return mark.isPresent();
        });
    }

    /**
     * What the change log is told of a mark: nothing of what is yet to come, because a change says of its seconds that they are
     * committed. Without any second there may still be figures of seconds that are no longer kept, up to now.
     */
    private Touched touched(long from, long to) {
        stream.storePending();
        OptionalLong newest = status().newest();
        long end = Math.min(to, newest.isPresent() ? newest.getAsLong() + 1 : retention.now());
        Touched touched = new Touched();
        if (from < end) {
            touched.add(from, end);
        }
        return touched;
    }

    Position committed() {
        return stream.committed();
    }

    private <T> T exclusively(Supplier<T> work) {
        writing.lock();
        try {
            if (closed) {
                throw new StoreException("The store is stopped", null);
            }
            return work.get();
        } finally {
            writing.unlock();
        }
    }

    StoreStatus status() {
        Directory now = committer.directory();
        long samples = 0;
        OptionalLong oldest = OptionalLong.empty();
        OptionalLong newest = OptionalLong.empty();
        for (int i = 0; i < now.size(); i++) {
            HourRef ref = now.at(i);
            samples += ref.count();
            if (oldest.isEmpty() && ref.firstSecond() >= 0) {
                oldest = OptionalLong.of(ref.firstSecond());
            }
            newest = ref.lastSecond() >= 0 ? OptionalLong.of(ref.lastSecond()) : newest;
        }
        return new StoreStatus(oldest, newest, samples, bytes(tables.folder()), stream.skipped(), held.seconds(),
                corrections.restamped());
    }

    private static long bytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(Engine::size).sum();
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The size of {} is not known", folder, e);
            return 0;
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            // The database removes files of its own while we look.
            LOG.debug("{} is gone", file, e);
            return 0;
        }
    }

    private void tick() {
        writing.lock();
        try {
            if (!closed) {
                stream.storeIfDue();
                corrections.settle(clock.get());
                failing = false;
            }
        } catch (RuntimeException | Error e) {
            // What leaves here ends the timer for good; an Error may be of a bundle that is being swapped.
            if (!failing) {
                LOG.warn("The newest seconds cannot be stored yet and stay in memory: {}", e.toString());
            }
            LOG.debug("Storing by the timer failed", e);
            failing = true;
        } finally {
            writing.unlock();
        }
    }

    /** Stores what is open, then refuses everything. */
    void close() {
        timer.shutdown();
        writing.lock();
        try {
            if (!closed) {
                stream.commit();
            }
        } catch (RuntimeException e) {
            LOG.warn("The last seconds could not be stored while stopping; the sampler offers them again: {}", e.getMessage());
            LOG.debug("Storing while stopping failed", e);
        } finally {
            closed = true;
            writing.unlock();
            changes.close();
        }
    }
}
