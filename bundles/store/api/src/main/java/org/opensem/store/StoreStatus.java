package org.opensem.store;

import java.util.OptionalLong;

/**
 * What there is.
 *
 * @param oldest first stored epoch second
 * @param newest last stored epoch second
 * @param samples stored seconds
 * @param bytes size of the files on disk
 * @param skipped seconds of the live stream dropped since the start because they were stored already (T6)
 * @param held seconds that were measured while the clock was not trusted: they wait to be told where they belong, and are in none
 *     of the other figures (T6)
 * @param restamped seconds brought to another place since the start, because the clock that stamped them was corrected (T6)
 */
public record StoreStatus(
        OptionalLong oldest, OptionalLong newest, long samples, long bytes, long skipped, long held, long restamped) {

    /** Of a store whose clock is never corrected. */
    public StoreStatus(OptionalLong oldest, OptionalLong newest, long samples, long bytes, long skipped) {
        this(oldest, newest, samples, bytes, skipped, 0, 0);
    }
}
