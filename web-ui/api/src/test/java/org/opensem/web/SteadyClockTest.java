package org.opensem.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opensem.metering.Sample;
import org.opensem.time.ClockService;
import org.opensem.time.ClockStatus;

/** X2: time goes on while the clock's bundle is being updated. */
class SteadyClockTest {
    private static final Instant NOON = Instant.parse("2026-11-19T12:00:00Z");

    private final ClockService clock = new ClockService() {
        @Override
        public Instant now() {
            return NOON;
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public ClockStatus status() {
            throw new UnsupportedOperationException();
        }
    };

    @Test
    void goesOnFromTheLastAnswer() {
        SteadyClock steady = new SteadyClock();
        assertThat(steady.now(clock, Optional.empty())).isEqualTo(NOON);
        assertThat(steady.now(null, Optional.empty())).isBetween(NOON, NOON.plusSeconds(60));
    }

    @Test
    void isNotBehindTheNewestSample() {
        SteadyClock steady = new SteadyClock();
        steady.now(clock, Optional.empty());
        Sample ahead = Sample.ofTotal(NOON.getEpochSecond() + 3600, 1);
        assertThat(steady.now(null, Optional.of(ahead))).as("a replay is fast").isEqualTo(ahead.time());
        Sample behind = Sample.ofTotal(NOON.getEpochSecond() - 3600, 1);
        assertThat(steady.now(null, Optional.of(behind))).isAfterOrEqualTo(NOON);
        assertThat(steady.now(clock, Optional.of(ahead))).as("a clock that is there decides").isEqualTo(NOON);
    }
}
