package org.opensem.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.opensem.metering.Position;
import org.opensem.store.internal.jdbc.StoreTables;

class ChangeFeedTest {
    private static final long DAY = 86_400_000_000_000L;

    private final AtomicLong now = new AtomicLong();

    private ChangeFeed feed(Map<String, Long> followers) {
        // No change is asked for here, so no table is needed.
        return new ChangeFeed(null, new StoreTables.Progress(1, 1_000, 1, Position.START), followers, now::get);
    }

    @Test
    void aFollowerThatNeverComesBackIsGivenUpAfterAWeek() {
        ChangeFeed feed = feed(Map.of("removed", 10L, "aggregation", 1_000L));
        assertThat(feed.prunable()).isZero();
        now.set(6 * DAY);
        assertThat(feed.prunable()).isZero();
        now.set(8 * DAY);
        assertThat(feed.prunable()).isEqualTo(1_000);
    }

    @Test
    void aFollowerThatIsBehindAndAliveIsWaitedFor() {
        ChangeFeed feed = feed(Map.of("slow", 10L));
        now.set(6 * DAY);
        feed.acknowledge("slow", 11);
        now.set(12 * DAY);
        assertThat(feed.prunable()).isZero();
    }

    @Test
    void anAcknowledgementNeverGoesBackNorAhead() {
        ChangeFeed feed = feed(Map.of("a", 500L));
        feed.acknowledge("a", 400);
        assertThat(feed.unsaved()).isEmpty();
        feed.acknowledge("a", 5_000);
        assertThat(feed.unsaved()).isEqualTo(Map.of("a", 1_000L));
        feed.committed(List.of(), 0, feed.unsaved());
        assertThat(feed.unsaved()).isEmpty();
    }
}
