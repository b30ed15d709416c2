package org.opensem.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.database.Database;
import org.opensem.database.DiskFullException;
import org.opensem.database.Migration;
import org.opensem.database.internal.disk.CutDisk;
import org.opensem.database.internal.disk.CutStorageFactory;
import org.opensem.database.internal.disk.MountedDisk;

/** X2: a database that a full disk keeps from opening opens by itself once there is room; any other fault ends the process. */
@Timeout(60)
@ExtendWith(MountedDisk.class)
class FullAtTheStartTest {
    private static final Options OPTIONS = new Options(1, 40, 100_000, CutStorageFactory.NAME);
    private static final List<Migration> TABLES = List.of(new Migration(1, 1, List.of("CREATE TABLE T (N INT)")));

    @TempDir
    private Path data;

    private final AtomicInteger exits = new AtomicInteger();
    private final AtomicLong uptimeMillis = new AtomicLong(Duration.ofSeconds(10).toMillis());
    private final AtomicInteger looks = new AtomicInteger();
    private final List<Database> published = new CopyOnWriteArrayList<>();

    private DatabaseComponent open() {
        CannotStart cannotStart = new CannotStart(() -> {
            looks.incrementAndGet();
            return uptimeMillis.get();
        }, exits::incrementAndGet);
        return new DatabaseComponent(data, OPTIONS, cannotStart, database -> {
            published.add(database);
            return () -> published.remove(database);
        }, Duration.ofMillis(20));
    }

    /** After as many more tries. */
    private void awaitTries(int more) {
        // Each looks twice: whether the process still starts, and since when it does.
        int until = looks.get() + 2 * more;
        await().until(() -> looks.get() >= until);
    }

    private static boolean isWaiting() {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals("openSEM database start"));
    }

    @Test
    void itIsWaitedForAtTheFirstStart() {
        CutDisk.room(100_000);
        DatabaseComponent component = open();
        assertThat(published).isEmpty();
        awaitTries(2);
        CutDisk.room(Long.MAX_VALUE);
        await().until(() -> !published.isEmpty());
        published.getFirst().open("PART", TABLES).write(connection -> null);
        await().until(() -> !isWaiting());
        component.close();
        assertThat(published).isEmpty();
        assertThat(exits).hasValue(0);
    }

    @Test
    void aPartThatIsUpdatedWhileTheDiskIsFullComesBackToo() {
        DatabaseComponent before = open();
        published.getFirst().open("PART", TABLES);
        before.close();
        uptimeMillis.set(Duration.ofDays(9).toMillis());
        CutDisk.room(0);
        DatabaseComponent updated = open();
        assertThat(published).isEmpty();
        CutDisk.room(Long.MAX_VALUE);
        await().until(() -> !published.isEmpty());
        published.getFirst().open("PART", TABLES).write(connection -> null);
        updated.close();
        assertThat(exits).hasValue(0);
    }

    @Test
    void whoeverStopsItWhileItWaitsLeavesNothingBehind() {
        CutDisk.room(0);
        DatabaseComponent component = open();
        awaitTries(1);
        component.close();
        await().until(() -> !isWaiting());
        CutDisk.room(Long.MAX_VALUE);
        try (DerbyDatabase next = new DerbyDatabase(data, OPTIONS)) {
            assertThat(next.folder()).as("the data folder is free").exists();
        }
        assertThat(published).isEmpty();
        assertThat(exits).hasValue(0);
    }

    @Test
    void whereNothingMayBeWrittenTheDiskIsNotBlamed() {
        SQLException onlyReadable = new SQLException("It can only be read", Failures.ONLY_READABLE, Failures.SESSION);
        assertThat(Failures.explain(onlyReadable, data.resolve("gone"))).isNotInstanceOf(DiskFullException.class)
                .hasMessageContaining("cannot be written");
        assertThat(Failures.explain(onlyReadable, data)).isInstanceOf(DiskFullException.class);
        assertThat(data).isEmptyDirectory();
    }

    /** A process that has waited since its start has not begun, however long that was: it ends as it would have at once. */
    @Test
    void whatSpeaksAgainstItOnceThereIsRoomEndsTheProcess() throws Exception {
        CutDisk.room(0);
        DatabaseComponent component = open();
        for (int minute = 1; minute <= 5; minute++) {
            uptimeMillis.set(Duration.ofMinutes(minute).toMillis());
            awaitTries(2);
        }
        assertThat(exits).hasValue(0);
        Path photos = Files.createDirectory(data.resolve("photos"));
        Files.writeString(photos.resolve("photo.jpg"), "mine");
        Files.move(photos, data.resolve("database"));
        await().until(() -> exits.get() == 1);
        await().until(() -> !isWaiting());
        component.close();
        assertThat(published).isEmpty();
    }
}
