package org.opensem.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opensem.metering.Position;
import org.opensem.store.internal.jdbc.StoreTables;

class ChangeFeedTest {
    private static final long LAST = 150_000;
    private static final long MOST_LAG = 100_000;

    private static ChangeFeed feed(Map<String, Long> followers, String... awaited) {
        return feed(LAST, followers, awaited);
    }

    private static ChangeFeed feed(long last, Map<String, Long> followers, String... awaited) {
        // No change is asked for here, so no table is needed.
        return new ChangeFeed(null, new StoreTables.Progress(1, last, 1, Position.START), followers, Set.of(awaited));
    }

    @Test
    void aFollowerThatNeverComesBackIsGivenUpByItsLagHoweverOftenTheStoreRestarts() {
        assertThat(feed(Map.of("removed", 10L, "aggregation", LAST)).prunable()).isEqualTo(LAST - MOST_LAG);
        assertThat(feed(Map.of("removed", LAST - MOST_LAG - 1, "aggregation", LAST)).prunable()).isEqualTo(LAST - MOST_LAG);
    }

    @Test
    void aFollowerThatIsBehindIsWaitedForHoweverLongItTakes() {
        assertThat(feed(Map.of("slow", LAST - MOST_LAG + 7)).prunable()).isEqualTo(LAST - MOST_LAG + 7);
        assertThat(feed(MOST_LAG, Map.of("slow", 10L)).prunable()).isZero();
    }

    @Test
    void aFollowerThatIsAwaitedHasSeenNothingBeforeItComes() {
        ChangeFeed feed = feed(1_000, Map.of("other", 1_000L), "aggregation");
        assertThat(feed.prunable()).isZero();
        feed.acknowledge("aggregation", 900);
        assertThat(feed.prunable()).isEqualTo(900);
        assertThat(feed(1_000, Map.of("aggregation", 800L), "aggregation").prunable()).isEqualTo(800);
    }

    @Test
    void anAcknowledgementNeverGoesBackNorAhead() {
        ChangeFeed feed = feed(1_000, Map.of("a", 500L));
        feed.acknowledge("a", 400);
        assertThat(feed.unsaved()).isEmpty();
        feed.acknowledge("a", 5_000);
        assertThat(feed.unsaved()).isEqualTo(Map.of("a", 1_000L));
        feed.committed(List.of(), 0, feed.unsaved());
        assertThat(feed.unsaved()).isEmpty();
    }
}
