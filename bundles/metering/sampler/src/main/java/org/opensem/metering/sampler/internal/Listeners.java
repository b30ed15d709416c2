package org.opensem.metering.sampler.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.opensem.metering.SampleListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everybody who listens, and the durable ones who are away for a while: what they have not taken is not released. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
    private static final Duration STOP_WAIT = Duration.ofSeconds(2);
    /** As long as an update may take (X2); whoever is away for longer was removed, and a replay must not wait for ever. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Ring ring;
    private final Runnable progress;
    private final Map<SampleListener, ListenerWorker> workers = new IdentityHashMap<>();
    private final Map<String, Away> away = new HashMap<>();
    private final Set<String> awaited;
    private final Set<String> seen = new HashSet<>();
    private final LongSupplier nanoTime;
    private boolean started;

    /**
     * @param taken index in the ring below which it had taken everything
     * @param since when it went, by {@link #nanoTime}
     */
    private record Away(long taken, long since) {}

    /**
     * @param awaited ids of durable listeners without which nothing is released, also before they have come for the first time
     * @param progress called whenever {@link #taken} may have grown
     * @param nanoTime tells durations, as {@link System#nanoTime} does
     */
    Listeners(Ring ring, Set<String> awaited, Runnable progress, LongSupplier nanoTime) {
        this.ring = ring;
        this.awaited = Set.copyOf(awaited);
        this.progress = progress;
        this.nanoTime = nanoTime;
    }

    void add(SampleListener listener) {
        String id = idOf(listener);
        synchronized (this) {
            if (workers.values().stream().anyMatch(w -> w.id().equals(id))) {
                LOG.warn("Two sample listeners have the id {}; both get the samples", id);
            }
            ListenerWorker worker = new ListenerWorker(listener, id, ring, progress);
            workers.put(listener, worker);
            if (started) {
                worker.start();
            }
        }
    }

    void remove(SampleListener listener) {
        ListenerWorker worker;
        synchronized (this) {
            worker = workers.get(listener);
        }
        if (worker != null) {
            // It still counts while its last batch is being taken.
            end(List.of(worker));
            synchronized (this) {
                workers.remove(listener);
                // One that goes before it has answered leaves what is known of its earlier life.
                noteAnswered(worker);
                if (worker.hasAnswered() && worker.isDurable()) {
                    away.put(worker.id(), new Away(worker.taken(), nanoTime.getAsLong()));
                }
            }
            progress.run();
        }
    }

    /** Lets those begin who came before; what is in memory by then is not new to the ones that want only what comes. */
    synchronized void start() {
        started = true;
        List<SampleListener> waiting = List.copyOf(workers.keySet());
        workers.clear();
        for (SampleListener listener : waiting) {
            ListenerWorker worker = new ListenerWorker(listener, idOf(listener), ring, progress);
            workers.put(listener, worker);
            worker.start();
        }
    }

    void stop() {
        List<ListenerWorker> all;
        synchronized (this) {
            started = false;
            all = List.copyOf(workers.values());
            workers.clear();
        }
        end(all);
    }

    /** Index in the ring below which every durable listener, present or away, has taken everything; 0 if one never came. */
    synchronized long taken() {
        workers.values().forEach(this::noteAnswered);
        if (!seen.containsAll(awaited)) {
            return 0;
        }
        long present = workers.values().stream().filter(ListenerWorker::isDurable).mapToLong(ListenerWorker::taken).min()
                .orElse(Long.MAX_VALUE);
        away.entrySet().removeIf(entry -> isGivenUp(entry.getKey(), entry.getValue()));
        long gone = away.values().stream().mapToLong(Away::taken).min().orElse(Long.MAX_VALUE);
        return Math.min(present, gone);
    }

    private boolean isGivenUp(String id, Away absent) {
        boolean givenUp = !awaited.contains(id) && nanoTime.getAsLong() - absent.since() > PATIENCE.toNanos();
        if (givenUp) {
            LOG.warn("Sample listener {} has been away for more than 15 minutes and is waited for no longer", id);
        }
        return givenUp;
    }

    private void noteAnswered(ListenerWorker worker) {
        if (worker.hasAnswered()) {
            seen.add(worker.id());
            away.remove(worker.id());
        }
    }

    private static void end(List<ListenerWorker> workers) {
        workers.forEach(ListenerWorker::signalStop);
        long deadline = System.nanoTime() + STOP_WAIT.toNanos();
        workers.forEach(w -> w.awaitEnd(deadline));
    }

    private static String idOf(SampleListener listener) {
        try {
            return String.valueOf(listener.id());
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("A sample listener does not tell its id; its class is used instead", e);
            return listener.getClass().getName();
        }
    }
}
