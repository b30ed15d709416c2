package org.opensem.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.opensem.time.ClockStatus.Reason;

/** T3, T6: a clock that tells no more than whether it is trusted, and what a source of time has to tell. */
class ClockStatusTest {

    @Test
    void aClockThatTellsNoMoreHasAReasonAllTheSame() {
        assertThat(new ClockStatus("system", 0, true).reason()).isEqualTo(Reason.PLAUSIBLE);
        assertThat(new ClockStatus("samples", 0, false).reason()).isEqualTo(Reason.FOLLOWS_SAMPLES);
        assertThat(new ClockStatus("system", 0, false).reason()).isEqualTo(Reason.BEFORE_LAST_RUN);
        assertThat(new ClockStatus("system", 0, true).lastSync()).isEmpty();
    }

    @Test
    void aReadingIsToldByOneServerAtLeast() {
        assertThat(new TimeReading(Instant.EPOCH, -5, 1).agreeing()).isEqualTo(1);
        assertThatThrownBy(() -> new TimeReading(Instant.EPOCH, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TimeReading(null, 0, 1)).isInstanceOf(NullPointerException.class);
    }
}
