package org.opensem.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.database.DatabaseException;
import org.opensem.database.internal.DerbyDatabase;
import org.opensem.metering.Sample;
import org.opensem.store.WriteMode;
import org.opensem.store.internal.jdbc.StoreTables;
import org.opensem.testkit.TestClock;

/** X2: a store that a full disk keeps from starting starts by itself as soon as there is room. */
@Timeout(60)
class StoreStartTest {
    private static final Duration SOON = Duration.ofMillis(10);
    private static final long NOW = 1_772_362_800L;

    @TempDir
    private Path data;

    private final List<StoreTables> published = new CopyOnWriteArrayList<>();
    private DerbyDatabase real;
    private FlakyDatabase database;

    @BeforeEach
    void open() {
        real = new DerbyDatabase(data);
        database = new FlakyDatabase(() -> real);
    }

    @AfterEach
    void close() {
        real.close();
    }

    private StoreStart start() {
        return new StoreStart(database, tables -> {
            published.add(tables);
            return () -> published.remove(tables);
        }, SOON);
    }

    private static boolean isWaiting() {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals("openSEM store start"));
    }

    @Test
    void whereThereIsRoomTheTablesAreThereAtOnceAndGoWithIt() {
        StoreStart start = start();
        assertThat(published).hasSize(1);
        assertThat(isWaiting()).isFalse();
        start.stop();
        assertThat(published).isEmpty();
    }

    @Test
    void aFullDiskIsWaitedForAndThenTheStoreStores() {
        database.full(true);
        StoreStart start = start();
        int tries = database.opens();
        await().until(() -> database.opens() > tries + 2);
        assertThat(published).isEmpty();

        database.full(false);
        await().until(() -> !published.isEmpty());
        await().until(() -> !isWaiting());
        DerbySampleStore store = new DerbySampleStore(
                published.getFirst(), new TestClock(Instant.ofEpochSecond(NOW)), 31, Set.of(), System::nanoTime);
        assertThat(store.write(List.of(new Sample(NOW, 6, 1, 2, 3)), WriteMode.KEEP).taken()).isEqualTo(1);
        store.close();
        start.stop();
        assertThat(published).isEmpty();
    }

    @Test
    void stoppedWhileItWaitsItTriesNoMore() {
        database.full(true);
        StoreStart start = start();
        start.stop();
        database.full(false);
        await().until(() -> !isWaiting());
        assertThat(published).isEmpty();
    }

    @Test
    void anythingElseEndsTheStartAsItDidBefore() {
        real.close();
        assertThatThrownBy(this::start).isInstanceOf(DatabaseException.class);
        assertThat(isWaiting()).isFalse();
    }
}
