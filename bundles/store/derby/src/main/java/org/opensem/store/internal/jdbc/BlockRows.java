package org.opensem.store.internal.jdbc;

import static org.opensem.store.internal.jdbc.StoreSchema.HOUSE;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opensem.store.internal.HourRef;
import org.opensem.store.internal.jdbc.StoreTables.StoredHour;

/** Puts the parts of blocks together again. */
final class BlockRows {

    private BlockRows() {}

    /** The same hours with their seconds. Both tables are read in the order of their ids. */
    static List<StoredHour> join(Connection connection, List<StoredHour> hours, long fromHour, long toHour) throws SQLException {
        List<StoredHour> joined = new ArrayList<>(hours.size());
        try (PreparedStatement select = connection.prepareStatement("SELECT ID, DATA FROM BLOCK_PART WHERE SERIES = " + HOUSE
                + " AND ID >= ? AND ID < ? ORDER BY SERIES, ID, PART WITH UR")) {
            select.setLong(1, HourRef.firstId(fromHour));
            select.setLong(2, HourRef.firstId(toHour));
            try (ResultSet row = select.executeQuery()) {
                boolean more = row.next();
                for (StoredHour hour : hours) {
                    byte[] data = null;
                    while (more && row.getLong(1) <= hour.id()) {
                        if (row.getLong(1) == hour.id()) {
                            data = append(data, row.getBytes(2));
                        }
                        more = row.next();
                    }
                    joined.add(new StoredHour(hour.id(), hour.pyramid(), data));
                }
            }
        }
        return joined;
    }

    private static byte[] append(byte[] head, byte[] tail) {
        if (head == null) {
            return tail;
        }
        byte[] both = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, both, head.length, tail.length);
        return both;
    }
}
