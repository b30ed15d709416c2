package org.opensem.database;

import java.util.List;

/**
 * One step of a schema.
 *
 * @param number from 1
 * @param lowestReader the lowest last-migration number of a program version that can still use the schema after this step
 * @param statements DDL or DML, run in order
 */
public record Migration(int number, int lowestReader, List<String> statements) {

    public Migration {
        if (number < 1 || lowestReader < 1 || lowestReader > number) {
            throw new IllegalArgumentException("Migrations count from 1, and 1 <= lowestReader <= number");
        }
        statements = List.copyOf(statements);
    }
}
