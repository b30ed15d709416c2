package org.opensem.aggregation.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that computes. It is never interrupted, since the database's files do not take that well: it waits in short
 * steps and asks whether to stop between the days of a long computation.
 */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofMillis(1800);

    private final Follower follower;
    private final Duration pace;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "opensem-aggregation");
    private boolean behind;

    /** @param pace between two rounds: what comes meanwhile is computed together */
    Worker(Follower follower, Duration pace) {
        this.follower = follower;
        this.pace = pace;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Commits what was computed and returns within two seconds. */
    void stop() {
        stop.countDown();
        try {
            thread.join(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("The aggregation did not end in time; what it had not committed is computed again at its next start");
        }
    }

    private void run() {
        try {
            while (stop.getCount() > 0) {
                boolean well = round();
                if (stop.await(well ? pace.toMillis() : RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
            // Not acknowledged any more: the store may be on its way out, and the next start does it.
            follower.save();
        } catch (InterruptedException e) {
            LOG.debug("The aggregation was interrupted; what it had not committed is computed again at its next start", e);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("The last figures were not committed ({}); they are computed again at the next start", e.toString());
            LOG.debug("The last figures were not committed", e);
        }
    }

    private boolean round() throws InterruptedException {
        try {
            follower.round(WAIT, () -> stop.getCount() == 0);
            if (behind) {
                behind = false;
                LOG.info("The aggregation goes on");
            }
            return true;
        } catch (RuntimeException | LinkageError e) {
            // What leaves here ends the thread; the store or the database may be being swapped.
            if (behind || stop.getCount() == 0) {
                LOG.debug("The aggregation still cannot go on", e);
            } else {
                behind = true;
                LOG.warn("The aggregation cannot go on and tries again every second; no figure is lost", e);
            }
            return false;
        }
    }
}
