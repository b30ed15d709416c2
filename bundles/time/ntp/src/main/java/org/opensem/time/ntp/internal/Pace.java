package org.opensem.time.ntp.internal;

import java.time.Duration;

/** How long to wait before the servers are asked again: a minute at first, and longer and longer the more all is well. */
final class Pace {
    private static final Duration SHORTEST = Duration.ofSeconds(64);
    private static final Duration LONGEST = Duration.ofSeconds(1024);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(16);
    private static final Duration LAST_RETRY = Duration.ofSeconds(256);
    /** A correction beyond this means that the clock was not as well as it seemed. */
    private static final Duration CALM = Duration.ofMillis(100);

    private Duration calm = SHORTEST.dividedBy(2);
    private Duration retry = FIRST_RETRY.dividedBy(2);

    /** After the clock took a time; a step is confirmed soon. */
    Duration synchronised(Duration correction, boolean stepped) {
        retry = FIRST_RETRY.dividedBy(2);
        if (stepped) {
            calm = SHORTEST.dividedBy(2);
            return FIRST_RETRY;
        }
        calm = correction.abs().compareTo(CALM) > 0 ? SHORTEST : least(calm.multipliedBy(2), LONGEST);
        return calm;
    }

    /** After nobody was to be believed. */
    Duration failed() {
        calm = SHORTEST.dividedBy(2);
        retry = least(retry.multipliedBy(2), LAST_RETRY);
        return retry;
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
