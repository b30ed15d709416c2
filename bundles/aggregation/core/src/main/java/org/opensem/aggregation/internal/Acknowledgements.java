package org.opensem.aggregation.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import org.opensem.store.ChangeLog;

/**
 * Tells the store what was committed, a while later. What is older than the store's retention goes as soon as it is acknowledged,
 * and an import comes in parts: the part before must still be there when the next one continues its quarter-hour and its day.
 */
final class Acknowledgements {
    private final ChangeLog log;
    private final String follower;
    private final Duration delay;
    private final ArrayDeque<Committed> waiting = new ArrayDeque<>();

    Acknowledgements(ChangeLog log, String follower, Duration delay) {
        this.log = log;
        this.follower = follower;
        this.delay = delay;
    }

    void now(long sequence) {
        log.acknowledge(follower, sequence);
    }

    void later(long sequence) {
        waiting.add(new Committed(sequence, System.nanoTime()));
    }

    /** Acknowledges what was committed long enough ago. */
    void due() {
        long now = System.nanoTime();
        Committed last = null;
        while (!waiting.isEmpty() && now - waiting.peek().nanos() >= delay.toNanos()) {
            last = waiting.poll();
        }
        if (last != null) {
            now(last.sequence());
        }
    }

    private record Committed(long sequence, long nanos) {}
}
