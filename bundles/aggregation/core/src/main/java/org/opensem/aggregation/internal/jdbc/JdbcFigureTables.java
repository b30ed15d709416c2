package org.opensem.aggregation.internal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.internal.BaseLevels;
import org.opensem.aggregation.internal.DayBase;
import org.opensem.aggregation.internal.FigureTables;
import org.opensem.aggregation.internal.IntervalIndex;
import org.opensem.aggregation.internal.Position;
import org.opensem.database.Database;
import org.opensem.database.Migration;
import org.opensem.database.Schema;

/** The tables of the schema AGGREGATION. Series 0 is the house. */
public final class JdbcFigureTables implements FigureTables {
    private static final int HOUSE = 0;

    private static final List<Migration> MIGRATIONS = List.of(new Migration(1, 1, List.of(
            // SLOT counts quarter-hours since 1970; MIN_AT and MAX_AT are seconds into the slot; energies are mWs, powers mW.
            """
            CREATE TABLE INTERVALS (SERIES INT NOT NULL, SLOT INT NOT NULL, COVERED SMALLINT NOT NULL,
              IMPORTED BIGINT NOT NULL, EXPORTED BIGINT NOT NULL, L1 BIGINT NOT NULL, L2 BIGINT NOT NULL, L3 BIGINT NOT NULL,
              PHASED BIGINT NOT NULL, BASE BIGINT NOT NULL, MIN_MW INT NOT NULL, MIN_AT SMALLINT NOT NULL,
              MAX_MW INT NOT NULL, MAX_AT SMALLINT NOT NULL, PRIMARY KEY (SERIES, SLOT))""",
            // EPOCH_DAY is a local date; OWN_ are the quantiles of its minutes, LEVEL_ what its seconds are split with; mW.
            """
            CREATE TABLE BASE_LOADS (SERIES INT NOT NULL, EPOCH_DAY INT NOT NULL, FIXED BOOLEAN NOT NULL,
              PHASED_MINUTES INT NOT NULL, TOTAL_MINUTES INT NOT NULL,
              OWN_L1 INT NOT NULL, OWN_L2 INT NOT NULL, OWN_L3 INT NOT NULL, OWN_TOTAL INT NOT NULL,
              LEVEL_L1 INT NOT NULL, LEVEL_L2 INT NOT NULL, LEVEL_L3 INT NOT NULL, LEVEL_TOTAL INT NOT NULL,
              PRIMARY KEY (SERIES, EPOCH_DAY))""",
            """
            CREATE TABLE FOLLOWED (SERIES INT NOT NULL PRIMARY KEY, LOG_EPOCH BIGINT NOT NULL, LOG_SEQUENCE BIGINT NOT NULL,
              ZONE_ID VARCHAR(80) NOT NULL)""")));

    private static final Table INTERVALS = new Table(
            "INTERVALS", "SLOT",
            "COVERED", "IMPORTED", "EXPORTED", "L1", "L2", "L3", "PHASED", "BASE", "MIN_MW", "MIN_AT", "MAX_MW", "MAX_AT");
    private static final Table BASE_LOADS = new Table(
            "BASE_LOADS", "EPOCH_DAY",
            "PHASED_MINUTES", "TOTAL_MINUTES", "OWN_L1", "OWN_L2", "OWN_L3", "OWN_TOTAL",
            "LEVEL_L1", "LEVEL_L2", "LEVEL_L3", "LEVEL_TOTAL", "FIXED");

    private final Schema schema;

    private JdbcFigureTables(Schema schema) {
        this.schema = schema;
    }

    public static JdbcFigureTables open(Database database) {
        return new JdbcFigureTables(database.open("AGGREGATION", MIGRATIONS));
    }

    @Override
    public Saved load() {
        return schema.read(connection -> new Saved(index(connection), bases(connection), position(connection)));
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

    private static NavigableMap<Long, DayBase> bases(Connection connection) throws SQLException {
        NavigableMap<Long, DayBase> bases = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(BASE_LOADS.select());
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

    private static Position position(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT LOG_EPOCH, LOG_SEQUENCE, ZONE_ID FROM FOLLOWED WHERE SERIES = " + HOUSE);
                ResultSet row = select.executeQuery()) {
            return row.next() ? new Position(row.getLong(1), row.getLong(2), row.getString(3)) : Position.NONE;
        }
    }

    @Override
    public void commit(Collection<Interval> intervals, Collection<DayBase> bases, Position position) {
        schema.write(connection -> {
            INTERVALS.replace(connection, intervals.stream().map(JdbcFigureTables::row).toList());
            BASE_LOADS.replace(connection, bases.stream().map(JdbcFigureTables::row).toList());
            followed(connection, position);
            return null;
        });
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
                "UPDATE FOLLOWED SET LOG_EPOCH = ?, LOG_SEQUENCE = ?, ZONE_ID = ? WHERE SERIES = " + HOUSE,
                "INSERT INTO FOLLOWED (LOG_EPOCH, LOG_SEQUENCE, ZONE_ID, SERIES) VALUES (?, ?, ?, " + HOUSE + ")")) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, position.epoch());
                statement.setLong(2, position.sequence());
                statement.setString(3, position.zone());
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
