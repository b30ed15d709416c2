package org.opensem.aggregation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.opensem.metering.Sample;
import org.opensem.store.SampleStore;
import org.opensem.store.SecondVisitor;
import org.opensem.store.StoreStatus;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;
import org.opensem.testkit.InMemorySampleStore;
import org.opensem.testkit.TestClock;

/** X2: the store shows its newest seconds before it has committed them; after a kill -9 they are gone. */
class UncommittedSecondsTest {
    private static final long NOON = House.at("2026-11-20T12:00:00Z");

    private final TestClock clock = new TestClock(Instant.ofEpochSecond(NOON + 600));
    private final FakeTables tables = new FakeTables();
    private InMemorySampleStore stored = new InMemorySampleStore();
    private long shownUpTo;

    /** Seconds after the last stored one, up to {@link #shownUpTo}, are in the open packet: readable, in no change. */
    private final SampleStore store = new SampleStore() {
        @Override
        public WriteResult write(List<Sample> samples, WriteMode mode) {
            return stored.write(samples, mode);
        }

        @Override
        public void read(long from, long to, SecondVisitor visitor) {
            stored.read(from, to, visitor);
            long open = Math.max(from, stored.status().newest().orElse(NOON - 1) + 1);
            for (long second = open; second < Math.min(to, shownUpTo); second++) {
                visitor.second(second, 1_000, 1_000, 0, 0);
            }
        }

        @Override
        public StoreStatus status() {
            StoreStatus status = stored.status();
            return shownUpTo <= status.newest().orElse(Long.MIN_VALUE) ? status : new StoreStatus(
                    OptionalLong.of(status.oldest().orElse(NOON)), OptionalLong.of(shownUpTo - 1), status.samples(), 0, 0);
        }
    };

    private Follower follower() {
        return new Follower(store, stored, clock, tables, Duration.ZERO);
    }

    private void write(long from, long to) {
        stored.write(House.seconds(NOON + from, NOON + to, House.phases(1_000, 0, 0)), WriteMode.KEEP);
    }

    private static long covered(Follower follower) throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            follower.round(Duration.ZERO, () -> false);
        }
        return follower.snapshot().index().sum(NOON, NOON + 900).coveredSeconds();
    }

    @Test
    void theOpenPacketIsNotCountedBeforeItIsCommitted() throws Exception {
        Follower follower = follower();
        write(0, 100);
        shownUpTo = NOON + 105;
        assertThat(covered(follower)).isEqualTo(100);
        write(100, 110);
        assertThat(covered(follower)).isEqualTo(110);
    }

    @Test
    void afterAKillTheQuarterHourHoldsWhatIsThereAndGoesOn() throws Exception {
        write(0, 100);
        shownUpTo = NOON + 109;
        Follower killed = follower();
        assertThat(covered(killed)).isEqualTo(100);
        killed.save();
        shownUpTo = 0;
        Follower next = follower();
        assertThat(covered(next)).isEqualTo(100);
        // Fewer seconds than were lost: an interval that held those would be taken for a frozen one.
        write(200, 205);
        assertThat(covered(next)).isEqualTo(105);
    }

    @Test
    void aLogThatIsAnotherOneCountsOnlyWhatItTells() throws Exception {
        write(0, 50);
        Follower before = follower();
        covered(before);
        before.save();
        stored = new InMemorySampleStore(99, () -> Long.MIN_VALUE);
        write(0, 100);
        shownUpTo = NOON + 109;
        assertThat(covered(follower())).isEqualTo(100);
    }

    @Test
    void nothingIsCountedBeforeTheFirstChange() throws Exception {
        shownUpTo = NOON + 9;
        assertThat(covered(follower())).isZero();
    }

    @Test
    void aLogThatWasCutOffEntirelyMeansThatAllThereIsIsCommitted() throws Exception {
        write(0, 100);
        stored.forgetChanges(1);
        assertThat(covered(follower())).isEqualTo(100);
    }

    @Test
    void aLogThatTellsOnlyOfOldImportsHidesNothing() throws Exception {
        write(0, 100);
        stored.forgetChanges(1);
        write(-90_000, -89_900);
        assertThat(covered(follower())).isEqualTo(100);
    }
}
