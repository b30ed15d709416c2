package org.opensem.metering.simulator.internal;

import java.time.Instant;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells each full second when it is over. A few seconds that a busy machine missed are told late; a longer sleep is a gap, as
 * it would be with a meter. A clock that is set back is followed.
 */
final class Ticker {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final int MOST_LATE_SECONDS = 5;
    private static final int MOST_SLEWED_SECONDS = 2;
    private final LongConsumer seconds;
    private long last;
    private boolean started;

    Ticker(LongConsumer seconds) {
        this.seconds = seconds;
    }

    void tick(Instant now) {
        long over = now.getEpochSecond() - 1;
        if (!started) {
            started = true;
            last = over;
        } else if (over - last > MOST_LATE_SECONDS) {
            LOG.info("{} seconds are missing: the machine slept, or its clock was set", over - last - 1);
            last = over - 1;
        } else if (last - over > MOST_SLEWED_SECONDS) {
            LOG.info("The clock was set back by {} seconds", last - over);
            last = over - 1;
        }
        while (last < over) {
            last++;
            seconds.accept(last);
        }
    }
}
