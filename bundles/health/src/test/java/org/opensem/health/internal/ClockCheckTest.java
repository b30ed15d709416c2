package org.opensem.health.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opensem.health.Health;
import org.opensem.health.Health.Level;
import org.opensem.testkit.TestClock;
import org.opensem.time.ClockStatus;
import org.opensem.time.ClockStatus.Reason;

/** What the health report says of the clock (T6). */
class ClockCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-22T13:27:01Z");
    private final TestClock clock = new TestClock(NOW);

    @Test
    void everyReasonIsToldAndOnlyDoubtIsNoted() {
        for (Reason reason : Reason.values()) {
            boolean doubted = reason.name().startsWith("BEFORE") || reason == Reason.WENT_BACK;
            clock.status(new ClockStatus("system", 0, !doubted, Optional.of(NOW), reason));
            Health health = new ClockCheck(clock).check();
            assertThat(health.level()).as(reason.name()).isEqualTo(doubted ? Level.DEGRADED : Level.OK);
            assertThat(health.text()).isNotBlank();
        }
        assertThat(new ClockCheck(null).check().level()).isEqualTo(Level.DOWN);
    }

    @Test
    void serversThatHaveNotAnsweredForADayAreNoted() {
        clock.status(new ClockStatus("ntp", 3, true, Optional.of(NOW), Reason.SYNCHRONISED)).advance(Duration.ofHours(23));
        assertThat(new ClockCheck(clock).check()).isEqualTo(Health.ok("synchronised (ntp)"));
        clock.advance(Duration.ofHours(2));
        assertThat(new ClockCheck(clock).check().level()).isEqualTo(Level.DEGRADED);
        assertThat(new ClockCheck(clock).check().text()).contains("25 h ago");
    }
}
