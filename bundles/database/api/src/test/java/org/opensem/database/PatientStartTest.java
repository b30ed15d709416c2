package org.opensem.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** X2: what a full disk keeps from starting comes back by itself, calmly, and leaves no thread behind. */
@Timeout(30)
class PatientStartTest {
    private static final Duration SOON = Duration.ofMillis(5);
    private static final String THREAD = "start of a test";

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger tries = new AtomicInteger();

    private PatientStart start(Runnable work) {
        return new PatientStart(THREAD, () -> {
            tries.incrementAndGet();
            work.run();
        }, new PatientStart.Witness() {
            @Override
            public void waits(DiskFullException reason) {
                told.add("waits: " + reason.getMessage());
            }

            @Override
            public void goesOn() {
                told.add("goes on");
            }

            @Override
            public void fails(Throwable reason) {
                told.add("fails: " + reason.getMessage());
            }
        }, SOON);
    }

    private static boolean isWaiting() {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals(THREAD));
    }

    private static DiskFullException full() {
        return new DiskFullException("Disk full", null);
    }

    private void tries(int most) {
        if (tries.get() <= most) {
            throw full();
        }
    }

    @Test
    void whereThereIsRoomItStartsAtOnceAndNeedsNoThread() {
        try (PatientStart start = start(() -> { })) {
            start.begin();
            assertThat(tries).hasValue(1);
            assertThat(isWaiting()).isFalse();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void whileTheDiskIsFullItIsTriedAgainAndBothAreToldOnce() {
        try (PatientStart start = start(() -> tries(4))) {
            start.begin();
            assertThat(told).containsExactly("waits: Disk full");
            await().until(() -> told.size() == 2);
            assertThat(told).containsExactly("waits: Disk full", "goes on");
            await().until(() -> !isWaiting());
            assertThat(tries).as("not again once it has started").hasValue(5);
        }
    }

    @Test
    void anotherFailureIsHandedOnAtOnce() {
        try (PatientStart start = start(() -> {
            throw new DatabaseException("Another openSEM is using it");
        })) {
            assertThatThrownBy(start::begin).isInstanceOf(DatabaseException.class).hasMessageStartingWith("Another");
            assertThat(isWaiting()).isFalse();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void anotherFailureWhileItWaitsEndsTheTries() {
        for (Throwable failure : List.of(new DatabaseException("newer"), new NoClassDefFoundError("newer"))) {
            told.clear();
            tries.set(0);
            try (PatientStart start = start(() -> {
                tries(2);
                sneak(failure);
            })) {
                start.begin();
                await().until(() -> told.contains("fails: newer"));
                await().until(() -> !isWaiting());
                assertThat(told).containsExactly("waits: Disk full", "fails: newer");
                assertThat(tries).hasValue(3);
            }
        }
    }

    private static void sneak(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    @Test
    void closingEndsTheTriesAndTheThread() {
        PatientStart start = start(() -> {
            throw full();
        });
        start.begin();
        await().until(() -> tries.get() > 2);
        start.close();
        int last = tries.get();
        await().until(() -> !isWaiting());
        assertThat(tries).hasValue(last);
        assertThat(told).containsExactly("waits: Disk full");
    }

    /** Whoever closes can clean up after a try that came through at the same moment; an interrupt would close files under it. */
    @Test
    void closingWaitsForATryAndDoesNotInterruptIt() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        PatientStart start = start(() -> {
            tries(1);
            inside.countDown();
            try {
                go.await();
                told.add("started");
            } catch (InterruptedException e) {
                told.add("interrupted");
            }
        });
        start.begin();
        inside.await();
        Thread closing = Thread.ofPlatform().start(() -> {
            start.close();
            told.add("closed");
        });
        await().until(() -> closing.getState() == Thread.State.BLOCKED);
        go.countDown();
        closing.join();
        assertThat(told).containsExactly("waits: Disk full", "started", "goes on", "closed");
        await().until(() -> !isWaiting());
    }

    @Test
    void itBeginsOnceAndItsPauseIsOne() {
        PatientStart start = start(() -> {
            throw full();
        });
        start.begin();
        assertThatThrownBy(start::begin).isInstanceOf(IllegalStateException.class);
        start.close();
        assertThatThrownBy(start::begin).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new PatientStart(THREAD, () -> { }, null, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
