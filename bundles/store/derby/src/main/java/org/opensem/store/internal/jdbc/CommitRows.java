package org.opensem.store.internal.jdbc;

import static org.opensem.store.internal.jdbc.StoreSchema.HOUSE;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.opensem.store.ChangeLog;
import org.opensem.store.InvalidRanges.InvalidRange;

/** One transaction's statements. */
final class CommitRows {

    private CommitRows() {}

    static Void write(Connection connection, Commit commit, PageFiller filler) throws SQLException {
        delete(connection, commit);
        blocks(connection, commit, filler);
        packets(connection, commit);
        changes(connection, commit);
        followers(connection, commit);
        marks(connection, commit);
        HeldRows.write(connection, commit);
        progress(connection, commit);
        return null;
    }

    private static void delete(Connection connection, Commit commit) throws SQLException {
        for (long id : commit.garbage) {
            StoreTables.run(connection, "DELETE FROM HOUR_BLOCK WHERE SERIES = " + HOUSE + " AND ID = ?", id);
            StoreTables.run(connection, "DELETE FROM BLOCK_PART WHERE SERIES = " + HOUSE + " AND ID = ?", id);
        }
        for (long hour : commit.closedHours) {
            StoreTables.run(connection, "DELETE FROM PACKET WHERE SERIES = " + HOUSE + " AND EPOCH_HOUR = ?", hour);
        }
        if (commit.sweepAfter < Long.MAX_VALUE) {
            StoreTables.run(connection, "DELETE FROM CHANGE WHERE SERIES = " + HOUSE + " AND SEQUENCE > ?", commit.sweepAfter);
            StoreTables.run(connection, "DELETE FROM REMOVAL WHERE SERIES = " + HOUSE + " AND SEQUENCE > ?", commit.sweepAfter);
        }
        if (commit.pruneTo > 0) {
            StoreTables.run(connection, "DELETE FROM CHANGE WHERE SERIES = " + HOUSE + " AND SEQUENCE <= ?", commit.pruneTo);
            StoreTables.run(connection, "DELETE FROM REMOVAL WHERE SERIES = " + HOUSE + " AND SEQUENCE <= ?", commit.pruneTo);
        }
    }

    private static void blocks(Connection connection, Commit commit, PageFiller filler) throws SQLException {
        if (commit.blocks.isEmpty()) {
            return;
        }
        try (PreparedStatement hour = connection.prepareStatement(
                        "INSERT INTO HOUR_BLOCK VALUES (" + HOUSE + ", ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement part = connection.prepareStatement("INSERT INTO BLOCK_PART VALUES (" + HOUSE + ", ?, ?, ?)")) {
            for (Commit.Block block : commit.blocks) {
                hour.setLong(1, block.id());
                hour.setInt(2, block.seconds());
                hour.setInt(3, block.phased());
                hour.setInt(4, block.first());
                hour.setInt(5, block.last());
                hour.setInt(6, block.data().length);
                hour.setBytes(7, block.pyramid());
                hour.executeUpdate();
                byte[] data = block.data();
                part.setLong(1, block.id());
                int number = 0;
                for (int from = 0; from < data.length; number++) {
                    int size = filler.next(data.length - from);
                    part.setInt(2, number);
                    part.setBytes(3, Arrays.copyOfRange(data, from, from + size));
                    part.executeUpdate();
                    from += size;
                }
            }
        }
    }

    private static void packets(Connection connection, Commit commit) throws SQLException {
        for (Commit.Packet packet : commit.packets) {
            StoreTables.run(connection, "INSERT INTO PACKET VALUES (" + HOUSE + ", ?, ?)", packet.hour(), packet.data());
        }
    }

    private static void changes(Connection connection, Commit commit) throws SQLException {
        for (ChangeLog.Change change : commit.changes) {
            StoreTables.run(connection, "INSERT INTO CHANGE VALUES (" + HOUSE + ", ?, ?, ?)",
                    change.sequence(), change.from(), change.to());
            if (change.removing()) {
                StoreTables.run(connection, "INSERT INTO REMOVAL VALUES (" + HOUSE + ", ?)", change.sequence());
            }
        }
    }

    private static void followers(Connection connection, Commit commit) throws SQLException {
        for (Map.Entry<String, Long> follower : commit.followers.entrySet()) {
            StoreTables.run(connection, "DELETE FROM FOLLOWER WHERE NAME = ?", follower.getKey());
            StoreTables.run(connection, "INSERT INTO FOLLOWER VALUES (?, ?)", follower.getKey(), follower.getValue());
        }
    }

    private static void marks(Connection connection, Commit commit) throws SQLException {
        if (commit.marks == null) {
            return;
        }
        StoreTables.run(connection, "DELETE FROM INVALID_RANGE WHERE SERIES = " + HOUSE);
        StoreTables.run(connection, "DELETE FROM INVALID_RANGE_ID WHERE SERIES = " + HOUSE);
        StoreTables.run(connection, "INSERT INTO INVALID_RANGE_ID VALUES (" + HOUSE + ", ?)", commit.marks.lastId());
        for (InvalidRange mark : commit.marks.list()) {
            StoreTables.run(connection, "INSERT INTO INVALID_RANGE VALUES (" + HOUSE + ", ?, ?, ?, ?)",
                    mark.id(), mark.from(), mark.to(), mark.reason());
        }
    }

    private static void progress(Connection connection, Commit commit) throws SQLException {
        boolean changed = !commit.changes.isEmpty();
        if (changed && commit.position != null) {
            StoreTables.run(connection, "UPDATE PROGRESS SET CHANGES = ?, STREAM_EPOCH = ?, STREAM_SEQUENCE = ?",
                    commit.changes.getLast().sequence(), commit.position.epoch(), commit.position.sequence());
        } else if (changed) {
            StoreTables.run(connection, "UPDATE PROGRESS SET CHANGES = ?", commit.changes.getLast().sequence());
        } else if (commit.position != null) {
            StoreTables.run(connection, "UPDATE PROGRESS SET STREAM_EPOCH = ?, STREAM_SEQUENCE = ?",
                    commit.position.epoch(), commit.position.sequence());
        }
    }
}
