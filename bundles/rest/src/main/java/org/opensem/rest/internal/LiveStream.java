package org.opensem.rest.internal;

import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.opensem.access.AccessListener;
import org.opensem.metering.Position;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;
import org.opensem.metering.SampleListener;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each new second to everyone who follows {@code live/stream}. Every client has a virtual thread of its own that waits
 * and writes: one that does not read blocks itself, and then goes on with the newest seconds, for those it missed are gone.
 * When access changes, every client is looked at anew, and the stream of one that would not be let in any more ends (E6).
 */
@Component(service = {LiveStream.class, SampleListener.class, AccessListener.class})
public final class LiveStream implements SampleListener, AccessListener {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    /** How far a client may lag before it misses seconds. */
    static final int KEPT = 10;
    /** Without a sample for so long a comment goes out, so that a client that has gone is noticed. */
    private static final long SILENCE_SECONDS = 15;
    /** A client that has missed something, in a fast replay, gets no more than four bundles of events a second. */
    private static final long PAUSE_MILLIS = 250;
    private static final int MOST_CLIENTS = 1000;
    private static final long CLOSE_MILLIS = 1000;

    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Sample> latest = new ArrayDeque<>();
    private long count;
    private long accessChanges;
    private boolean closed;

    @Override
    public String id() {
        return "rest";
    }

    @Override
    public Position resumeAfter() {
        return Position.LATEST;
    }

    @Override
    public void accept(SampleBatch batch) {
        lock.lock();
        try {
            for (Sample sample : batch.samples()) {
                if (latest.size() == KEPT) {
                    latest.removeFirst();
                }
                latest.addLast(sample);
                count++;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void accessChanged() {
        lock.lock();
        try {
            accessChanges++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Serves a client until it goes, or is admitted no more.
     *
     * @param shown what the client is told of a sample
     * @param admitted whether the client would be let in now; asked before its first event and whenever access has changed
     * @throws Problem 503 if there are too many
     */
    void open(SseEventSink sink, Sse sse, ZoneId zone, UnaryOperator<Sample> shown, BooleanSupplier admitted) {
        Client client = new Client(sink, sse, zone, shown, admitted);
        lock.lock();
        try {
            if (closed || clients.size() >= MOST_CLIENTS) {
                throw Problem.of(503, "too-many-clients");
            }
            clients.add(client);
        } finally {
            lock.unlock();
        }
        client.thread = Thread.ofVirtual().name("opensem-live-stream").start(client);
    }

    /** The newest sample that came here, or null. */
    Sample newest() {
        lock.lock();
        try {
            return latest.peekLast();
        } finally {
            lock.unlock();
        }
    }

    /** How many clients follow. */
    int clients() {
        return clients.size();
    }

    @Deactivate
    void close() throws InterruptedException {
        List<Client> open;
        lock.lock();
        try {
            closed = true;
            open = new ArrayList<>(clients);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MILLIS);
        for (Client client : open) {
            // One that is blocked in writing is interrupted; the others have seen "closed".
            Thread thread = client.thread;
            if (thread != null && !thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                thread.interrupt();
            }
        }
    }

    /**
     * What a client gets next.
     *
     * @param upTo count of the last sample of these
     * @param access how often access had changed until then
     * @param silent whether there was no sample for long
     */
    private record Next(List<Sample> samples, long upTo, boolean missed, long access, boolean silent) {}

    /** Waits for samples after the last, or for a change of access. @return null when the stream ends */
    private Next await(Next last) throws InterruptedException {
        long after = last.upTo();
        long nanos = TimeUnit.SECONDS.toNanos(SILENCE_SECONDS);
        lock.lockInterruptibly();
        try {
            while (count <= after && accessChanges == last.access() && !closed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            if (closed) {
                return null;
            }
            List<Sample> samples = new ArrayList<>(latest);
            int fresh = (int) Math.min(count - after, samples.size());
            boolean missed = count - after > samples.size();
            int from = missed ? samples.size() - 1 : samples.size() - fresh;
            return new Next(List.copyOf(samples.subList(Math.max(0, from), samples.size())), count, missed, accessChanges,
                    nanos <= 0 && count <= after);
        } finally {
            lock.unlock();
        }
    }

    /** Where a client begins. */
    private Next start() {
        lock.lock();
        try {
            // The newest second comes at once, so that nobody waits before an empty page.
            return new Next(List.of(), latest.isEmpty() ? count : count - 1, false, accessChanges, false);
        } finally {
            lock.unlock();
        }
    }

    /** One open connection. */
    private final class Client implements Runnable {
        private final SseEventSink sink;
        private final Sse sse;
        private final ZoneId zone;
        private final UnaryOperator<Sample> shown;
        private final BooleanSupplier admitted;
        private volatile Thread thread;

        Client(SseEventSink sink, Sse sse, ZoneId zone, UnaryOperator<Sample> shown, BooleanSupplier admitted) {
            this.sink = sink;
            this.sse = sse;
            this.zone = zone;
            this.shown = shown;
            this.admitted = admitted;
        }

        @Override
        public void run() {
            try (sink) {
                Next last = start();
                // Access may have changed after the doorkeeper let it in, and before it was among the clients.
                if (!admitted.getAsBoolean()) {
                    return;
                }
                sink.send(sse.newEventBuilder().comment("openSEM").build());
                for (Next next = await(last); next != null && !sink.isClosed() && mayGoOn(last, next); next = await(last)) {
                    send(next);
                    last = next;
                    if (next.missed()) {
                        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IllegalStateException e) {
                // The client went between the look at the sink and the sending.
                LOG.debug("A follower went", e);
            } finally {
                clients.remove(this);
            }
        }

        private boolean mayGoOn(Next last, Next next) {
            return last.access() == next.access() || admitted.getAsBoolean();
        }

        private void send(Next next) {
            if (next.silent()) {
                sink.send(sse.newEventBuilder().comment("no sample").build());
            }
            for (Sample sample : next.samples()) {
                sink.send(sse.newEvent(Json.string(LiveJson.of(shown.apply(sample), zone))));
            }
        }
    }
}
