package org.opensem.aggregation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.database.Database;
import org.opensem.database.DatabaseException;
import org.opensem.database.DiskFullException;
import org.opensem.database.Migration;
import org.opensem.database.Schema;
import org.opensem.database.internal.DerbyDatabase;

/** X2: an aggregation that a full disk keeps from starting starts by itself as soon as there is room. */
@Timeout(60)
class AggregationStartTest {
    @TempDir
    private Path data;

    private final AtomicBoolean full = new AtomicBoolean();
    private final List<FigureTables> published = new CopyOnWriteArrayList<>();
    private DerbyDatabase real;

    @BeforeEach
    void open() {
        real = new DerbyDatabase(data);
    }

    @AfterEach
    void close() {
        real.close();
    }

    private AggregationStart start() {
        Database database = new Database() {
            @Override
            public Schema open(String name, List<Migration> migrations) {
                if (full.get()) {
                    throw new DiskFullException("The disk is full", null);
                }
                return real.open(name, migrations);
            }

            @Override
            public Path folder() {
                return real.folder();
            }
        };
        return new AggregationStart(database, tables -> {
            published.add(tables);
            return () -> published.remove(tables);
        }, Duration.ofMillis(10));
    }

    private static boolean isWaiting() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("openSEM aggregation start"));
    }

    @Test
    void aFullDiskIsWaitedForAndThenTheTablesAreThere() {
        full.set(true);
        AggregationStart start = start();
        assertThat(published).isEmpty();
        full.set(false);
        await().until(() -> !published.isEmpty());
        assertThat(published.getFirst().load().position()).isEqualTo(Position.NONE);
        await().until(() -> !isWaiting());
        start.stop();
        assertThat(published).isEmpty();
    }

    @Test
    void stoppedWhileItWaitsItTriesNoMore() {
        full.set(true);
        start().stop();
        full.set(false);
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
