package org.opensem.store.internal.jdbc;

import static org.opensem.store.internal.jdbc.StoreSchema.HOUSE;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.opensem.database.Database;
import org.opensem.database.DatabaseException;
import org.opensem.database.Schema;
import org.opensem.metering.Position;
import org.opensem.store.ChangeLog;
import org.opensem.store.InvalidRanges.InvalidRange;
import org.opensem.store.StoreException;
import org.opensem.store.internal.HourRef;
import org.opensem.store.internal.Marks;

/**
 * The store's tables. Readers use isolation UR: they ask only for blocks that the directory names, which are committed and
 * never changed, so that nothing uncommitted can reach them and no lock can stop them.
 */
public final class StoreTables {
    private final Database database;
    private final Schema schema;
    private final PageFiller filler = new PageFiller();

    public StoreTables(Database database) {
        this.database = database;
        schema = database.open(StoreSchema.NAME, StoreSchema.MIGRATIONS);
        boolean fresh = schema.read(connection -> {
            try (PreparedStatement count = connection.prepareStatement("SELECT COUNT(*) FROM PROGRESS");
                    ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1) == 0;
            }
        });
        if (fresh) {
            schema.write(connection -> run(connection, "INSERT INTO PROGRESS VALUES (?, 0, ?, ?)",
                    UUID.randomUUID().getMostSignificantBits() >>> 1, Position.START.epoch(), Position.START.sequence()));
        }
    }

    /** The folder of the database's files. */
    public Path folder() {
        return database.folder();
    }

    /** What there is, without the seconds themselves. */
    public Contents contents() {
        return schema.read(connection -> new Contents(
                hours(connection), journal(connection), followers(connection), progress(connection), marks(connection),
                HeldRows.lines(connection), HeldRows.move(connection)));
    }

    private static List<HourRef> hours(Connection connection) throws SQLException {
        List<HourRef> hours = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT ID, SECONDS, FIRST_SECOND, LAST_SECOND FROM HOUR_BLOCK WHERE SERIES = " + HOUSE + " ORDER BY ID");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long id = row.getLong(1);
                hours.add(new HourRef(HourRef.hourOf(id), id, row.getInt(2), row.getInt(3), row.getInt(4), null));
            }
        }
        return hours;
    }

    private static List<JournalRow> journal(Connection connection) throws SQLException {
        List<JournalRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT EPOCH_HOUR, DATA FROM PACKET WHERE SERIES = " + HOUSE);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(new JournalRow(row.getLong(1), row.getBytes(2)));
            }
        }
        return rows;
    }

    private static Map<String, Long> followers(Connection connection) throws SQLException {
        Map<String, Long> followers = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT NAME, SEQUENCE FROM FOLLOWER");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                followers.put(row.getString(1), row.getLong(2));
            }
        }
        return followers;
    }

    private static Progress progress(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT P.LOG_EPOCH, P.CHANGES, P.STREAM_EPOCH, P.STREAM_SEQUENCE,"
                                + " (SELECT MIN(SEQUENCE) FROM CHANGE WHERE SERIES = " + HOUSE + ") FROM PROGRESS P");
                ResultSet row = select.executeQuery()) {
            row.next();
            long changes = row.getLong(2);
            long oldest = row.getLong(5);
            return new Progress(row.getLong(1), changes, row.wasNull() ? changes + 1 : oldest,
                    new Position(row.getLong(3), row.getLong(4)));
        }
    }

    private static Marks marks(Connection connection) throws SQLException {
        List<InvalidRange> marks = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT ID, FROM_SECOND, TO_SECOND, REASON FROM INVALID_RANGE WHERE SERIES = " + HOUSE);
                PreparedStatement last = connection.prepareStatement(
                        "SELECT LAST_ID FROM INVALID_RANGE_ID WHERE SERIES = " + HOUSE);
                ResultSet row = select.executeQuery();
                ResultSet id = last.executeQuery()) {
            while (row.next()) {
                marks.add(new InvalidRange(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4)));
            }
            return new Marks(marks, id.next() ? id.getLong(1) : 0);
        }
    }

    /** The packed hours of some spans, every version that is there. */
    public List<StoredHour> hours(List<Span> spans) {
        return read(connection -> select(connection, spans));
    }

    /**
     * The same, if nobody else has begun with it when a connection is free; otherwise null.
     *
     * @param begun set by whoever begins first
     */
    public List<StoredHour> hoursUnlessBegun(List<Span> spans, AtomicBoolean begun) {
        return read(connection -> begun.getAndSet(true) ? null : select(connection, spans));
    }

    private static List<StoredHour> select(Connection connection, List<Span> spans) throws SQLException {
        List<StoredHour> hours = new ArrayList<>();
        for (Span span : spans) {
            if (span.withSeconds()) {
                HourRows.withSeconds(connection, span.from(), span.to(), hours);
            } else {
                HourRows.pyramids(connection, span.from(), span.to(), hours);
            }
        }
        return hours;
    }

    /** The first samples that wait on a timeline. */
    public List<Commit.HeldRow> held(long timeline, int most) {
        return read(connection -> HeldRows.rows(connection, timeline, most));
    }

    /** Changes in (after, upTo] that begin before a second, oldest first. */
    public List<ChangeLog.Change> changes(long after, long upTo, long before, int most) {
        return read(connection -> {
            List<ChangeLog.Change> changes = new ArrayList<>();
            // There hardly ever is one; a join would have every reader sort.
            Set<Long> removals = HeldRows.removals(connection, after, upTo);
            try (PreparedStatement select = connection.prepareStatement("SELECT SEQUENCE, FROM_SECOND, TO_SECOND FROM CHANGE"
                    + " WHERE SERIES = " + HOUSE + " AND SEQUENCE > ? AND SEQUENCE <= ? AND FROM_SECOND < ?"
                    + " ORDER BY SERIES, SEQUENCE"
                    + " FETCH FIRST ? ROWS ONLY WITH UR")) {
                select.setLong(1, after);
                select.setLong(2, upTo);
                select.setLong(3, before);
                select.setInt(4, most);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        changes.add(new ChangeLog.Change(row.getLong(1), row.getLong(2), row.getLong(3),
                                removals.contains(row.getLong(1))));
                    }
                }
            }
            return changes;
        });
    }

    /**
     * Writes everything in one transaction, durable when this returns.
     *
     * @throws StoreException if nothing was written
     */
    public void commit(Commit commit) {
        try {
            schema.write(connection -> CommitRows.write(connection, commit, filler));
        } catch (DatabaseException e) {
            filler.forget();
            throw new StoreException(e.getMessage(), e);
        }
    }

    private <T> T read(Schema.Work<T> work) {
        try {
            return schema.read(work);
        } catch (DatabaseException e) {
            throw new StoreException(e.getMessage(), e);
        }
    }

    static Void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
        return null;
    }

    /** What the tables hold at the start. */
    public record Contents(
            List<HourRef> hours, List<JournalRow> journal, Map<String, Long> followers, Progress progress, Marks marks,
            List<HeldLine> held, long move) {}

    /**
     * What waits on a timeline.
     *
     * @param seconds how many
     * @param first epoch second of the first, as stamped
     * @param last likewise
     * @param firstNumber of its rows
     * @param lastNumber likewise
     */
    public record HeldLine(long timeline, long seconds, long first, long last, long firstNumber, long lastNumber) {

        /** What is left of it from a row on; how many seconds that are is told by the rows, which are all about as long. */
        public HeldLine from(long number) {
            if (number <= firstNumber) {
                return this;
            }
            long rows = lastNumber - firstNumber + 1;
            return new HeldLine(timeline, seconds * (lastNumber - number + 1) / rows, first, last, number, lastNumber);
        }

        /** With more of it. */
        public HeldLine with(Commit.HeldRow row) {
            return new HeldLine(timeline, seconds + row.seconds(), Math.min(first, row.first()), Math.max(last, row.last()),
                    Math.min(firstNumber, row.number()), Math.max(lastNumber, row.number()));
        }
    }

    /** Samples of an hour that is not packed yet. */
    public record JournalRow(long hour, byte[] data) {}

    /**
     * @param changes sequence of the last change
     * @param oldestChange sequence of the oldest change that is kept
     * @param position how far the stream is stored
     */
    public record Progress(long logEpoch, long changes, long oldestChange, Position position) {}

    /** The hours [from, to), with their blocks or with the pyramids alone. */
    public record Span(long from, long to, boolean withSeconds) {}

    /** A packed hour; its block is in parts that follow one another, in none where only the pyramid was asked for. */
    public record StoredHour(long id, byte[] pyramid, List<byte[]> parts) {}
}
