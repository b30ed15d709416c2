package org.opensem.web;

import com.vaadin.flow.shared.Registration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread of a view's bundle that ticks for all its open pages, once a second, so that what takes time is read off the
 * page's lock. Close it when the bundle stops.
 */
public final class Ticker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private final ScheduledExecutorService thread;

    /** @param name of the thread */
    public Ticker(String name) {
        thread = Executors.newSingleThreadScheduledExecutor(task -> Thread.ofPlatform().daemon().name(name).unstarted(task));
    }

    /** Runs something every second until the result is closed. */
    public Registration every(Runnable task) {
        ScheduledFuture<?> ticking = thread.scheduleWithFixedDelay(() -> run(task), 1, 1, TimeUnit.SECONDS);
        return () -> ticking.cancel(false);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | LinkageError e) {
            // One page's trouble must not end the ticking of the others, nor its own; what it uses may be being swapped.
            LOG.debug("A page could not be refreshed", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
