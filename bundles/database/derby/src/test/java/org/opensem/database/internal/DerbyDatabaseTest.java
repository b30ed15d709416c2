package org.opensem.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.database.DatabaseException;
import org.opensem.database.DiskFullException;
import org.opensem.database.Migration;
import org.opensem.database.Schema;

class DerbyDatabaseTest {
    private static final Migration FIRST = new Migration(1, 1, List.of("CREATE TABLE T (ID INTEGER NOT NULL PRIMARY KEY)"));
    private static final Migration SECOND = new Migration(2, 1, List.of("ALTER TABLE T ADD COLUMN NOTE VARCHAR(20)"));
    private static final Migration BREAKING = new Migration(3, 3, List.of("CREATE TABLE U (ID INTEGER)"));

    @TempDir
    private Path data;

    private static Void add(Connection connection, int id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO T (ID) VALUES (" + id + ")");
        }
        return null;
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM T")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void whatIsWrittenIsThereAfterReopening() {
        try (DerbyDatabase database = new DerbyDatabase(data)) {
            database.open("A", List.of(FIRST)).write(c -> add(c, 1));
            assertThat(database.folder()).isEqualTo(data.resolve("database"));
        }
        try (DerbyDatabase database = new DerbyDatabase(data)) {
            assertThat((int) database.open("A", List.of(FIRST)).read(DerbyDatabaseTest::count)).isEqualTo(1);
        }
    }

    @Test
    void schemasAreApart() {
        try (DerbyDatabase database = new DerbyDatabase(data)) {
            Schema a = database.open("A", List.of(FIRST));
            Schema b = database.open("B", List.of(FIRST));
            a.write(c -> add(c, 1));
            assertThat((int) b.read(DerbyDatabaseTest::count)).isZero();
            assertThat((int) a.read(c -> b.read(DerbyDatabaseTest::count) * 10 + count(c))).isEqualTo(1);
        }
    }

    @Test
    void migrationsAreAddedAndAnOlderProgramStillReads() {
        try (DerbyDatabase database = new DerbyDatabase(data)) {
            database.open("A", List.of(FIRST)).write(c -> add(c, 1));
            Schema newer = database.open("A", List.of(FIRST, SECOND));
            newer.write(c -> {
                try (Statement statement = c.createStatement()) {
                    return statement.executeUpdate("UPDATE T SET NOTE = 'kept'");
                }
            });
            Schema older = database.open("A", List.of(FIRST));
            older.write(c -> add(c, 2));
            assertThat((int) database.open("A", List.of(FIRST, SECOND)).read(DerbyDatabaseTest::count)).isEqualTo(2);
        }
    }

    @Test
    void aSchemaWhoseLowestReaderIsNewerIsRefused() {
        try (DerbyDatabase database = new DerbyDatabase(data)) {
            database.open("A", List.of(FIRST, SECOND, BREAKING));
            assertThatThrownBy(() -> database.open("A", List.of(FIRST, SECOND)))
                    .isInstanceOf(Versions.SchemaTooNewException.class)
                    .hasMessageContaining(data.toString())
                    .hasMessageContaining("A version 3, readable from version 3; this program has version 2");
            assertThat((int) database.open("A", List.of(FIRST, SECOND, BREAKING)).read(DerbyDatabaseTest::count)).isZero();
        }
    }

    @Test
    void aMigrationThatFailsLeavesNothing() {
        Migration broken = new Migration(2, 1, List.of("CREATE TABLE HALF (ID INTEGER)", "INSERT INTO T VALUES (7)", "NO SQL"));
        try (DerbyDatabase database = new DerbyDatabase(data)) {
            database.open("A", List.of(FIRST));
            assertThatThrownBy(() -> database.open("A", List.of(FIRST, broken)))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("Migration 2 of A failed and was taken back");
            assertThatThrownBy(() -> database.open("B", List.of(new Migration(1, 1, List.of("NO SQL")))))
                    .hasMessageContaining("Migration 1 of B failed");
            Schema repaired = database.open("A", List.of(FIRST, new Migration(2, 1, List.of("CREATE TABLE HALF (ID INTEGER)"))));
            assertThat((int) repaired.read(DerbyDatabaseTest::count)).isZero();
            database.open("B", List.of(FIRST));
        }
    }

    @Test
    void workThatThrowsStoresNothing() {
        try (DerbyDatabase database = new DerbyDatabase(data)) {
            Schema schema = database.open("A", List.of(FIRST));
            assertThatThrownBy(() -> schema.write(c -> {
                        add(c, 1);
                        throw new IllegalStateException("changed its mind");
                    }))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("changed its mind")
                    .hasRootCauseInstanceOf(IllegalStateException.class);
            assertThat((int) schema.read(DerbyDatabaseTest::count)).isZero();
        }
    }

    @Test
    void readersCannotWriteAndTheWriterDoesNotCallItself() {
        try (DerbyDatabase database = new DerbyDatabase(data)) {
            Schema schema = database.open("A", List.of(FIRST));
            assertThatThrownBy(() -> schema.read(c -> add(c, 1))).isInstanceOf(DatabaseException.class)
                    .isNotInstanceOf(DiskFullException.class);
            assertThatThrownBy(() -> schema.write(c -> schema.write(d -> add(d, 1))))
                    .hasMessageContaining("must not call it again");
            assertThatThrownBy(() -> schema.write(c -> schema.read(DerbyDatabaseTest::count)))
                    .hasMessageContaining("must not read through the schema");
            assertThat((int) schema.read(DerbyDatabaseTest::count)).isZero();
        }
    }

    @Test
    @Timeout(30)
    void manyVirtualThreadsReadAndWriteWithoutWaitingForOneAnother() throws Exception {
        try (DerbyDatabase database = new DerbyDatabase(data);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Schema schema = database.open("A", List.of(FIRST));
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int id = i;
                results.add(threads.submit(() -> {
                    schema.write(c -> add(c, id));
                    return schema.read(c -> schema.read(DerbyDatabaseTest::count));
                }));
            }
            for (Future<Integer> result : results) {
                assertThat(result.get()).isPositive();
            }
            assertThat((int) schema.read(DerbyDatabaseTest::count)).isEqualTo(200);
        }
    }

    @Test
    @Timeout(30)
    void anInterruptedCallerLearnsWhatBecameOfItsWork() throws Exception {
        try (DerbyDatabase database = new DerbyDatabase(data)) {
            Schema schema = database.open("A", List.of(FIRST));
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            boolean[] interrupted = new boolean[1];
            Thread caller = new Thread(() -> {
                schema.write(c -> {
                    add(c, 1);
                    inside.countDown();
                    awaitQuietly(go);
                    return null;
                });
                interrupted[0] = Thread.currentThread().isInterrupted();
            });
            caller.start();
            inside.await();
            caller.interrupt();
            go.countDown();
            caller.join();
            assertThat(interrupted[0]).isTrue();
            assertThat((int) schema.read(DerbyDatabaseTest::count)).isEqualTo(1);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aSecondInstanceOnTheSameDataIsRefusedInOneLine() {
        try (DerbyDatabase first = new DerbyDatabase(data)) {
            assertThatThrownBy(() -> new DerbyDatabase(data))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("Another openSEM is using " + data)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageNotContaining("\n");
            first.open("A", List.of(FIRST));
        }
        new DerbyDatabase(data).close();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(data.resolve("file"));
        assertThatThrownBy(() -> new DerbyDatabase(file.resolve("data")))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("The data folder " + file.resolve("data") + " cannot be written")
                .hasMessageNotContaining("\n");
    }

    @Test
    void leftoversOfACreationThatWasKilledAreRemoved() throws IOException {
        Files.createDirectories(data.resolve("database.new/seg0"));
        Files.writeString(data.resolve("database.new/service.properties"), "half");
        Files.createDirectories(data.resolve("database"));
        try (DerbyDatabase database = new DerbyDatabase(data)) {
            database.open("A", List.of(FIRST));
        }
        assertThat(data.resolve("database.new")).doesNotExist();
    }

    @Test
    void aFolderThatIsNoDatabaseIsLeftAlone() throws IOException {
        Path photo = Files.writeString(Files.createDirectories(data.resolve("database")).resolve("photo.jpg"), "mine");
        assertThatThrownBy(() -> new DerbyDatabase(data)).hasMessageContaining("is not empty and holds no database");
        assertThat(photo).hasContent("mine");
    }

    @Test
    void tablesHaveLargePagesAndTheEmptyDatabaseIsSmall() throws IOException {
        try (DerbyDatabase database = new DerbyDatabase(data)) {
            Schema schema = database.open("A", List.of(FIRST));
            int pageSize = schema.read(c -> {
                try (Statement statement = c.createStatement();
                        ResultSet row = statement.executeQuery(
                                "SELECT PAGESIZE FROM TABLE (SYSCS_DIAG.SPACE_TABLE('A', 'T')) AS S WHERE ISINDEX = 0")) {
                    row.next();
                    return row.getInt(1);
                }
            });
            assertThat(pageSize).isEqualTo(32768);
        }
        try (var files = Files.walk(data.resolve("database"))) {
            assertThat(files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum()).isLessThan(2_500_000);
        }
    }

    @Test
    void openingAndClosingTwentyTimesLeavesNoThreadNoDriverNoProperty() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        for (int i = 1; i <= 20; i++) {
            try (DerbyDatabase database = new DerbyDatabase(data)) {
                int id = i;
                Schema schema = database.open("A", List.of(FIRST));
                schema.write(c -> add(c, id));
                assertThat((int) schema.read(DerbyDatabaseTest::count)).isEqualTo(i);
            }
        }
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !before.contains(thread) && thread.isAlive())
                        .map(Thread::getName)
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains("derby") || name.contains("openSEM")))
                .isEmpty();
        assertThat(DriverManager.drivers().map(driver -> driver.getClass().getName()).filter(name -> name.contains("derby")))
                .isEmpty();
        assertThat(System.getProperties().stringPropertyNames().stream()
                        .filter(name -> name.startsWith("derby."))
                        .collect(Collectors.toSet()))
                .isEmpty();
    }

    @Test
    void afterClosingWorkIsRefusedAndClosingAgainDoesNothing() {
        DerbyDatabase database = new DerbyDatabase(data);
        Schema schema = database.open("A", List.of(FIRST));
        database.close();
        database.close();
        assertThat(DriverManager.drivers().map(driver -> driver.getClass().getName()).filter(name -> name.contains("derby")))
                .isEmpty();
        assertThatThrownBy(() -> schema.write(c -> add(c, 1))).hasMessage("The database is closed");
        assertThatThrownBy(() -> schema.read(DerbyDatabaseTest::count)).hasMessage("The database is closed");
    }

    @Test
    void migrationsAreNumberedWithoutHolesAndNamesAreUpperCase() {
        try (DerbyDatabase database = new DerbyDatabase(data)) {
            assertThatThrownBy(() -> database.open("A", List.of(SECOND))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> database.open("a; DROP", List.of(FIRST))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> database.open("SYS", List.of(FIRST))).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
