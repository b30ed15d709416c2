package org.opensem.store.internal.jdbc;

import static org.opensem.store.internal.jdbc.StoreSchema.HOUSE;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was measured while nobody knew the time (T6), and how far the clock's corrections were followed. */
final class HeldRows {

    private HeldRows() {}

    static void write(Connection connection, Commit commit) throws SQLException {
        if (commit.sweepHeldAfter < Long.MAX_VALUE) {
            StoreTables.run(connection, "DELETE FROM HELD WHERE SERIES = " + HOUSE + " AND NUMBER > ?", commit.sweepHeldAfter);
        }
        if (commit.forgetHeldTo > 0) {
            StoreTables.run(connection, "DELETE FROM HELD WHERE SERIES = " + HOUSE + " AND NUMBER <= ?", commit.forgetHeldTo);
        }
        if (commit.settled != null) {
            StoreTables.run(connection, "DELETE FROM HELD WHERE SERIES = " + HOUSE + " AND TIMELINE = ? AND NUMBER <= ?",
                    commit.settled.timeline(), commit.settled.number());
        }
        for (Commit.HeldRow row : commit.held) {
            StoreTables.run(connection, "INSERT INTO HELD VALUES (" + HOUSE + ", ?, ?, ?, ?, ?, ?, ?)", row.number(),
                    row.timeline(), row.hour(), row.seconds(), row.first(), row.last(), row.data());
        }
        if (commit.move != null) {
            StoreTables.run(connection, "DELETE FROM CLOCK_MOVE WHERE SERIES = " + HOUSE);
            StoreTables.run(connection, "INSERT INTO CLOCK_MOVE VALUES (" + HOUSE + ", ?)", commit.move);
        }
    }

    /** What waits, by timeline, the oldest first. */
    static List<StoreTables.HeldLine> lines(Connection connection) throws SQLException {
        List<StoreTables.HeldLine> lines = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT TIMELINE, SUM(CAST(SECONDS AS BIGINT)), MIN(FIRST_SECOND), MAX(LAST_SECOND), MIN(NUMBER), "
                                + "MAX(NUMBER) FROM HELD WHERE SERIES = " + HOUSE + " GROUP BY TIMELINE ORDER BY 6");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                lines.add(new StoreTables.HeldLine(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)));
            }
        }
        return lines;
    }

    /** The first rows of a timeline. */
    static List<Commit.HeldRow> rows(Connection connection, long timeline, int most) throws SQLException {
        List<Commit.HeldRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT NUMBER, EPOCH_HOUR, SECONDS, FIRST_SECOND, LAST_SECOND, DATA FROM HELD WHERE SERIES = " + HOUSE
                        + " AND TIMELINE = ? ORDER BY NUMBER FETCH FIRST ? ROWS ONLY")) {
            select.setLong(1, timeline);
            select.setInt(2, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Commit.HeldRow(timeline, row.getLong(1), row.getLong(2), row.getInt(3), row.getLong(4),
                            row.getLong(5), row.getBytes(6)));
                }
            }
        }
        return rows;
    }

    /** The changes in (after, upTo] that took seconds away. */
    static Set<Long> removals(Connection connection, long after, long upTo) throws SQLException {
        Set<Long> sequences = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT SEQUENCE FROM REMOVAL WHERE SERIES = " + HOUSE + " AND SEQUENCE > ? AND SEQUENCE <= ? WITH UR")) {
            select.setLong(1, after);
            select.setLong(2, upTo);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sequences.add(row.getLong(1));
                }
            }
        }
        return sequences;
    }

    /** The last of the clock's moves that was followed; 0 if none ever was. */
    static long move(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT ID FROM CLOCK_MOVE WHERE SERIES = " + HOUSE);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
