package org.opensem.database.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.database.DatabaseException;
import org.opensem.database.Migration;
import org.opensem.database.Schema;
import org.opensem.database.internal.disk.CutDisk;
import org.opensem.database.internal.disk.CutStorageFactory;

/**
 * X2: a disk that fails just when the engine begins the next file of its log can leave it in a deadlock, which nothing in this
 * process mends. Whoever waits for it is told, and so is who can end the process.
 */
class HungEngineTest {
    private static final List<Migration> TABLES = List.of(new Migration(1, 1, List.of(
            "CREATE TABLE PACKET (ID INTEGER NOT NULL PRIMARY KEY, DATA VARCHAR(8000) FOR BIT DATA)")));
    private static final int PACKETS = 400;
    private static final Random RANDOM = new Random(11112);

    @TempDir
    private Path folder;

    /** What runs in a process of its own, because it leaves an engine that cannot be shut down. */
    public static final class Deadlock {
        private Deadlock() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.setProperty(CutStorageFactory.PROPERTY, CutStorageFactory.class.getName());
            DerbyDatabase database = new DerbyDatabase(Path.of(arguments[0]), new Options(1, 40, 100_000, CutStorageFactory.NAME),
                    reason -> System.out.println("Told: " + reason));
            Schema schema = database.open("PACKETS", TABLES);
            for (int id = 0; id < PACKETS; id++) {
                write(schema, "INSERT INTO PACKET (DATA, ID) VALUES (?, ?)", id);
            }
            CutDisk.cutWhen(() -> LeftLatchTest.calls("preAllocateNewLogFile").test(Thread.currentThread())
                    && LeftLatchTest.comesTo("openSEM database reader 1", HungEngineTest::waitsForTheLog));
            Thread reader = new Thread(() -> untilRefused("The reader", () -> read(schema)));
            reader.start();
            untilRefused("The writer", () -> write(schema, "UPDATE PACKET SET DATA = ? WHERE ID = ?", RANDOM.nextInt(PACKETS)));
            reader.join();
            database.close();
            System.out.println("Closed");
        }

        private static void untilRefused(String who, Runnable work) {
            try {
                while (true) {
                    work.run();
                }
            } catch (DatabaseException e) {
                System.out.println(who + ": " + e.getMessage());
            }
        }
    }

    @Test
    void whoWaitsForADeadlockIsTold() throws Exception {
        Path output = folder.resolve("out.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                        System.getProperty("java.class.path"), Deadlock.class.getName(), folder.resolve("data").toString())
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends by itself").isTrue();
        } finally {
            process.destroyForcibly();
        }
        String hang = "A failure of the disk made the database hang: openSEM must be started again";
        assertThat(Files.readString(output))
                .containsOnlyOnce("Told: " + hang)
                .contains("The reader: " + hang, "The writer: " + hang, "Closed");
        assertThat(process.exitValue()).isZero();
    }

    private static boolean waitsForTheLog(Thread thread) {
        return thread.getState() == Thread.State.BLOCKED && LeftLatchTest.calls("rotateClock").test(thread);
    }

    private static void write(Schema schema, String sql, int id) {
        byte[] data = new byte[7000];
        RANDOM.nextBytes(data);
        schema.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setBytes(1, data);
                statement.setInt(2, id);
                return statement.executeUpdate();
            }
        });
    }

    private static void read(Schema schema) {
        schema.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT DATA FROM PACKET");
                    ResultSet rows = select.executeQuery()) {
                int sum = 0;
                while (rows.next()) {
                    sum += Arrays.hashCode(rows.getBytes(1));
                }
                return sum;
            }
        });
    }
}
