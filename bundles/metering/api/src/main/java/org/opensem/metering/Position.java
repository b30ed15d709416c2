package org.opensem.metering;

/**
 * A place in the stream of samples: which buffer (its epoch) and how far in it. Never a time.
 *
 * @param epoch identifies the driver's {@link SampleBuffer}; a new buffer has a new one
 * @param sequence number of a sample in that buffer, from 1; 0 is before the first
 */
public record Position(long epoch, long sequence) {

    /** "Nothing before now": a listener that wants only what comes, and that nobody waits for. */
    public static final Position LATEST = new Position(0, Long.MAX_VALUE);

    /** "Everything that is still in memory": a durable listener that has not committed anything yet. */
    public static final Position START = new Position(0, 0);
}
