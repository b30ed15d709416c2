package org.opensem.store.internal;

import java.util.Arrays;
import org.opensem.store.internal.codec.HourImage;

/** An hour that the stream writes to: its seconds, and which of them are not stored yet. The writer's lock guards it. */
final class OpenHour {
    private HourImage image;
    private int[] pending = new int[64];
    private int pendingCount;
    private boolean journaled;

    /** @param journaled whether the journal holds some of its seconds */
    OpenHour(HourImage image, boolean journaled) {
        this.image = image;
        this.journaled = journaled;
    }

    HourImage image() {
        return image;
    }

    /** Adds a second that is not there yet. */
    void add(int second, int total, int l1, int l2, int l3) {
        synchronized (image) {
            image.put(second, total, l1, l2, l3);
        }
        if (pendingCount == pending.length) {
            pending = Arrays.copyOf(pending, pendingCount * 2);
        }
        pending[pendingCount++] = second;
    }

    boolean hasPending() {
        return pendingCount > 0;
    }

    /** The seconds not stored yet, ascending. */
    int[] pending() {
        int[] seconds = Arrays.copyOf(pending, pendingCount);
        Arrays.sort(seconds);
        return seconds;
    }

    boolean journaled() {
        return journaled;
    }

    /** After a commit to the journal. */
    void inJournal() {
        pendingCount = 0;
        journaled = true;
    }

    /** After a commit of a block that holds all of these seconds. */
    void inBlock(HourImage packed) {
        image = packed;
        pendingCount = 0;
        journaled = false;
    }
}
