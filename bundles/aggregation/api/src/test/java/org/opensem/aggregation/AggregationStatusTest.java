package org.opensem.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When sums have to say that they still grow (T4). */
class AggregationStatusTest {

    @Test
    void moreThanThreeSecondsAreNotEverydayAnyMore() {
        assertThat(new AggregationStatus(1, true, Duration.ofSeconds(3)).isCatchingUp()).isFalse();
        assertThat(new AggregationStatus(1, true, Duration.ofMillis(3_001)).isCatchingUp()).isTrue();
        assertThat(new AggregationStatus(1, true).isCatchingUp()).as("not told for how long").isFalse();
    }

    @Test
    void nobodyIsBehindWithNothingPending() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AggregationStatus(1, false, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new AggregationStatus(1, true, Duration.ofSeconds(-1)));
    }
}
