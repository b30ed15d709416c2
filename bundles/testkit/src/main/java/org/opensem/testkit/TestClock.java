package org.opensem.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.opensem.time.ClockService;
import org.opensem.time.ClockStatus;

/** A clock that a test turns. */
public final class TestClock implements ClockService {
    private volatile Instant now;
    private volatile ZoneId zone = ZoneId.of("Europe/Berlin");
    private volatile boolean trusted = true;
    private volatile ClockStatus status;

    public TestClock(Instant now) {
        this.now = now;
    }

    public TestClock set(Instant instant) {
        now = instant;
        return this;
    }

    public TestClock advance(Duration by) {
        now = now.plus(by);
        return this;
    }

    public TestClock zone(String id) {
        zone = ZoneId.of(id);
        return this;
    }

    public TestClock trusted(boolean value) {
        trusted = value;
        return this;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    /** What it says of itself from now on, whatever {@link #trusted} said. */
    public TestClock status(ClockStatus told) {
        status = told;
        return this;
    }

    @Override
    public ClockStatus status() {
        return status == null ? new ClockStatus("test", 0, trusted) : status;
    }
}
