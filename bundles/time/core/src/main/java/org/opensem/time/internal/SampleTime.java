package org.opensem.time.internal;

import java.time.Instant;
import org.opensem.metering.Position;
import org.opensem.metering.SampleBatch;
import org.opensem.metering.SampleListener;

/**
 * The time that samples tell: the end of the newest second. Before the first sample it is 1970: a clock that lags behind a
 * replay harms nothing, while one that is ahead of it would make the retention take a replayed year for outdated.
 */
final class SampleTime implements SampleListener {
    private long epoch;
    private volatile long nowSecond;

    Instant now() {
        return Instant.ofEpochSecond(nowSecond);
    }

    @Override
    public String id() {
        return "time";
    }

    /** From the start of memory, so that an updated clock knows the time also when a replay is over. */
    @Override
    public Position resumeAfter() {
        return Position.START;
    }

    @Override
    public void accept(SampleBatch batch) {
        long newest = batch.samples().stream().mapToLong(s -> s.epochSecond() + 1).max().orElseThrow();
        boolean anotherDriver = batch.end().epoch() != epoch;
        epoch = batch.end().epoch();
        nowSecond = anotherDriver ? newest : Math.max(nowSecond, newest);
    }
}
