package org.opensem.database.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.opensem.database.DatabaseException;
import org.opensem.database.Migration;

/** The versions of the domains' schemas: which migrations they had, and how old a program may be that still reads them. */
final class Versions {
    static final List<String> TABLES = List.of(
            "CREATE SCHEMA OPENSEM",
            "CREATE TABLE OPENSEM.SCHEMA_VERSION (NAME VARCHAR(32) NOT NULL PRIMARY KEY, NUMBER INTEGER NOT NULL, "
                    + "LOWEST_READER INTEGER NOT NULL)");

    private final Path folder;

    Versions(Path folder) {
        this.folder = folder;
    }

    /** A schema's state; number 0 where it does not exist yet. */
    record Version(int number, int lowestReader) {}

    Version read(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT NUMBER, LOWEST_READER FROM OPENSEM.SCHEMA_VERSION WHERE NAME = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Version(row.getInt(1), row.getInt(2)) : new Version(0, 0);
            }
        }
    }

    /** @throws SchemaTooNewException if a program with these migrations must not touch the schema */
    void check(String name, Version version, int last) {
        if (version.lowestReader > last) {
            throw new SchemaTooNewException("The data in " + folder + " was written by a newer openSEM (" + name + " version "
                    + version.number + ", readable from version " + version.lowestReader + "; this program has version " + last
                    + "): install the newer openSEM again, or use another data folder");
        }
    }

    /** One step, in the caller's transaction. */
    void apply(Connection connection, String name, Migration migration) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (migration.number() == 1) {
                statement.execute("CREATE SCHEMA " + name);
            }
            statement.execute("SET SCHEMA " + name);
            for (String sql : migration.statements()) {
                statement.execute(sql);
            }
        }
        String change = migration.number() == 1
                ? "INSERT INTO OPENSEM.SCHEMA_VERSION (NUMBER, LOWEST_READER, NAME) VALUES (?, ?, ?)"
                : "UPDATE OPENSEM.SCHEMA_VERSION SET NUMBER = ?, LOWEST_READER = ? WHERE NAME = ?";
        try (PreparedStatement store = connection.prepareStatement(change)) {
            store.setInt(1, migration.number());
            store.setInt(2, migration.lowestReader());
            store.setString(3, name);
            store.executeUpdate();
        }
    }

    /** A schema that only a newer program can read. */
    static final class SchemaTooNewException extends DatabaseException {
        private static final long serialVersionUID = 1L;

        SchemaTooNewException(String message) {
            super(message);
        }
    }
}
