package org.opensem.metering.sampler.internal;

import java.util.function.Supplier;
import org.opensem.time.TimeHistory;
import org.opensem.time.Timelines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the clock knows of itself; while it is being swapped, what it knew last. */
final class KnownTimes implements Supplier<TimeHistory> {
    private static final Logger LOG = LoggerFactory.getLogger(KnownTimes.class);
    private volatile Timelines clock;
    private volatile TimeHistory last = TimeHistory.NONE;

    void use(Timelines timelines) {
        clock = timelines;
    }

    void lose(Timelines timelines) {
        get();
        if (clock == timelines) {
            clock = null;
        }
    }

    @Override
    public TimeHistory get() {
        Timelines service = clock;
        if (service != null) {
            try {
                last = service.history();
            } catch (RuntimeException | LinkageError e) {
                // What a clock throws that is being swapped must not end the thread that reads the driver.
                LOG.debug("The clock does not tell what it knows", e);
            }
        }
        return last;
    }
}
