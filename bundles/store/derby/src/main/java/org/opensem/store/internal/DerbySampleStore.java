package org.opensem.store.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.opensem.database.Database;
import org.opensem.metering.Position;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;
import org.opensem.store.ChangeLog;
import org.opensem.store.InvalidRanges;
import org.opensem.store.RawSamples;
import org.opensem.store.SampleBuckets;
import org.opensem.store.SampleStore;
import org.opensem.store.SecondVisitor;
import org.opensem.store.StoreStatus;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;
import org.opensem.store.internal.jdbc.StoreTables;
import org.opensem.time.ClockService;
import org.opensem.time.TimeHistory;
import org.opensem.time.Timelines;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store as services. */
@Component(
        service = {
            SampleStore.class, SampleBuckets.class, ChangeLog.class, RawSamples.class, InvalidRanges.class, DerbySampleStore.class
        },
        configurationPid = RetentionSettings.PID,
        immediate = true)
public final class DerbySampleStore implements SampleStore, SampleBuckets, ChangeLog, RawSamples, InvalidRanges {
    private static final Logger LOG = LoggerFactory.getLogger(DerbySampleStore.class);

    private final Retention retention;
    private final Engine engine;
    private volatile TimeHistory history = TimeHistory.NONE;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Timelines timelines;

    @Activate
    public DerbySampleStore(
            @Reference StoreTables tables, @Reference ClockService clock, StoreConfig config, Map<String, Object> properties) {
        this(tables, clock, RetentionSettings.MOST_DAYS, names(config.awaitFollowers()), System::nanoTime);
        modified(properties);
    }

    /** A fault must not cost seconds: the days stay as they were, at the start all that there may be. */
    @Modified
    void modified(Map<String, Object> properties) {
        OptionalInt days = RetentionSettings.days(properties);
        days.ifPresentOrElse(retention::days, () -> LOG.warn("{}: secondsDays={} is no number of days from 1 to {}; no more "
                + "seconds are removed than before", RetentionSettings.PID, properties.get("secondsDays"),
                RetentionSettings.MOST_DAYS));
    }

    /** Waits for no follower before it has come. @param secondsDays full local days that seconds are kept for */
    public DerbySampleStore(Database database, ClockService clock, int secondsDays) {
        this(database, clock, secondsDays, Set.of(), System::nanoTime);
    }

    /**
     * @param secondsDays full local days that seconds are kept for
     * @param awaitFollowers see {@link StoreConfig#awaitFollowers}
     * @param nanoTime tells durations, as {@link System#nanoTime} does
     */
    public DerbySampleStore(
            Database database, ClockService clock, int secondsDays, Set<String> awaitFollowers, LongSupplier nanoTime) {
        this(new StoreTables(database), clock, secondsDays, awaitFollowers, nanoTime);
    }

    DerbySampleStore(
            StoreTables tables, ClockService clock, int secondsDays, Set<String> awaitFollowers, LongSupplier nanoTime) {
        retention = new Retention(clock, secondsDays, nanoTime);
        engine = new Engine(tables, retention, awaitFollowers, this::history);
    }

    /** Whose clock tells what it corrects. */
    DerbySampleStore(Database database, ClockService clock, Timelines timelines, int secondsDays, Set<String> awaitFollowers,
            LongSupplier nanoTime) {
        this(database, clock, secondsDays, awaitFollowers, nanoTime);
        this.timelines = timelines;
    }

    /** What the clock knows of itself; while it is being swapped, what it knew last. */
    private TimeHistory history() {
        Timelines clock = timelines;
        if (clock != null) {
            history = clock.history();
        }
        return history;
    }

    private static Set<String> names(String[] configured) {
        return Arrays.stream(configured).map(String::strip).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    /** Stores what is open and lets waiting followers go. */
    @Deactivate
    public void close() {
        engine.close();
    }

    @Override
    public WriteResult write(List<Sample> samples, WriteMode mode) {
        return engine.write(samples, mode);
    }

    @Override
    public void read(long from, long to, SecondVisitor visitor) {
        engine.seconds().read(from, to, visitor);
    }

    @Override
    public void readRaw(long from, long to, SecondVisitor visitor) {
        engine.seconds().readRaw(from, to, visitor);
    }

    @Override
    public List<Bucket> buckets(long from, long to, int bucketSeconds) {
        return engine.buckets().buckets(from, to, bucketSeconds);
    }

    @Override
    public StoreStatus status() {
        return engine.status();
    }

    @Override
    public long epoch() {
        return engine.changes().epoch();
    }

    @Override
    public List<Change> after(long after, int most, Duration wait) throws InterruptedException {
        return engine.changes().after(after, most, wait);
    }

    @Override
    public long oldest() {
        return engine.changes().oldest();
    }

    @Override
    public void acknowledge(String follower, long sequence) {
        engine.changes().acknowledge(follower, sequence);
    }

    @Override
    public List<InvalidRange> list() {
        return engine.marks();
    }

    @Override
    public InvalidRange mark(long from, long to, String reason) {
        return engine.mark(from, to, reason);
    }

    @Override
    public boolean takeBack(long id) {
        return engine.takeBack(id);
    }

    /** Takes the live stream. */
    void accept(SampleBatch batch) {
        engine.accept(batch);
    }

    /** How far the live stream is stored. */
    Position committed() {
        return engine.committed();
    }
}
