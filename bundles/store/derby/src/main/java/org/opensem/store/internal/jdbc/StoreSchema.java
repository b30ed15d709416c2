package org.opensem.store.internal.jdbc;

import java.util.List;
import org.opensem.database.Migration;

/** The schema STORE, step by step. Steps only add. */
final class StoreSchema {
    static final String NAME = "STORE";

    /** The only series for now: the house at its grid connection. */
    static final int HOUSE = 0;

    static final List<Migration> MIGRATIONS = List.of(seconds(), marks(), corrections());

    private StoreSchema() {}

    private static Migration seconds() {
        return new Migration(1, 1, List.of(
                // No room is kept for rows that grow: none ever does. Both settings hold for what is created after them.
                set("derby.storage.pageReservedSpace", "'0'"),
                set("derby.storage.pageSize", "'32768'"),
                """
                CREATE TABLE HOUR_BLOCK (
                    SERIES SMALLINT NOT NULL, ID BIGINT NOT NULL,
                    SECONDS SMALLINT NOT NULL, PHASED SMALLINT NOT NULL,
                    FIRST_SECOND SMALLINT NOT NULL, LAST_SECOND SMALLINT NOT NULL, DATA_BYTES INT NOT NULL,
                    PYRAMID VARCHAR(32000) FOR BIT DATA NOT NULL)""",
                """
                CREATE TABLE BLOCK_PART (
                    SERIES SMALLINT NOT NULL, ID BIGINT NOT NULL, PART SMALLINT NOT NULL,
                    DATA VARCHAR(32672) FOR BIT DATA NOT NULL)""",
                set("derby.storage.pageSize", "'4096'"),
                // Without an index: it holds an hour's rows at most, and what is written every ten seconds should be little.
                "CREATE TABLE PACKET ("
                        + "SERIES SMALLINT NOT NULL, EPOCH_HOUR INT NOT NULL, DATA VARCHAR(32672) FOR BIT DATA NOT NULL)",
                """
                CREATE TABLE CHANGE (
                    SERIES SMALLINT NOT NULL, SEQUENCE BIGINT NOT NULL,
                    FROM_SECOND BIGINT NOT NULL, TO_SECOND BIGINT NOT NULL)""",
                "CREATE TABLE FOLLOWER (NAME VARCHAR(200) NOT NULL, SEQUENCE BIGINT NOT NULL)",
                """
                CREATE TABLE PROGRESS (
                    LOG_EPOCH BIGINT NOT NULL, CHANGES BIGINT NOT NULL,
                    STREAM_EPOCH BIGINT NOT NULL, STREAM_SEQUENCE BIGINT NOT NULL)""",
                "ALTER TABLE HOUR_BLOCK ADD CONSTRAINT HOUR_BLOCK_KEY PRIMARY KEY (SERIES, ID)",
                "ALTER TABLE BLOCK_PART ADD CONSTRAINT BLOCK_PART_KEY PRIMARY KEY (SERIES, ID, PART)",
                "ALTER TABLE CHANGE ADD CONSTRAINT CHANGE_KEY PRIMARY KEY (SERIES, SEQUENCE)",
                "ALTER TABLE FOLLOWER ADD CONSTRAINT FOLLOWER_KEY PRIMARY KEY (NAME)",
                set("derby.storage.pageSize", "NULL"),
                set("derby.storage.pageReservedSpace", "NULL")));
    }

    /**
     * Marks (G7). A program that does not know them reads and writes the same seconds as ever and shows them all; it neither
     * loses nor changes a mark. So it may use the schema, and an update with this step can be rolled back.
     */
    private static Migration marks() {
        return new Migration(2, 1, List.of(
                """
                CREATE TABLE INVALID_RANGE (
                    SERIES SMALLINT NOT NULL, ID BIGINT NOT NULL, FROM_SECOND BIGINT NOT NULL, TO_SECOND BIGINT NOT NULL,
                    REASON VARCHAR(200) NOT NULL, PRIMARY KEY (SERIES, ID))""",
                // One row: the last id that was given, because none is ever given again.
                "CREATE TABLE INVALID_RANGE_ID (SERIES SMALLINT NOT NULL PRIMARY KEY, LAST_ID BIGINT NOT NULL)"));
    }

    /**
     * The clock's corrections (T6). A program that does not know them leaves what waits where it is, and takes a removal for any
     * other change. So it may use the schema, and an update with this step can be rolled back.
     */
    private static Migration corrections() {
        return new Migration(3, 1, List.of(
                set("derby.storage.pageSize", "'4096'"),
                """
                CREATE TABLE HELD (
                    SERIES SMALLINT NOT NULL, NUMBER BIGINT NOT NULL, TIMELINE BIGINT NOT NULL, EPOCH_HOUR BIGINT NOT NULL,
                    SECONDS SMALLINT NOT NULL, FIRST_SECOND BIGINT NOT NULL, LAST_SECOND BIGINT NOT NULL,
                    DATA VARCHAR(2000) FOR BIT DATA NOT NULL, PRIMARY KEY (SERIES, NUMBER))""",
                set("derby.storage.pageSize", "NULL"),
                // One row: the last move.
                "CREATE TABLE CLOCK_MOVE (SERIES SMALLINT NOT NULL PRIMARY KEY, ID BIGINT NOT NULL)",
                // Of which changes seconds were taken away.
                "CREATE TABLE REMOVAL (SERIES SMALLINT NOT NULL, SEQUENCE BIGINT NOT NULL, PRIMARY KEY (SERIES, SEQUENCE))"));
    }

    private static String set(String property, String value) {
        return "CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('" + property + "', " + value + ")";
    }
}
