package org.opensem.aggregation.internal;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.opensem.aggregation.Interval;
import org.opensem.store.ChangeLog;
import org.opensem.store.ChangeLog.Change;
import org.opensem.store.InvalidRanges;
import org.opensem.store.MarkedSeconds;
import org.opensem.store.RawSamples;
import org.opensem.store.SampleStore;
import org.opensem.store.StoreStatus;
import org.opensem.time.ClockService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the figures at what the stored seconds say. One thread calls {@link #round}; any thread reads {@link #snapshot}.
 *
 * <p>A round takes the changes after the last sequence, computes what they touch ({@link Recompute}), publishes the result in
 * memory and, when it is time, commits the rows together with the sequence and the log's epoch, and only after that acknowledges
 * them. After a crash anywhere in between the changes since the last commit come again and are computed again from the seconds,
 * which the store keeps until they are acknowledged: nothing is counted twice, because nothing is ever added to a figure.
 *
 * <p><b>When it commits.</b> The quarter-hour that is being measured changes with every packet of the store. Committing it each
 * time would double the flushes of the whole product, so what touches only one slot is held in memory until another is touched
 * (four commits an hour), until the log is quiet for half a minute, or until the end.
 *
 * <p><b>Only what is committed.</b> The store shows its newest seconds before it has committed them; they are left out until a
 * change tells of them ({@link CommittedSeconds}).
 *
 * <p><b>Marks.</b> A round computes from all seconds, marked or not, and what is shown besides ({@link Shown}): what a mark hides
 * is still there when it is taken back, whatever the retention removed meanwhile.
 *
 * <p><b>All anew.</b> If the log is another one (its epoch), the oldest change that it keeps is later than the next one needed,
 * or the zone, and with it the limits of the days, is another, everything that is stored is computed.
 */
final class Follower {
    /** The name by which the store knows this. */
    static final String NAME = "aggregation";

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int MOST_CHANGES = 10_000;
    /** Rows of a transaction, so that the store's own packets wait half a second at most. */
    private static final int MOST_ROWS = 1_000;
    private static final Duration QUIET = Duration.ofSeconds(30);
    /** Sample time that the store may keep in memory only; a packet is far shorter. */
    private static final long LONGEST_WAIT = Duration.ofHours(1).toSeconds();
    /** A longer range is cut to what is stored before its slots are listed. */
    private static final long LONG_RANGE = Duration.ofDays(400).toSeconds();

    private final SampleStore store;
    private final RawSamples seconds;
    private final ChangeLog log;
    private final ClockService clock;
    private final FigureTables tables;
    private final Acknowledgements acknowledgements;
    private final LongSupplier nanoTime;
    private final MinuteCache cache = new MinuteCache();
    private final Recompute.Refreshed refreshed = new Recompute.Refreshed();
    private final TreeSet<Long> openDays = new TreeSet<>();
    private final TreeMap<Long, Interval> heldIntervals = new TreeMap<>();
    private final TreeMap<Long, DayBase> heldBases = new TreeMap<>();
    /** The slots among the held ones that changes named. */
    private final TreeSet<Long> heldChanges = new TreeSet<>();
    private final Shown shown;
    /** The figures of all seconds, marked or not. */
    private Snapshot raw;

    /** The first second that no change has told of: from there on, what can be read may not be committed. */
    private long horizon = Long.MIN_VALUE;
    private Position computed;
    private Position committed;
    private boolean urgent;
    private volatile boolean begun;
    private volatile boolean anew;
    private long quietSince;
    /** When the log was last found to hold nothing new. */
    private volatile long upToDate;
    private volatile Snapshot snapshot;

    /** @param acknowledgeAfter how long after the commit the store hears of it, see {@link Acknowledgements} */
    Follower(SampleStore store, ChangeLog log, ClockService clock, FigureTables tables, Duration acknowledgeAfter) {
        this(store, log, clock, tables, acknowledgeAfter, System::nanoTime);
    }

    Follower(SampleStore store, ChangeLog log, ClockService clock, FigureTables tables, Duration acknowledgeAfter,
            LongSupplier nanoTime) {
        this.store = store;
        this.nanoTime = nanoTime;
        quietSince = nanoTime.getAsLong();
        upToDate = quietSince;
        // What a store cannot do is not there: then every second that it shows counts.
        seconds = store instanceof RawSamples all ? all : store::read;
        this.log = log;
        this.clock = clock;
        this.tables = tables;
        acknowledgements = new Acknowledgements(log, NAME, acknowledgeAfter);
        FigureTables.Saved saved = tables.load();
        committed = saved.position();
        computed = committed;
        raw = new Snapshot(saved.index(), saved.bases(), committed.sequence());
        Supplier<MarkedSeconds> marks = store instanceof InvalidRanges ranges
                ? () -> MarkedSeconds.of(ranges.list())
                : () -> MarkedSeconds.NONE;
        shown = new Shown(marks, saved, raw);
        snapshot = shown.snapshot();
        saved.bases().values().stream().filter(base -> !base.fixed()).forEach(base -> openDays.add(base.day()));
    }

    /** Compares the log with what was committed, and makes this follower known, so that nothing is removed unseen. */
    private void begin() throws InterruptedException {
        boolean first = committed.equals(Position.NONE);
        boolean other = !first && committed.epoch() != log.epoch();
        if (other) {
            LOG.info("The store's log is another one than before: all figures are computed anew from what is stored");
        }
        anew = other || first && log.oldest() > 1;
        // Another log's sequences mean nothing in this one.
        acknowledgements.now(other ? 0 : committed.sequence());
        horizon = announced();
        begun = true;
    }

    /**
     * The end of what is committed by now. The log tells, as long as it reaches to the newest seconds: what it says nothing of
     * may wait in the store's memory. Where it does not, all that it told has been removed from it, or only old seconds were
     * imported of late; then nothing is waiting, and all that is there counts.
     */
    private long announced() throws InterruptedException {
        OptionalLong newest = store.status().newest();
        long end = Long.MIN_VALUE;
        long sequence = Math.max(0, log.oldest() - 1);
        boolean neverWritten = sequence == 0;
        for (List<Change> part = log.after(sequence, MOST_CHANGES, Duration.ZERO);
                !part.isEmpty();
                part = log.after(sequence, MOST_CHANGES, Duration.ZERO)) {
            end = Math.max(end, part.stream().mapToLong(Change::to).max().orElse(end));
            sequence = part.getLast().sequence();
            neverWritten = false;
        }
        if (neverWritten || newest.isEmpty() || end > newest.getAsLong() - LONGEST_WAIT) {
            return end;
        }
        return newest.getAsLong() + 1;
    }

    /** Whether there is more to do than the changes after the snapshot's sequence tell. */
    boolean isBehind() {
        return !begun || anew;
    }

    /** How long ago the log was last found to hold nothing new; since the start, if it has not been yet. */
    Duration sinceUpToDate() {
        return Duration.ofNanos(Math.max(0, nanoTime.getAsLong() - upToDate));
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /**
     * Does what there is to do, or waits a little for it.
     *
     * @param stop asked in long computations, which then end without a result
     * @throws RuntimeException if the store or the database could not; nothing is lost, the next round tries again
     */
    void round(Duration wait, BooleanSupplier stop) throws InterruptedException {
        if (!begun) {
            begin();
        }
        acknowledgements.due();
        LocalDays days = new LocalDays(clock.zone());
        long now = clock.now().getEpochSecond();
        if (anew || !isZone(days.zone())) {
            computeAll(days, now, stop);
            return;
        }
        List<Change> changes = log.after(computed.sequence(), MOST_CHANGES, wait);
        long read = nanoTime.getAsLong();
        if (changes.isEmpty()) {
            upToDate = read;
        }
        if (isGap(changes)) {
            LOG.info("Changes of the store are missing in its log: all figures are computed anew from what is stored");
            anew = true;
            return;
        }
        Work work = new Work(days);
        add(changes, work);
        shown.addTo(work, raw.index());
        openDays.stream().filter(day -> days.end(day) <= now).forEach(work::force);
        long sequence = changes.isEmpty() ? computed.sequence() : changes.getLast().sequence();
        if (!changes.isEmpty() || !work.isEmpty()) {
            quietSince = read;
            compute(work, days, now, sequence, stop);
        } else if (read - quietSince > QUIET.toNanos()) {
            save();
        }
    }

    private boolean isZone(ZoneId zone) {
        return computed.zone().isEmpty() || computed.zone().equals(zone.getId());
    }

    /** Sequences grow by one; a hole at the log's beginning is one that was cut off. */
    private boolean isGap(List<Change> changes) {
        return changes.isEmpty()
                ? log.oldest() > computed.sequence() + 1
                : changes.getFirst().sequence() > computed.sequence() + 1 && log.oldest() > computed.sequence() + 1;
    }

    private void add(List<Change> changes, Work work) {
        for (Change change : changes) {
            long from = change.from();
            long to = change.to();
            if (to - from > LONG_RANGE) {
                // A mark may lie over quarter-hours whose seconds went long ago.
                StoreStatus status = store.status();
                from = Math.max(from, Math.min(status.oldest().orElse(to), raw.index().begin()));
                to = Math.min(to, Math.max(status.newest().orElse(from - 1) + 1, raw.index().end()));
            }
            if (from < to) {
                horizon = Math.max(horizon, to);
                if (change.removing()) {
                    work.remove(from, to);
                } else {
                    work.add(from, to);
                }
            }
        }
    }

    private void computeAll(LocalDays days, long now, BooleanSupplier stop) throws InterruptedException {
        // First the log's end, then the seconds: what is written meanwhile comes as a change.
        long sequence = Math.max(0, log.oldest() - 1);
        for (List<Change> changes = log.after(sequence, MOST_CHANGES, Duration.ZERO);
                !changes.isEmpty();
                changes = log.after(sequence, MOST_CHANGES, Duration.ZERO)) {
            sequence = changes.getLast().sequence();
            changes.forEach(change -> horizon = Math.max(horizon, change.to()));
        }
        cache.clear();
        Work work = new Work(days);
        StoreStatus status = store.status();
        if (status.oldest().isPresent() && status.newest().isPresent()) {
            work.add(status.oldest().getAsLong(), Math.max(
                    status.oldest().getAsLong(), Math.min(status.newest().getAsLong() + 1, horizon)));
        }
        work.forceAll();
        shown.addTo(work, raw.index());
        openDays.forEach(work::force);
        urgent = true;
        if (compute(work, days, now, sequence, stop)) {
            anew = false;
        }
    }

    private boolean compute(Work work, LocalDays days, long now, long sequence, BooleanSupplier stop) {
        Round round = new Round(new CommittedSeconds(seconds, horizon), cache, days, now);
        Recompute recompute = new Recompute(round, refreshed, raw);
        if (!work.isEmpty() && !recompute.run(work, stop)) {
            return false;
        }
        Snapshot after = raw.with(recompute.rows().values(), recompute.bases(), sequence);
        if (!shown.follow(round, work, after, recompute.rows(), stop)) {
            return false;
        }
        raw = after;
        snapshot = shown.snapshot();
        computed = new Position(log.epoch(), sequence, days.zone().getId());
        hold(recompute);
        openDays.removeIf(day -> days.end(day) <= now);
        // One slot only: the one that is being measured, most probably.
        if (urgent || heldChanges.size() > 1) {
            save();
        }
        return true;
    }

    private void hold(Recompute round) {
        heldIntervals.putAll(round.rows());
        heldBases.putAll(round.bases());
        heldChanges.addAll(round.changed());
        for (DayBase base : round.bases().values()) {
            if (base == null) {
                continue;
            }
            if (!base.fixed()) {
                openDays.add(base.day());
            } else if (openDays.remove(base.day())) {
                urgent = true;
            }
        }
    }

    /** Makes durable what was computed. When it throws, all is still held and the next time takes it along. */
    void save() {
        if (computed.equals(committed) && heldIntervals.isEmpty() && heldBases.isEmpty() && shown.held().isEmpty()) {
            return;
        }
        while (heldIntervals.size() > MOST_ROWS) {
            // Rows ahead of their sequence do no harm: they are computed again and replaced if the rest does not follow.
            List<Interval> part = heldIntervals.values().stream().limit(MOST_ROWS).toList();
            tables.commit(part, Map.of(), Overlay.Changes.NONE, committed);
            part.forEach(interval -> heldIntervals.remove(interval.start()));
        }
        tables.commit(heldIntervals.values(), heldBases, shown.held(), computed);
        committed = computed;
        heldIntervals.clear();
        heldBases.clear();
        heldChanges.clear();
        shown.held().clear();
        urgent = false;
        acknowledgements.later(committed.sequence());
    }
}
