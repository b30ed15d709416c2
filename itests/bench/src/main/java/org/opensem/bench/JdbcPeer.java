package org.opensem.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One row a second in a table of INT milliwatts, as one would write it first; the faster of two ways to ask is taken. */
final class JdbcPeer implements Peer {
    private static final String[] SERIES = {"total", "l1", "l2", "l3"};

    private final String name;
    private final Path folder;
    private final Connection connection;
    private boolean grouped;

    private JdbcPeer(String name, Path folder, String url, String... setup) throws SQLException {
        this.name = name;
        this.folder = folder;
        this.connection = DriverManager.getConnection(url);
        connection.setAutoCommit(true);
        try (Statement s = connection.createStatement()) {
            for (String sql : setup) {
                s.execute(sql);
            }
            s.execute("CREATE TABLE sample(t " + (url.contains("sqlite") ? "INTEGER" : "BIGINT")
                    + " PRIMARY KEY NOT NULL, total INTEGER, l1 INTEGER, l2 INTEGER, l3 INTEGER)");
        }
        connection.setAutoCommit(false);
    }

    static Peer derby(Path folder) throws SQLException {
        return new JdbcPeer("Derby rows", folder, "jdbc:derby:" + folder + "/db;create=true");
    }

    static Peer sqlite(Path folder) throws SQLException {
        return new JdbcPeer("SQLite rows", folder, "jdbc:sqlite:" + folder + "/db", "PRAGMA journal_mode=WAL");
    }

    static Peer h2(Path folder) throws SQLException {
        return new JdbcPeer("H2 rows", folder, "jdbc:h2:" + folder + "/db", "SET OPTIMIZE_REUSE_RESULTS 0");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void load(BenchData data) throws SQLException {
        try (PreparedStatement p = connection.prepareStatement("INSERT INTO sample VALUES (?,?,?,?,?)")) {
            for (int s = 0; s < data.seconds; s++) {
                p.setLong(1, BenchData.START + s);
                for (int i = 0; i < 4; i++) {
                    p.setInt(2 + i, data.value(i, s));
                }
                p.addBatch();
                if (s % 10_000 == 9_999) {
                    p.executeBatch();
                    connection.commit();
                }
            }
            p.executeBatch();
            connection.commit();
        }
        if (name.startsWith("SQLite")) {
            connection.setAutoCommit(true);
            try (Statement s = connection.createStatement()) {
                s.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            connection.setAutoCommit(false);
        }
        chooseFaster();
    }

    private void chooseFaster() throws SQLException {
        long[] best = {Long.MAX_VALUE, Long.MAX_VALUE};
        for (int round = 0; round < 6; round++) {
            grouped = round % 2 == 1;
            long begin = System.nanoTime();
            chart(round * 86_400, round * 86_400 + 86_400, 87);
            best[round % 2] = Math.min(best[round % 2], System.nanoTime() - begin);
        }
        grouped = best[1] < best[0];
    }

    @Override
    public double[] chart(int from, int to, int bucketSeconds) throws SQLException {
        return grouped ? grouped(from, to, bucketSeconds) : rows(from, to, bucketSeconds);
    }

    private double[] rows(int from, int to, int bucketSeconds) throws SQLException {
        ChartSink sink = new ChartSink(from, to, bucketSeconds);
        try (PreparedStatement p =
                connection.prepareStatement("SELECT t, total, l1, l2, l3 FROM sample WHERE t >= ? AND t < ?")) {
            p.setLong(1, BenchData.START + from);
            p.setLong(2, BenchData.START + to);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    sink.add((int) (r.getLong(1) - BenchData.START), r.getInt(2), r.getInt(3), r.getInt(4), r.getInt(5));
                }
            }
        }
        connection.commit();
        return sink.result();
    }

    private double[] grouped(int from, int to, int bucketSeconds) throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT b");
        for (String s : SERIES) {
            sql.append(", MIN(").append(s).append("), SUM(").append(s).append("), MAX(").append(s).append(')');
        }
        sql.append(", COUNT(*) FROM (SELECT (t - ").append(BenchData.START + from).append(") / ").append(bucketSeconds)
                .append(" AS b, CAST(total AS BIGINT) AS total, l1, l2, l3 FROM sample WHERE t >= ")
                .append(BenchData.START + from)
                .append(" AND t < ").append(BenchData.START + to).append(") AS x GROUP BY b");
        double[] out = new double[(to - from + bucketSeconds - 1) / bucketSeconds * 12];
        try (Statement s = connection.createStatement(); ResultSet r = s.executeQuery(sql.toString())) {
            while (r.next()) {
                int b = r.getInt(1);
                long n = r.getLong(14);
                for (int i = 0; i < 4; i++) {
                    out[b * 12 + i * 3] = r.getInt(2 + i * 3);
                    out[b * 12 + i * 3 + 1] = (double) r.getLong(3 + i * 3) / n;
                    out[b * 12 + i * 3 + 2] = r.getInt(4 + i * 3);
                }
            }
        }
        connection.commit();
        return out;
    }

    @Override
    public long[] scan() throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT 0");
        for (String s : SERIES) {
            sql.append(", SUM(CAST(").append(s).append(" AS BIGINT)), MIN(").append(s).append("), MAX(").append(s).append(')');
        }
        long[] out = new long[12];
        try (Statement s = connection.createStatement(); ResultSet r = s.executeQuery(sql + " FROM sample")) {
            r.next();
            for (int i = 0; i < 12; i++) {
                out[i] = r.getLong(2 + i);
            }
        }
        connection.commit();
        return out;
    }

    @Override
    public long diskBytes() throws Exception {
        return Folders.size(folder);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        if (name.startsWith("Derby")) {
            try {
                DriverManager.getConnection("jdbc:derby:" + folder + "/db;shutdown=true").close();
            } catch (SQLException closed) {
                if (!"08006".equals(closed.getSQLState())) {
                    throw closed;
                }
            }
        }
    }
}
