package org.opensem.database.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.opensem.database.DatabaseException;

/**
 * Makes a database so that a kill at any moment leaves either none or a whole one: Derby leaves one that never opens when it
 * is killed while it creates, so it creates in another folder, which gets its name when all is on disk.
 */
final class Creation {
    /** A folder is a Derby database when it has this file. */
    private static final String MARK = "service.properties";

    private final Engine engine;
    private final Path folder;
    private final Path draft;

    Creation(Engine engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
        this.draft = folder.resolveSibling(folder.getFileName() + ".new");
    }

    /** @throws DatabaseException if there is none and none can be made */
    void ensure() {
        try {
            delete(draft);
            if (Files.exists(folder.resolve(MARK))) {
                return;
            }
            if (Files.isDirectory(folder)) {
                removeEmptyFolder();
            }
            draft();
            sync(draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            force(folder.getParent());
        } catch (IOException | SQLException e) {
            SQLException reason = e instanceof SQLException s ? s : new SQLException("Cannot create " + folder + ": " + e, e);
            throw Failures.explain(reason, folder.getParent());
        }
    }

    private void removeEmptyFolder() throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new DatabaseException(folder + " is not empty and holds no database: move it away, or restore the backup "
                        + "of it as a whole");
            }
        }
        Files.delete(folder);
    }

    private void draft() throws SQLException {
        try (Connection connection = engine.create(draft);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // After the creation, so that the engine's own catalogs keep their small pages: 4 MB less for an empty database.
            for (String property : List.of("pageSize', '32768", "pageReservedSpace', '0", "minimumRecordSize', '1")) {
                statement.execute("CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.storage." + property + "')");
            }
            for (String sql : Versions.TABLES) {
                statement.execute(sql);
            }
            connection.commit();
        } finally {
            engine.shutDown(draft);
        }
    }

    private static void sync(Path top) throws IOException {
        try (Stream<Path> tree = Files.walk(top)) {
            for (Path path : tree.toList()) {
                force(path);
            }
        }
    }

    private static void force(Path path) throws IOException {
        boolean directory = Files.isDirectory(path);
        try (FileChannel channel = FileChannel.open(path, directory ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void delete(Path top) throws IOException {
        if (!Files.exists(top)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(top)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
