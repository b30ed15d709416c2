package org.opensem.metering.sampler.internal;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.opensem.metering.Position;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBuffer;
import org.opensem.time.TimeHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drains one driver's buffer into the ring. It calls nobody who could hold it up. */
final class DriverReader {
    private static final Logger LOG = LoggerFactory.getLogger(DriverReader.class);
    private static final int MOST_SAMPLES = 3600;
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration STOP_WAIT = Duration.ofSeconds(2);

    private final String driverId;
    private final SampleBuffer buffer;
    private final Ring ring;
    private final Supplier<TimeHistory> history;
    private final Predicate<Sample> admitted;
    private final Tally tally;
    private final Runnable progress;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile long after;

    /**
     * @param history what the clock that stamps the samples knows of itself
     * @param after sequence to go on after; 0 for all that the buffer holds
     * @param progress called whenever samples were read, of which those that nobody is given may be released at once, and
     *     every second while none come
     */
    DriverReader(String driverId, SampleBuffer buffer, Ring ring, Supplier<TimeHistory> history, Predicate<Sample> admitted,
            Tally tally, long after, Runnable progress) {
        this.driverId = driverId;
        this.buffer = buffer;
        this.ring = ring;
        this.history = history;
        this.admitted = admitted;
        this.tally = tally;
        this.after = after;
        this.progress = progress;
        this.thread = Thread.ofPlatform().name("opensem-sampler").daemon(true).inheritInheritableThreadLocals(false)
                .unstarted(this::run);
        ring.ensureCapacity(buffer.capacity());
    }

    /** Takes what is there already, then goes on by itself. */
    void start() throws InterruptedException {
        drain();
        thread.start();
    }

    /** Ends, and takes what the driver left. @return sequence of the last sample read */
    long stop() throws InterruptedException {
        stopped = true;
        thread.interrupt();
        if (thread.getState() == Thread.State.NEW || thread.join(STOP_WAIT)) {
            drain();
        }
        return after;
    }

    long epoch() {
        return buffer.epoch();
    }

    /** Tells the driver what it may forget. */
    void release(Position position) {
        if (position.epoch() == buffer.epoch()) {
            buffer.release(position.sequence());
        }
    }

    private void run() {
        try {
            while (!stopped) {
                if (!take(buffer.read(after, MOST_SAMPLES, WAIT))) {
                    // A replay may be waiting for a listener that is now given up.
                    progress.run();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The reader of driver {} ends", driverId);
        }
    }

    private void drain() throws InterruptedException {
        boolean more = true;
        while (more) {
            more = take(buffer.read(after, MOST_SAMPLES, Duration.ZERO));
        }
    }

    private boolean take(SampleBuffer.Read read) {
        if (read.samples().isEmpty()) {
            return false;
        }
        // A sampler that has just come cannot know whether an earlier one had read what has left the buffer.
        long overrun = after == 0 ? 0 : read.first() - after - 1;
        if (overrun > 0) {
            LOG.warn("{} samples of driver {} were overwritten before they could be read", overrun, driverId);
        }
        tally.add(ring.append(buffer.epoch(), read, history.get(), admitted), overrun);
        after = read.first() + read.samples().size() - 1;
        progress.run();
        return true;
    }
}
