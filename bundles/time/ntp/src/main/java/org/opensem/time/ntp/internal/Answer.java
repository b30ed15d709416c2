package org.opensem.time.ntp.internal;

/**
 * What one server told once.
 *
 * @param aheadNanos what true time is ahead of {@link System#nanoTime}, in nanoseconds since 1970, by this server
 * @param errorNanos how far the truth may be off that, if the server is honest: half of the way there and back, and what it says
 *     of its own distance from the truth
 * @param delayNanos the way there and back
 */
record Answer(long aheadNanos, long errorNanos, long delayNanos) {

    long lowest() {
        return aheadNanos - errorNanos;
    }

    long highest() {
        return aheadNanos + errorNanos;
    }
}
