package org.opensem.store.internal.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opensem.metering.Position;
import org.opensem.store.ChangeLog;
import org.opensem.store.internal.Marks;

/** What one transaction writes. Filled by one thread, then handed to {@link StoreTables#commit}. */
public final class Commit {
    final List<Packet> packets = new ArrayList<>();
    final List<Long> closedHours = new ArrayList<>();
    final List<Block> blocks = new ArrayList<>();
    final List<Long> garbage = new ArrayList<>();
    final List<ChangeLog.Change> changes = new ArrayList<>();
    final Map<String, Long> followers = new LinkedHashMap<>();
    Position position;
    long pruneTo;
    long sweepAfter = Long.MAX_VALUE;
    Marks marks;
    final List<HeldRow> held = new ArrayList<>();
    long sweepHeldAfter = Long.MAX_VALUE;
    Settled settled;
    long forgetHeldTo;
    Long move;

    /** Some samples of an open hour, for the journal. */
    public Commit packet(long hour, byte[] data) {
        packets.add(new Packet(hour, data));
        return this;
    }

    /** Removes what the journal holds of an hour. */
    public Commit closeHour(long hour) {
        closedHours.add(hour);
        return this;
    }

    public Commit block(Block block) {
        blocks.add(block);
        return this;
    }

    /** Removes blocks that nobody finds any more. */
    public Commit garbage(List<Long> ids) {
        garbage.addAll(ids);
        return this;
    }

    public Commit changes(List<ChangeLog.Change> more) {
        changes.addAll(more);
        return this;
    }

    /** What followers have acknowledged. */
    public Commit followers(Map<String, Long> acknowledged) {
        followers.putAll(acknowledged);
        return this;
    }

    /** How far the stream is stored with this transaction. */
    public Commit position(Position reached) {
        position = reached;
        return this;
    }

    /** Removes the changes up to a sequence; 0 for none. */
    public Commit pruneTo(long sequence) {
        pruneTo = sequence;
        return this;
    }

    /** Removes changes after a sequence: those of a transaction that failed, and may have been stored all the same. */
    public Commit sweepChangesAfter(long sequence) {
        sweepAfter = sequence;
        return this;
    }

    /** The marks that there are from now on. */
    public Commit marks(Marks all) {
        marks = all;
        return this;
    }

    /** Samples that wait until it is known where they belong. */
    public Commit held(HeldRow row) {
        held.add(row);
        return this;
    }

    /** Removes what waits after a number: rows of a transaction that failed, and may have been stored all the same. */
    public Commit sweepHeldAfter(long number) {
        sweepHeldAfter = number;
        return this;
    }

    /** Removes what waited on a timeline up to a number: it is where it belongs with this transaction. */
    public Commit settled(long timeline, long number) {
        settled = new Settled(timeline, number);
        return this;
    }

    /** Removes what has waited too long, up to a number. */
    public Commit forgetHeldTo(long number) {
        forgetHeldTo = number;
        return this;
    }

    /** The last of the clock's moves that this store has followed. */
    public Commit move(long id) {
        move = id;
        return this;
    }

    /** The blocks that are added. */
    public List<Long> blockIds() {
        return blocks.stream().map(Block::id).toList();
    }

    /** What has been settled. */
    record Settled(long timeline, long number) {}

    /**
     * Samples that wait.
     *
     * @param timeline which stamped them
     * @param number grows with every row
     * @param hour of their stamps
     * @param first epoch second of the first of them, as stamped
     * @param last likewise
     */
    public record HeldRow(long timeline, long number, long hour, int seconds, long first, long last, byte[] data) {}

    /** A row of the journal. */
    record Packet(long hour, byte[] data) {}

    /** An hour, packed. */
    public record Block(long id, int seconds, int phased, int first, int last, byte[] pyramid, byte[] data) {}
}
