package org.opensem.web;

import java.time.Instant;
import java.util.Optional;
import org.opensem.metering.Sample;
import org.opensem.time.ClockService;

/** The clock of a view's bundle: while the clock service is being updated it goes on from its last answer (X2). */
public final class SteadyClock {
    private volatile Reading last = new Reading(Instant.EPOCH, System.nanoTime());

    /** The clock's answer, and when it was given. */
    private record Reading(Instant time, long nanos) {
        Instant carriedOn() {
            return time.plusNanos(System.nanoTime() - nanos);
        }
    }

    /**
     * Now.
     *
     * @param clock null while it is away
     * @param newest the newest sample, if any: without a clock it is not earlier than that
     */
    public Instant now(ClockService clock, Optional<Sample> newest) {
        if (clock != null) {
            Reading reading = new Reading(clock.now(), System.nanoTime());
            last = reading;
            return reading.time();
        }
        Instant carried = last.carriedOn();
        return newest.map(Sample::time).filter(time -> time.isAfter(carried)).orElse(carried);
    }
}
