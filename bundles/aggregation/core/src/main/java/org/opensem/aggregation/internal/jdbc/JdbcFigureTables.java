package org.opensem.aggregation.internal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.internal.BaseLevels;
import org.opensem.aggregation.internal.DayBase;
import org.opensem.aggregation.internal.FigureTables;
import org.opensem.aggregation.internal.IntervalIndex;
import org.opensem.aggregation.internal.MaskedInterval;
import org.opensem.aggregation.internal.Overlay;
import org.opensem.aggregation.internal.Position;
import org.opensem.database.Database;
import org.opensem.database.Schema;

/** The tables of the schema AGGREGATION. Series 0 is the house. */
public final class JdbcFigureTables implements FigureTables {
    private static final int HOUSE = 0;

    private static final String[] FIGURES = {
        "COVERED", "IMPORTED", "EXPORTED", "L1", "L2", "L3", "PHASED", "BASE", "MIN_MW", "MIN_AT", "MAX_MW", "MAX_AT"
    };
    private static final String[] BASES = {
        "PHASED_MINUTES", "TOTAL_MINUTES", "OWN_L1", "OWN_L2", "OWN_L3", "OWN_TOTAL",
        "LEVEL_L1", "LEVEL_L2", "LEVEL_L3", "LEVEL_TOTAL", "FIXED"
    };
    private static final Table INTERVALS = new Table("INTERVALS", "SLOT", FIGURES);
    private static final Table MASKED_INTERVALS = new Table("MASKED_INTERVALS", "SLOT", with(FIGURES, "MASK"));
    private static final Table BASE_LOADS = new Table("BASE_LOADS", "EPOCH_DAY", BASES);
    private static final Table MASKED_BASE_LOADS = new Table("MASKED_BASE_LOADS", "EPOCH_DAY", BASES);

    private static String[] with(String[] columns, String further) {
        String[] all = Arrays.copyOf(columns, columns.length + 1);
        all[columns.length] = further;
        return all;
    }

    private final Schema schema;

    private JdbcFigureTables(Schema schema) {
        this.schema = schema;
    }

    public static JdbcFigureTables open(Database database) {
        return new JdbcFigureTables(database.open(FigureSchema.NAME, FigureSchema.MIGRATIONS));
    }

    @Override
    public Saved load() {
        return schema.read(connection -> {
            Overlay overlay = new Overlay(masked(connection), bases(connection, MASKED_BASE_LOADS));
            IntervalIndex index = index(connection);
            NavigableMap<Long, DayBase> bases = bases(connection, BASE_LOADS);
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT LOG_EPOCH, LOG_SEQUENCE, ZONE_ID, OVERLAY_SEQUENCE FROM FOLLOWED WHERE SERIES = " + HOUSE);
                    ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return new Saved(index, bases, overlay, true, Position.NONE);
                }
                Position position = new Position(row.getLong(1), row.getLong(2), row.getString(3));
                boolean follows = row.getLong(4) == position.sequence() && !row.wasNull();
                return new Saved(index, bases, overlay, follows, position);
            }
        });
    }

    private static IntervalIndex index(Connection connection) throws SQLException {
        IntervalIndex.Builder builder = new IntervalIndex.Builder(IntervalIndex.EMPTY);
        try (PreparedStatement select = connection.prepareStatement(INTERVALS.select());
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                builder.put(interval(row));
            }
        }
        return builder.build();
    }

    private static Interval interval(ResultSet row) throws SQLException {
        long start = row.getLong(1) * Interval.SECONDS;
        Energy energy = new Energy(
                row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9));
        Extreme min = new Extreme(row.getInt(10), start + row.getInt(11));
        Extreme max = new Extreme(row.getInt(12), start + row.getInt(13));
        return new Interval(start, new Figures(row.getInt(2), energy, min, max));
    }

    private static NavigableMap<Long, MaskedInterval> masked(Connection connection) throws SQLException {
        NavigableMap<Long, MaskedInterval> masked = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(MASKED_INTERVALS.select());
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Interval interval = interval(row);
                masked.put(interval.start(), new MaskedInterval(row.getString(14), interval));
            }
        }
        return masked;
    }

    private static NavigableMap<Long, DayBase> bases(Connection connection, Table table) throws SQLException {
        NavigableMap<Long, DayBase> bases = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(table.select());
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long day = row.getLong(1);
                BaseLevels own = new BaseLevels(row.getInt(4), row.getInt(5), row.getInt(6), row.getInt(7));
                BaseLevels levels = new BaseLevels(row.getInt(8), row.getInt(9), row.getInt(10), row.getInt(11));
                bases.put(day, new DayBase(day, row.getBoolean(12), row.getInt(2), row.getInt(3), own, levels));
            }
        }
        return bases;
    }

    @Override
    public void commit(Collection<Interval> intervals, Map<Long, DayBase> bases, Overlay.Changes overlay, Position position) {
        schema.write(connection -> {
            INTERVALS.change(connection, byStart(intervals), slot -> slot / Interval.SECONDS, JdbcFigureTables::row);
            BASE_LOADS.change(connection, bases, day -> day, JdbcFigureTables::row);
            MASKED_INTERVALS.change(connection, overlay.intervals(), slot -> slot / Interval.SECONDS, JdbcFigureTables::row);
            MASKED_BASE_LOADS.change(connection, overlay.bases(), day -> day, JdbcFigureTables::row);
            followed(connection, position);
            return null;
        });
    }

    /** One without coverage is to go. */
    private static Map<Long, Interval> byStart(Collection<Interval> intervals) {
        Map<Long, Interval> rows = new TreeMap<>();
        intervals.forEach(interval -> rows.put(interval.start(), interval.figures().coveredSeconds() == 0 ? null : interval));
        return rows;
    }

    private static Object[] row(MaskedInterval masked) {
        Object[] figures = row(masked.interval());
        Object[] row = Arrays.copyOf(figures, figures.length + 1);
        row[figures.length] = figures[figures.length - 1];
        row[figures.length - 1] = masked.mask();
        return row;
    }

    private static Object[] row(Interval interval) {
        Figures f = interval.figures();
        Energy e = f.energy();
        return new Object[] {
            f.coveredSeconds(), e.imported(), e.exported(), e.l1(), e.l2(), e.l3(), e.phased(), e.base(),
            f.min().milliwatts(), f.min().epochSecond() - interval.start(),
            f.max().milliwatts(), f.max().epochSecond() - interval.start(),
            interval.start() / Interval.SECONDS
        };
    }

    private static Object[] row(DayBase b) {
        return new Object[] {
            b.phasedMinutes(), b.totalMinutes(), b.own().l1(), b.own().l2(), b.own().l3(), b.own().total(),
            b.levels().l1(), b.levels().l2(), b.levels().l3(), b.levels().total(), b.fixed(), b.day()
        };
    }

    private static void followed(Connection connection, Position position) throws SQLException {
        for (String sql : List.of(
                "UPDATE FOLLOWED SET LOG_EPOCH = ?, LOG_SEQUENCE = ?, ZONE_ID = ?, OVERLAY_SEQUENCE = ? WHERE SERIES = " + HOUSE,
                "INSERT INTO FOLLOWED (LOG_EPOCH, LOG_SEQUENCE, ZONE_ID, OVERLAY_SEQUENCE, SERIES) VALUES (?, ?, ?, ?, " + HOUSE
                        + ")")) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, position.epoch());
                statement.setLong(2, position.sequence());
                statement.setString(3, position.zone());
                statement.setLong(4, position.sequence());
                if (statement.executeUpdate() == 1) {
                    return;
                }
            }
        }
    }

    /** A table of the house's rows by a key; the statements take the values and then the key. */
    private record Table(String name, String key, List<String> columns) {

        Table(String name, String key, String... columns) {
            this(name, key, List.of(columns));
        }

        String select() {
            return "SELECT " + key + ", " + String.join(", ", columns) + " FROM " + name + " WHERE SERIES = " + HOUSE
                    + " ORDER BY " + key;
        }

        private String update() {
            return "UPDATE " + name + " SET " + String.join(" = ?, ", columns) + " = ? WHERE SERIES = " + HOUSE + " AND " + key
                    + " = ?";
        }

        private String insert() {
            return "INSERT INTO " + name + " (" + String.join(", ", columns) + ", " + key + ", SERIES) VALUES ("
                    + "?, ".repeat(columns.size() + 1) + HOUSE + ")";
        }

        void replace(Connection connection, List<Object[]> rows) throws SQLException {
            List<Object[]> missing = new ArrayList<>();
            int[] counts = batch(connection, update(), rows);
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) {
                    missing.add(rows.get(i));
                }
            }
            batch(connection, insert(), missing);
        }

        /** Replaces rows, and removes those whose value is null. */
        <T> void change(Connection connection, Map<Long, T> changes, LongUnaryOperator keys, Function<T, Object[]> row)
                throws SQLException {
            List<Object[]> gone = new ArrayList<>();
            List<Object[]> rows = new ArrayList<>();
            changes.forEach((at, value) -> {
                if (value == null) {
                    gone.add(new Object[] {keys.applyAsLong(at)});
                } else {
                    rows.add(row.apply(value));
                }
            });
            batch(connection, "DELETE FROM " + name + " WHERE SERIES = " + HOUSE + " AND " + key + " = ?", gone);
            replace(connection, rows);
        }

        private static int[] batch(Connection connection, String sql, List<Object[]> rows) throws SQLException {
            if (rows.isEmpty()) {
                return new int[0];
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        statement.setObject(i + 1, row[i]);
                    }
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        }
    }
}
