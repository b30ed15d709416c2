package org.opensem.store.internal.jdbc;

import static org.opensem.store.internal.jdbc.StoreSchema.HOUSE;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.opensem.store.internal.HourRef;
import org.opensem.store.internal.jdbc.StoreTables.StoredHour;

/** Reads packed hours. Both tables are read in the order of their ids, side by side. */
final class HourRows {
    private static final String RANGE = " WHERE SERIES = " + HOUSE + " AND ID >= ? AND ID < ? ORDER BY SERIES, ID";

    private HourRows() {}

    /** Adds the hours with their pyramids. */
    static void pyramids(Connection connection, long fromHour, long toHour, List<StoredHour> hours) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT ID, PYRAMID FROM HOUR_BLOCK" + RANGE + " WITH UR");
                ResultSet row = range(select, fromHour, toHour)) {
            while (row.next()) {
                hours.add(new StoredHour(row.getLong(1), row.getBytes(2), List.of()));
            }
        }
    }

    /** Adds the hours with their blocks, without those whose parts are not all there: they are being removed now. */
    static void withSeconds(Connection connection, long fromHour, long toHour, List<StoredHour> hours) throws SQLException {
        String partsQuery = "SELECT ID, DATA FROM BLOCK_PART" + RANGE + ", PART WITH UR";
        try (PreparedStatement heads = connection.prepareStatement(
                        "SELECT ID, PYRAMID, DATA_BYTES FROM HOUR_BLOCK" + RANGE + " WITH UR");
                PreparedStatement parts = connection.prepareStatement(partsQuery);
                ResultSet head = range(heads, fromHour, toHour);
                ResultSet part = range(parts, fromHour, toHour)) {
            boolean more = part.next();
            while (head.next()) {
                long id = head.getLong(1);
                int size = head.getInt(3);
                List<byte[]> data = new ArrayList<>(2);
                int filled = 0;
                for (; more && part.getLong(1) <= id; more = part.next()) {
                    if (part.getLong(1) == id) {
                        byte[] bytes = part.getBytes(2);
                        data.add(bytes);
                        filled += bytes.length;
                    }
                }
                if (filled == size) {
                    hours.add(new StoredHour(id, head.getBytes(2), data));
                }
            }
        }
    }

    private static ResultSet range(PreparedStatement select, long fromHour, long toHour) throws SQLException {
        select.setLong(1, HourRef.firstId(fromHour));
        select.setLong(2, HourRef.firstId(toHour));
        return select.executeQuery();
    }
}
