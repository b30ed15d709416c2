package org.opensem.health.internal;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long a number has stayed the same, in real time, as far as anybody looked. */
final class Progress {
    private final LongSupplier nanoTime;
    private boolean seen;
    private long value;
    private long since;

    /** @param nanoTime a monotonic time, {@code System::nanoTime} */
    Progress(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized Duration unchangedFor(long now) {
        long time = nanoTime.getAsLong();
        if (!seen || value != now) {
            seen = true;
            value = now;
            since = time;
        }
        return Duration.ofNanos(time - since);
    }

    synchronized void forget() {
        seen = false;
    }
}
