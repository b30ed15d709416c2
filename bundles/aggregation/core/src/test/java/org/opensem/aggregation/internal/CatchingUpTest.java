package org.opensem.aggregation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.metering.Sample;
import org.opensem.store.WriteMode;
import org.opensem.testkit.InMemorySampleStore;
import org.opensem.testkit.TestClock;

/** For how long the figures have been behind the seconds, so that sums can say so (T4); with a clock of its own. */
class CatchingUpTest {
    private static final long FROM = House.at("2026-11-20T00:00:00Z");
    private static final BooleanSupplier GO_ON = () -> false;

    private final InMemorySampleStore store = new InMemorySampleStore();
    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final FakeTables tables = new FakeTables();
    private long nanos = 1;
    private Follower follower = start();

    private Follower start() {
        return new Follower(store, store, clock, tables, Duration.ZERO, () -> nanos);
    }

    private AggregationStatus status() {
        return EnergyView.raw(store, store, clock, follower).status();
    }

    private void round(BooleanSupplier stop) throws InterruptedException {
        follower.round(Duration.ZERO, stop);
    }

    private void pass(long seconds) {
        nanos += TimeUnit.SECONDS.toNanos(seconds);
    }

    private void write(long from, int seconds) {
        store.write(House.seconds(from, from + seconds, second -> Sample.ofTotal(second, 1_000_000)), WriteMode.KEEP);
    }

    @Test
    void whatComesEveryTenSecondsIsEveryday() throws InterruptedException {
        round(GO_ON);
        for (int packet = 0; packet < 5; packet++) {
            pass(9);
            round(GO_ON);
            write(FROM + packet * 10L, 10);
            pass(1);
            assertThat(status().pending()).isTrue();
            assertThat(status().isCatchingUp()).isFalse();
            round(GO_ON);
            assertThat(status()).isEqualTo(new AggregationStatus(packet + 1, false));
        }
    }

    @Test
    void aStartWithMuchToDoIsBehindUntilItIsDone() throws InterruptedException {
        write(FROM, 3 * 86_400);
        List<AggregationStatus> meanwhile = new ArrayList<>();
        round(() -> {
            pass(2);
            meanwhile.add(status());
            return false;
        });

        assertThat(meanwhile).hasSizeGreaterThan(2);
        assertThat(meanwhile.getFirst().isCatchingUp()).as("after 2 s").isFalse();
        assertThat(meanwhile.get(1).behind()).isEqualTo(Duration.ofSeconds(4));
        assertThat(meanwhile.subList(1, meanwhile.size())).allMatch(AggregationStatus::isCatchingUp);
        assertThat(status()).isEqualTo(new AggregationStatus(1, false, Duration.ZERO));
    }

    @Test
    void anImportInPartsIsBehindToItsEnd() throws InterruptedException {
        round(GO_ON);
        for (int part = 0; part < 10; part++) {
            write(FROM + part * 3_600L, 3_600);
            pass(1);
            assertThat(status().behind()).isEqualTo(Duration.ofSeconds(part + 1));
            assertThat(status().isCatchingUp()).isEqualTo(part >= 3);
            round(GO_ON);
        }
        round(GO_ON);
        write(FROM + 86_400, 10);
        pass(1);

        assertThat(status().isCatchingUp()).as("after a pause").isFalse();
    }

    @Test
    void aRoundThatIsGivenUpLeavesItBehind() throws InterruptedException {
        round(GO_ON);
        write(FROM, 3 * 86_400);
        pass(5);
        round(() -> true);

        assertThat(status().isCatchingUp()).isTrue();
        round(GO_ON);
        assertThat(status().isCatchingUp()).isFalse();
    }

    @Test
    void whatIsWrittenWhileItIsStoppedIsToldAfterTheStart() throws InterruptedException {
        round(GO_ON);
        follower.save();
        write(FROM, 86_400);
        pass(60);
        follower = start();

        assertThat(status().isCatchingUp()).as("just begun").isFalse();
        pass(4);
        assertThat(status().isCatchingUp()).isTrue();
        round(GO_ON);
        assertThat(status().isCatchingUp()).isFalse();
    }
}
