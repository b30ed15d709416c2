package org.opensem.metering.simulator.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.opensem.time.ClockService;

/** The clock service's time, kept going while that service is being swapped: a meter has a clock of its own (X2). */
final class SteadyClock {
    private final LongSupplier nanoTime;
    private ClockService service;
    private Instant told;
    private long toldNanos;
    private ZoneId zone;

    SteadyClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void use(ClockService clock) {
        service = clock;
    }

    synchronized void lose(ClockService clock) {
        if (service == clock) {
            service = null;
        }
    }

    /** Now; empty before the first clock service has come. */
    synchronized Optional<Instant> now() {
        long nanos = nanoTime.getAsLong();
        if (service != null) {
            told = service.now();
            toldNanos = nanos;
            zone = service.zone();
            return Optional.of(told);
        }
        return Optional.ofNullable(told).map(last -> last.plusNanos(nanos - toldNanos));
    }

    /** The zone as of the last time that was told. */
    synchronized ZoneId zone() {
        return zone;
    }
}
