package org.opensem.time.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** A machine whose time, clock and sleep a test decides. */
final class FakeMachine implements Machine {
    /** What a right clock shows at the machine's start. */
    static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private long nanos = 5_000_000_000L;
    private Duration slept = Duration.ZERO;
    private Duration error = Duration.ZERO;
    private boolean tellsUptime = true;

    /** Time passes, without anybody noticing. */
    FakeMachine pass(Duration time) {
        nanos += time.toNanos();
        return this;
    }

    /** The machine sleeps; its clock goes on. */
    void sleep(Duration time) {
        slept = slept.plus(time);
    }

    /** Sets the operating system's clock to be wrong by so much. */
    FakeMachine error(Duration wrong) {
        error = wrong;
        return this;
    }

    /** A system without a count of its uptime. */
    void hideUptime() {
        tellsUptime = false;
    }

    /** What a right clock shows. */
    Instant truth() {
        return START.plusNanos(nanos - 5_000_000_000L).plus(slept);
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public Instant systemTime() {
        return truth().plus(error);
    }

    @Override
    public OptionalLong uptimeNanos() {
        return tellsUptime ? OptionalLong.of(nanos + slept.toNanos()) : OptionalLong.empty();
    }
}
