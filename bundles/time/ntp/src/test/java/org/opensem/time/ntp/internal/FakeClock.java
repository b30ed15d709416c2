package org.opensem.time.ntp.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opensem.time.ClockService;
import org.opensem.time.ClockStatus;
import org.opensem.time.TimeReading;
import org.opensem.time.TimeSetting;

/** A clock that is as wrong as a test wants it, and takes what it is told as the real one does. */
final class FakeClock implements ClockService, TimeSetting {
    /** What every honest server tells. */
    static Instant truth() {
        return Instant.parse("2026-11-22T12:00:00Z").plusNanos(System.nanoTime());
    }

    private final List<TimeReading> told = new CopyOnWriteArrayList<>();
    private volatile Duration error;

    FakeClock(Duration error) {
        this.error = error;
    }

    Duration error() {
        return error;
    }

    List<TimeReading> told() {
        return told;
    }

    @Override
    public Instant now() {
        return truth().plus(error);
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public ClockStatus status() {
        return new ClockStatus("system", 0, true);
    }

    @Override
    public Outcome set(Instant time, Person person) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome synchronise(TimeReading reading) {
        told.add(reading);
        Instant true_ = Instant.parse("2026-11-22T12:00:00Z").plusNanos(reading.nanoTime());
        Duration correction = Duration.between(true_.plus(error), reading.time());
        if (correction.abs().compareTo(Duration.ofMinutes(10)) > 0 && reading.agreeing() < 3) {
            return Outcome.REFUSED;
        }
        error = Duration.between(true_, reading.time());
        return correction.abs().compareTo(Duration.ofSeconds(2)) > 0 ? Outcome.STEPPED : Outcome.SLEWED;
    }
}
