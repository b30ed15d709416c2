package org.opensem.store.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.opensem.metering.Position;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;
import org.opensem.store.internal.codec.HourImage;
import org.opensem.store.internal.codec.PacketCodec;
import org.opensem.store.internal.jdbc.Commit;
import org.opensem.time.TimeHistory;
import org.opensem.time.TimeHistory.Stamp;
import org.opensem.time.TimeHistory.Timeline;

/**
 * Takes the live stream. What has come is in the open hours at once, where readers see it; it is stored every ten seconds as a
 * packet in the journal, and as a block when its hour is over. A stream that comes in large batches, a replay, is stored in
 * larger heaps. The writer's lock guards it.
 */
final class StreamWriter {
    private static final int PACKET_SECONDS = 10;
    /** A batch of this many samples is nobody's live meter. */
    private static final int FAST_BATCH = 60;
    private static final int FAST_HEAP = 24 * HourImage.SECONDS;
    private static final long FAST_NANOS = 1_000_000_000L;
    /** A little longer than a packet, so that a steady stream is never stored between two packets. */
    private static final long QUIET_NANOS = 12_000_000_000L;
    /** The year 3110: whoever stamps later seconds has no clock. */
    static final long MOST_HOUR = 10_000_000;

    private final Committer committer;
    private final Packer packer;
    private final Supplier<HourLoader> loaders;
    private final TreeMap<Long, OpenHour> open;
    private final Held held;
    private OpenHour current;
    private Position applied;
    private volatile Position committed;
    private int pending;
    private int firstPending;
    private long pendingSince;
    private boolean fast;
    private boolean due;
    private volatile long skipped;

    StreamWriter(
            Committer committer, Packer packer, Supplier<HourLoader> loaders, Recovery recovery, Held held) {
        this.committer = committer;
        this.packer = packer;
        this.loaders = loaders;
        this.open = recovery.openHours();
        this.held = held;
        this.applied = recovery.position();
        this.committed = applied;
    }

    Position committed() {
        return committed;
    }

    long skipped() {
        return skipped;
    }

    OpenHour open(long hour) {
        return open.get(hour);
    }

    /** Counts seconds that were not taken because they are stored already. */
    void skip(long count) {
        skipped += count;
    }

    /** An hour was stored as a block by somebody else, with all of its seconds; null if none is left. */
    void replaced(long hour, HourRef ref) {
        OpenHour opened = open.get(hour);
        if (opened != null && ref != null) {
            opened.inBlock(ref.open());
        } else if (opened != null) {
            open.remove(hour);
            current = current == opened ? null : current;
        }
    }

    /**
     * Takes a batch, of which a part or all may have come before in a call that failed.
     *
     * @param known what the clock that stamped them knows of itself
     */
    void accept(SampleBatch batch, TimeHistory known) {
        int size = batch.samples().size();
        for (int i = 0; i < size; i++) {
            Position position = batch.position(i);
            if (position.epoch() != applied.epoch() || position.sequence() > applied.sequence()) {
                due |= apply(batch.samples().get(i), batch.timeline(i), known);
                applied = position;
            }
        }
        fast = size >= FAST_BATCH;
        if (fast) {
            due = pending >= FAST_HEAP || pending > 0 && System.nanoTime() - pendingSince >= FAST_NANOS;
        }
        if (due || pending >= FAST_HEAP) {
            // Stays due when this throws: the same batch comes again, and then nothing of it is new.
            commit();
        }
    }

    /** Stores what has come, if anything has. */
    void storePending() {
        if (pending > 0) {
            commit();
        }
    }

    /** Stores what waits too long for company. */
    void storeIfDue() {
        if (pending > 0 && System.nanoTime() - pendingSince >= (fast ? FAST_NANOS : QUIET_NANOS)) {
            commit();
        }
    }

    /** Puts a sample where it belongs, or where it waits until that is known; answers whether a packet is complete. */
    private boolean apply(Sample stamped, long timeline, TimeHistory known) {
        if (timeline == Stamp.OWN_TIME) {
            return apply(stamped);
        }
        Timeline line = known.timeline(timeline).orElse(null);
        boolean waits = line == null ? timeline < 0 : !line.trusted();
        if (waits) {
            pendingSince = pending++ == 0 ? System.nanoTime() : pendingSince;
            return held.add(timeline, stamped);
        }
        return apply(line == null ? stamped : stamped.at(Math.max(0, stamped.epochSecond() + line.shiftSeconds())));
    }

    /** Adds a sample to its open hour; answers whether a packet is complete. */
    private boolean apply(Sample sample) {
        long hour = sample.epochSecond() / HourImage.SECONDS;
        int second = (int) (sample.epochSecond() % HourImage.SECONDS);
        if (hour > MOST_HOUR) {
            skipped++;
            return false;
        }
        boolean otherHour = current == null || current.image().hour() != hour;
        if (otherHour) {
            current = open(hour) == null ? begin(hour) : open(hour);
        }
        if (current.image().has(second)) {
            skipped++;
            return false;
        }
        current.add(second, sample.totalMilliwatts(), sample.l1Milliwatts(), sample.l2Milliwatts(), sample.l3Milliwatts());
        if (pending++ == 0) {
            pendingSince = System.nanoTime();
            firstPending = second / PACKET_SECONDS;
        }
        return otherHour && open.size() > 1 || second % PACKET_SECONDS == PACKET_SECONDS - 1
                || second / PACKET_SECONDS != firstPending;
    }

    private OpenHour begin(long hour) {
        HourImage image = new HourImage(hour);
        HourRef stored = committer.directory().get(hour);
        if (stored != null) {
            HourLoader loader = loaders.get();
            loader.fetch(hour, hour + 1, true);
            HourImage seconds = loader.seconds(stored);
            if (seconds != null) {
                image.copyFrom(seconds);
            }
        }
        OpenHour begun = new OpenHour(image, false);
        open.put(hour, begun);
        committer.show(stored == null
                ? new HourRef(hour, 0, 0, -1, -1, image)
                : new HourRef(hour, stored.id(), stored.seconds(), stored.first(), stored.last(), image));
        return begun;
    }

    /** Stores everything that came and every acknowledgement, and packs the hours that are over. */
    void commit() {
        Commit commit = new Commit();
        Touched touched = new Touched();
        Map<Long, HourRef> replaced = new HashMap<>();
        for (OpenHour hour : open.values()) {
            long start = hour.image().hour() * HourImage.SECONDS;
            int[] seconds = hour.pending();
            for (int second : seconds) {
                touched.add(start + second);
            }
            if (hour != current && current != null || hour.image().count() == HourImage.SECONDS) {
                HourRef ref = close(hour, commit);
                replaced.put(ref.hour(), ref);
            } else {
                journal(hour, seconds, commit);
            }
        }
        if (replaced.isEmpty() && touched.isEmpty() && applied.equals(committed) && !committer.hasUnsaved()) {
            return;
        }
        held.write(commit);
        committer.commit(commit.position(applied.equals(committed) ? null : applied), replaced, touched);
        held.committed();
        committed = applied;
        pending = 0;
        due = false;
        open.keySet().removeAll(replaced.keySet());
        open.values().stream().filter(OpenHour::hasPending).forEach(OpenHour::inJournal);
        current = current == null ? null : open.get(current.image().hour());
    }

    private HourRef close(OpenHour hour, Commit commit) {
        HourRef ref = committer.directory().get(hour.image().hour());
        if (!hour.hasPending() && !hour.journaled()) {
            return ref.closed();
        }
        Commit.Block block = packer.pack(hour.image(), ref.nextId());
        commit.block(block);
        if (hour.journaled()) {
            commit.closeHour(ref.hour());
        }
        return new HourRef(ref.hour(), block.id(), block.seconds(), block.first(), block.last(), null);
    }

    private static void journal(OpenHour hour, int[] seconds, Commit commit) {
        for (int from = 0; from < seconds.length; from += PacketCodec.MOST) {
            int to = Math.min(seconds.length, from + PacketCodec.MOST);
            commit.packet(hour.image().hour(), PacketCodec.encode(hour.image(), seconds, from, to));
        }
    }
}
