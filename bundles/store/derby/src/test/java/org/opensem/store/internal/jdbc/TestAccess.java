package org.opensem.store.internal.jdbc;

import java.util.List;
import java.util.function.Supplier;
import org.opensem.database.Database;

/** Looks into the tables behind the store's back. */
public final class TestAccess {

    private TestAccess() {}

    public static void empty(Database database) {
        database.open(StoreSchema.NAME, StoreSchema.MIGRATIONS).write(connection -> {
            for (String table : List.of("HOUR_BLOCK", "BLOCK_PART", "PACKET", "CHANGE", "FOLLOWER", "PROGRESS", "INVALID_RANGE",
                    "INVALID_RANGE_ID", "HELD", "CLOCK_MOVE", "REMOVAL")) {
                try (var statement = connection.createStatement()) {
                    statement.executeUpdate("DELETE FROM " + table);
                }
            }
            return null;
        });
    }

    /** The oldest program that may use what this one writes, by its last migration. */
    public static int lowestReader() {
        return StoreSchema.MIGRATIONS.getLast().lowestReader();
    }

    /** What a program without marks does at its start. */
    public static void openAsBeforeMarks(Database database) {
        database.open(StoreSchema.NAME, StoreSchema.MIGRATIONS.subList(0, 1));
    }

    public static long rows(Database database, String table) {
        return database.open(StoreSchema.NAME, StoreSchema.MIGRATIONS).read(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Runs work that holds one of the database's readers. */
    public static <T> T whileReading(Database database, Supplier<T> work) {
        return database.open(StoreSchema.NAME, StoreSchema.MIGRATIONS).read(connection -> work.get());
    }

    /** Changes a byte of every block part. */
    public static void damageBlocks(Database database) {
        database.open(StoreSchema.NAME, StoreSchema.MIGRATIONS).write(connection -> {
            try (var select = connection.prepareStatement("SELECT ID, PART, DATA FROM BLOCK_PART");
                    var row = select.executeQuery();
                    var update = connection.prepareStatement("UPDATE BLOCK_PART SET DATA = ? WHERE ID = ? AND PART = ?")) {
                while (row.next()) {
                    byte[] data = row.getBytes(3);
                    data[data.length / 2] ^= 4;
                    update.setBytes(1, data);
                    update.setLong(2, row.getLong(1));
                    update.setInt(3, row.getInt(2));
                    update.executeUpdate();
                }
            }
            return null;
        });
    }
}
