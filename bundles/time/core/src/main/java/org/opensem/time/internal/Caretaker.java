package org.opensem.time.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.opensem.time.ClockStatus;
import org.opensem.time.SystemClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be done about the clock now and then: asking the operating system, setting it, remembering. */
final class Caretaker {
    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();
    private static final long TEN_MINUTES_NANOS = Duration.ofMinutes(10).toNanos();
    /** Below this the operating system's clock is left alone. */
    private static final long LEAST_SET_MILLIS = 500;

    private final Timekeeper keeper;
    private final Memory memory;
    private final Machine machine;
    private volatile TimeOptions options;
    private volatile SystemClock system;
    private volatile boolean corrected;
    private volatile boolean ask;
    private boolean trusted = true;
    private Long askedAt;
    private Long savedAt;
    private Long setAt;
    private boolean failing;

    Caretaker(Timekeeper keeper, Memory memory, Machine machine) {
        this.keeper = keeper;
        this.memory = memory;
        this.machine = machine;
    }

    /** Which process this is, also if a process has got the number of an earlier one. */
    static String process() {
        ProcessHandle current = ProcessHandle.current();
        return current.pid() + "@" + current.info().startInstant().map(Instant::toString).orElse("");
    }

    void options(TimeOptions now) {
        options = now;
    }

    void use(SystemClock clock) {
        system = clock;
        ask = true;
    }

    void lose(SystemClock clock) {
        if (system == clock) {
            system = null;
        }
    }

    /** The clock was corrected: what the next tick would do in a minute is due now. */
    void corrected() {
        corrected = true;
    }

    /** Once a second. */
    void tick() {
        if (corrected) {
            corrected = false;
            savedAt = null;
            setAt = null;
        }
        keeper.tick(synchronised());
        ClockStatus now = keeper.status();
        if (trusted && !now.trusted()) {
            LOG.warn("The clock says {} and is not trusted ({}): set it, or let it be set by time servers. What is measured "
                    + "waits until then", keeper.now(), now.reason());
        }
        trusted = now.trusted();
        setSystem();
        if (isDue(savedAt, MINUTE_NANOS)) {
            save();
        }
    }

    private boolean isDue(Long last, long every) {
        return last == null || machine.nanoTime() - last >= every;
    }

    private Optional<Boolean> synchronised() {
        SystemClock clock = system;
        if (clock == null || options.mode() != Mode.SYSTEM
                || !ask && !isDue(askedAt, trusted ? TEN_MINUTES_NANOS : MINUTE_NANOS)) {
            return Optional.empty();
        }
        ask = false;
        askedAt = machine.nanoTime();
        return clock.synchronised();
    }

    private void setSystem() {
        SystemClock clock = system;
        if (clock == null || !options.setSystemClock() || !keeper.leads() || !isDue(setAt, MINUTE_NANOS)
                || Math.abs(keeper.status().offsetMillis()) < LEAST_SET_MILLIS || !clock.permitted()) {
            return;
        }
        setAt = machine.nanoTime();
        try {
            clock.set(keeper.now());
            LOG.info("The operating system's clock was set to {}", keeper.now());
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                LOG.warn("The operating system's clock cannot be set, so that this program keeps an offset of its own: {}",
                        e.getMessage());
            }
            failing = true;
        }
    }

    void save() {
        savedAt = machine.nanoTime();
        keeper.remember(process()).ifPresent(memory::save);
    }
}
