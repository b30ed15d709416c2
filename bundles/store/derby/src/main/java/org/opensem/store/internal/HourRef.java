package org.opensem.store.internal;

import org.opensem.store.internal.codec.HourImage;

/**
 * Where an hour's seconds are: in a stored block, or in memory while the hour is open.
 *
 * @param hour hours since 1970
 * @param id of the block, which tells the hour and the version; 0 if there is none
 * @param seconds stored in the block
 * @param first second of the block, 0 to 3599
 * @param last second of the block, 0 to 3599
 * @param open the hour's seconds, those of the block included, as long as the stream writes to it; otherwise null. Its
 *     monitor guards it
 */
public record HourRef(long hour, long id, int seconds, int first, int last, HourImage open) {
    private static final int VERSION_BITS = 20;

    /** The hour of a block. */
    public static long hourOf(long id) {
        return id >> VERSION_BITS;
    }

    /** The least id of an hour. */
    public static long firstId(long hour) {
        return hour << VERSION_BITS;
    }

    /** The id of the block that replaces this one. */
    long nextId() {
        return firstId(hour) | (id + 1 & (1L << VERSION_BITS) - 1);
    }

    /** The same without the open hour. */
    HourRef closed() {
        return new HourRef(hour, id, seconds, first, last, null);
    }

    long count() {
        if (open == null) {
            return seconds;
        }
        synchronized (open) {
            return open.count();
        }
    }

    /** The first stored epoch second, or -1. */
    long firstSecond() {
        int second = first;
        if (open != null) {
            synchronized (open) {
                second = open.first();
            }
        }
        return second < 0 ? -1 : hour * HourImage.SECONDS + second;
    }

    /** The last stored epoch second, or -1. */
    long lastSecond() {
        int second = last;
        if (open != null) {
            synchronized (open) {
                second = open.last();
            }
        }
        return second < 0 ? -1 : hour * HourImage.SECONDS + second;
    }
}
