package org.opensem.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.database.DatabaseException;
import org.opensem.database.Migration;
import org.opensem.database.Schema;
import org.opensem.database.internal.disk.CutDisk;
import org.opensem.database.internal.disk.CutStorageFactory;
import org.opensem.database.internal.disk.MountedDisk;

/**
 * X2: a disk that fails while an index grows leaves a page latched by a transaction that is over. Whoever waits for that page
 * must not wait for ever, and the database must open again.
 */
@ExtendWith(MountedDisk.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class LeftLatchTest {
    private static final List<Migration> TABLES = List.of(new Migration(1, 1,
            List.of("CREATE TABLE NAME (NAME VARCHAR(1500) NOT NULL PRIMARY KEY)")));
    /** A checkpoint of the daemon's, or a reader's work. */
    private static final Predicate<Thread> BUSY = calls("checkpoint").or(calls("transact"));

    @TempDir
    private Path data;

    private final Random random = new Random(11112);

    /** Several times, because the checkpoint now and then gets the page before it is taken for ever. */
    @RepeatedTest(5)
    void aCheckpointThatWaitsForItDoesNotHoldUpTheShutdown() throws IOException {
        try (DerbyDatabase database = new DerbyDatabase(data, new Options(1, 40, 100_000, CutStorageFactory.NAME))) {
            Schema schema = database.open("NAMES", TABLES);
            CutDisk.cutWhen(() -> growing() && comesTo("derby.rawStoreDaemon", Latches::isWantedBy));
            int stored = fill(schema);
            CutDisk.powerOn(random, 1);
            assertThat(count(schema)).isBetween(stored, stored + 1);
            add(schema);
        }
    }

    @Test
    void aReaderThatWaitsForItGetsAnError() throws Exception {
        try (DerbyDatabase database = new DerbyDatabase(data, new Options(1, 40, 8_000_000, CutStorageFactory.NAME))) {
            Schema schema = database.open("NAMES", TABLES);
            add(schema);
            CutDisk.cutWhen(() -> growing() && comesTo("openSEM database reader 1", Latches::isWantedBy));
            Thread reader = Thread.startVirtualThread(() ->
                    assertThatThrownBy(() -> {
                                while (true) {
                                    count(schema);
                                }
                            })
                            .isInstanceOf(DatabaseException.class));
            int stored = fill(schema) + 1;
            assertThat(reader.join(Duration.ofSeconds(30))).as("the reader has an answer").isTrue();
            CutDisk.powerOn(random, 1);
            assertThat(count(schema)).isBetween(stored, stored + 1);
            add(schema);
        }
    }

    /** Adds until the disk fails. */
    private int fill(Schema schema) {
        int added = 0;
        while (true) {
            try {
                add(schema);
                added++;
            } catch (DatabaseException e) {
                assertThat(CutDisk.isOff()).as("only a cut makes a write fail").isTrue();
                return added;
            }
        }
    }

    private void add(Schema schema) {
        String name = random.ints(1400, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
        schema.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO NAME VALUES ?")) {
                insert.setString(1, name);
                return insert.executeUpdate();
            }
        });
    }

    private static int count(Schema schema) {
        return schema.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM NAME WHERE NAME >= 'a'");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    /** Whether this thread divides a page of the index in two, with that page and the one above it latched. */
    private static boolean growing() {
        return calls("copyAndPurge").test(Thread.currentThread());
    }

    static Predicate<Thread> calls(String method) {
        return thread -> Arrays.stream(thread.getStackTrace()).anyMatch(frame -> frame.getMethodName().equals(method));
    }

    /** Whether a thread that has something to do comes to where it is wanted soon, while the others wait for it. */
    static boolean comesTo(String name, Predicate<Thread> place) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            while (thread.getName().equals(name) && BUSY.test(thread) && System.nanoTime() < end) {
                if (place.test(thread)) {
                    return true;
                }
                CutDisk.letOthersRun();
            }
        }
        return false;
    }
}
