package org.opensem.metering.sampler.internal;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.opensem.metering.Sample;
import org.opensem.time.ClockService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses samples that lie more than two minutes ahead of a trusted clock (T6). */
final class Admission implements Predicate<Sample> {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
    private static final long MOST_AHEAD_SECONDS = 120;

    private final Supplier<ClockService> clock;
    private boolean refusing;

    /** @param clock the clock, or null while there is none: then nothing is refused */
    Admission(Supplier<ClockService> clock) {
        this.clock = clock;
    }

    @Override
    public boolean test(Sample sample) {
        ClockService now = clock.get();
        boolean ahead = now != null && isAhead(sample, now);
        if (ahead && !refusing) {
            LOG.warn("A sample of {} is refused: it lies more than 2 minutes ahead of the clock ({}). Check the meter's clock "
                    + "and this machine's", sample.time(), now.now());
        } else if (refusing && !ahead) {
            LOG.info("Samples are on time again");
        }
        refusing = ahead;
        return !ahead;
    }

    /** What a clock throws that is foreign or being swapped must not end the thread that reads the driver. */
    private static boolean isAhead(Sample sample, ClockService now) {
        try {
            return now.status().trusted() && sample.epochSecond() > now.now().getEpochSecond() + MOST_AHEAD_SECONDS;
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("The clock does not tell the time; the sample is taken", e);
            return false;
        }
    }
}
