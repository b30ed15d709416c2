package org.opensem.aggregation.internal.jdbc;

import java.util.List;
import org.opensem.database.Migration;

/** The schema AGGREGATION, step by step. Steps only add. */
final class FigureSchema {
    static final String NAME = "AGGREGATION";

    static final List<Migration> MIGRATIONS = List.of(figures(), overlay());

    private FigureSchema() {}

    private static Migration figures() {
        return new Migration(1, 1, List.of(
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
              ZONE_ID VARCHAR(80) NOT NULL)"""));
    }

    /**
     * What is shown while there are marks (G7). A program that does not know it goes on with the figures of all seconds, which
     * are right for it, and leaves OVERLAY_SEQUENCE behind: a later one then computes the overlay anew.
     */
    private static Migration overlay() {
        return new Migration(2, 1, List.of(
            """
            CREATE TABLE MASKED_INTERVALS (SERIES INT NOT NULL, SLOT INT NOT NULL, COVERED SMALLINT NOT NULL,
              IMPORTED BIGINT NOT NULL, EXPORTED BIGINT NOT NULL, L1 BIGINT NOT NULL, L2 BIGINT NOT NULL, L3 BIGINT NOT NULL,
              PHASED BIGINT NOT NULL, BASE BIGINT NOT NULL, MIN_MW INT NOT NULL, MIN_AT SMALLINT NOT NULL,
              MAX_MW INT NOT NULL, MAX_AT SMALLINT NOT NULL, MASK VARCHAR(4000) NOT NULL, PRIMARY KEY (SERIES, SLOT))""",
            """
            CREATE TABLE MASKED_BASE_LOADS (SERIES INT NOT NULL, EPOCH_DAY INT NOT NULL, FIXED BOOLEAN NOT NULL,
              PHASED_MINUTES INT NOT NULL, TOTAL_MINUTES INT NOT NULL,
              OWN_L1 INT NOT NULL, OWN_L2 INT NOT NULL, OWN_L3 INT NOT NULL, OWN_TOTAL INT NOT NULL,
              LEVEL_L1 INT NOT NULL, LEVEL_L2 INT NOT NULL, LEVEL_L3 INT NOT NULL, LEVEL_TOTAL INT NOT NULL,
              PRIMARY KEY (SERIES, EPOCH_DAY))""",
            "ALTER TABLE FOLLOWED ADD COLUMN OVERLAY_SEQUENCE BIGINT"));
    }
}
