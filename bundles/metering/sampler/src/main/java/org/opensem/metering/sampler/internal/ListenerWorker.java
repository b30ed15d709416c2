package org.opensem.metering.sampler.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.opensem.metering.Position;
import org.opensem.metering.SampleBatch;
import org.opensem.metering.SampleListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one listener its samples, on a thread of its own. A platform thread: a listener is foreign code, and one that spins
 * on a virtual thread would take the carrier from the others.
 */
final class ListenerWorker {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerWorker.class);
    private static final int MOST_SAMPLES = 3600;
    private static final long PAUSE_MILLIS = 1000;

    private final SampleListener listener;
    private final String id;
    private final Ring ring;
    private final Runnable progress;
    private final long endAtStart;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    /** Until the listener has answered where it goes on it counts as one that needs everything. */
    private volatile boolean durable = true;
    private volatile boolean answered;
    private volatile long taken;
    private boolean failing;

    /** @param progress called after every batch taken, on the listener's thread */
    ListenerWorker(SampleListener listener, String id, Ring ring, Runnable progress) {
        this.listener = listener;
        this.id = id;
        this.ring = ring;
        this.progress = progress;
        this.endAtStart = ring.end();
        this.taken = ring.oldest();
        this.thread = Thread.ofPlatform().name("opensem-listener-" + id).daemon(true).inheritInheritableThreadLocals(false)
                .unstarted(this::run);
        // The creator's class loader is no business of the listener's.
        thread.setContextClassLoader(listener.getClass().getClassLoader());
    }

    void start() {
        thread.start();
    }

    String id() {
        return id;
    }

    /** Whether a replay waits for it. */
    boolean isDurable() {
        return durable;
    }

    /** Whether it has told where it goes on. */
    boolean hasAnswered() {
        return answered;
    }

    /** Index in the ring below which the listener has taken everything. */
    long taken() {
        return taken;
    }

    /** Asks it to end after the batch that it is at. */
    void signalStop() {
        stopped.countDown();
        ring.wake();
    }

    /** Waits for the end until a time of {@link System#nanoTime}, then interrupts and leaves it alone. */
    void awaitEnd(long deadlineNanos) {
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            if (!thread.join(Duration.ofNanos(Math.max(1, deadlineNanos - System.nanoTime())))) {
                thread.interrupt();
                if (!thread.join(Duration.ofMillis(PAUSE_MILLIS / 2))) {
                    LOG.warn("Sample listener {} does not return from a call and is left behind; its bundle cannot be freed "
                            + "until it does", id);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isWanted() {
        return stopped.getCount() > 0;
    }

    private void run() {
        Position done = null;
        while (isWanted()) {
            try {
                if (done == null) {
                    done = askPosition();
                }
                deliver(done);
            } catch (InterruptedException e) {
                // Foreign code may interrupt a thread that it was called on; only stopping ends the delivery.
                LOG.debug("Sample listener {} was interrupted", id);
            }
        }
    }

    private void deliver(Position done) throws InterruptedException {
        while (isWanted()) {
            Ring.Pulled pulled = ring.pull(taken, done, MOST_SAMPLES, this::isWanted);
            tellLoss(pulled.lost());
            boolean given = pulled.batch() == null || isWanted() && give(pulled.batch());
            if (given) {
                taken = pulled.next();
                progress.run();
            }
        }
    }

    private Position askPosition() throws InterruptedException {
        while (isWanted()) {
            try {
                Position done = listener.resumeAfter();
                succeeded();
                if (Position.LATEST.equals(done)) {
                    durable = false;
                    taken = endAtStart;
                } else {
                    Ring.Resume resume = ring.resume(done);
                    taken = resume.index();
                    tellLoss(resume.missed());
                }
                answered = true;
                progress.run();
                return done;
            } catch (Throwable e) {
                failed(e);
            }
        }
        return Position.START;
    }

    /** Gives the same batch until it is taken. @return false if the listener went away before that */
    private boolean give(SampleBatch batch) throws InterruptedException {
        while (isWanted()) {
            try {
                listener.accept(batch);
                succeeded();
                return true;
            } catch (Throwable e) {
                failed(e);
            }
        }
        return false;
    }

    /** Whatever foreign code throws, errors of linking among it while a bundle is being swapped, ends neither it nor us. */
    private void failed(Throwable e) throws InterruptedException {
        if (!isWanted() && e instanceof InterruptedException) {
            throw new InterruptedException();
        }
        if (failing) {
            LOG.debug("Sample listener {} still fails", id, e);
        } else {
            failing = true;
            LOG.warn("Sample listener {} failed; the same samples are offered again every second", id, e);
        }
        // An interrupt that the listener left behind must not cut the pause short.
        Thread.interrupted();
        stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void succeeded() {
        if (failing) {
            failing = false;
            LOG.info("Sample listener {} takes samples again", id);
        }
    }

    private void tellLoss(long lost) {
        if (lost > 0 && durable) {
            LOG.warn("Sample listener {} was away or slow for longer than the memory of 15 minutes: {} samples are lost to it",
                    id, lost);
        } else if (lost > 0) {
            LOG.debug("Sample listener {} was too slow for {} samples", id, lost);
        }
    }
}
