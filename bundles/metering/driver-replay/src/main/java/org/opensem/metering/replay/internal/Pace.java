package org.opensem.metering.replay.internal;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.opensem.metering.Sample;

/**
 * Holds samples back until their turn: a multiple of the time that passed between them when they were measured. Gaps pass
 * at the same speed; a step back in time passes at once.
 */
final class Pace {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long SHORTEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private final OptionalDouble speed;
    private long startNanos;
    private long startSecond;
    private long lastSecond = Long.MIN_VALUE;

    /** @param speed empty for no pacing at all */
    Pace(OptionalDouble speed) {
        this.speed = speed;
    }

    /** @throws IllegalArgumentException if the text is neither a positive number nor {@code max} */
    static Pace of(String text) {
        if (text.strip().equalsIgnoreCase("max")) {
            return new Pace(OptionalDouble.empty());
        }
        double factor;
        try {
            factor = Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("speed=" + text + " is neither a number nor max", e);
        }
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("speed=" + text + " is not a positive number");
        }
        return new Pace(OptionalDouble.of(factor));
    }

    /** How many samples, from an index on, may go now or shortly after; waits for the first of them. */
    int due(List<Sample> samples, int from) throws InterruptedException {
        if (speed.isEmpty()) {
            return samples.size() - from;
        }
        awaitTurn(samples.get(from).epochSecond());
        int count = 1;
        while (from + count < samples.size() && isDue(samples.get(from + count).epochSecond())) {
            count++;
        }
        return count;
    }

    private void awaitTurn(long second) throws InterruptedException {
        if (lastSecond == Long.MIN_VALUE || second < lastSecond) {
            startNanos = System.nanoTime();
            startSecond = second;
        }
        lastSecond = second;
        long wait = nanosUntil(second);
        if (wait >= SHORTEST_WAIT_NANOS) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }

    private boolean isDue(long second) {
        boolean due = second >= lastSecond && nanosUntil(second) < SHORTEST_WAIT_NANOS;
        if (due) {
            lastSecond = second;
        }
        return due;
    }

    private long nanosUntil(long second) {
        double target = (second - startSecond) / speed.getAsDouble() * NANOS_PER_SECOND;
        return (long) target - (System.nanoTime() - startNanos);
    }
}
