package org.opensem.store.internal.jdbc;

/**
 * Cuts blocks into rows so that pages fill up: a row that does not fit into the last page begins a new one and leaves the
 * rest empty, so the first row of a block is as large as that rest. The room is an estimate; a wrong one costs space, nothing
 * else. One writer.
 */
final class PageFiller {
    /** What a page of 32 KiB holds beside its header and checksum. */
    private static final int PAGE = 32_768 - 132;
    /** What a row costs beside its data: slot, record header, key columns, field headers. */
    private static final int ROW = 40;
    private static final int LARGEST = 32_560;
    /** A row smaller than this is not worth its fetch. */
    private static final int SMALLEST = 1_000;

    private int room;

    /** How many of the remaining bytes the next row takes. */
    int next(int remaining) {
        if (room - ROW < Math.min(SMALLEST, remaining)) {
            room = PAGE;
        }
        int size = Math.min(remaining, Math.min(LARGEST, room - ROW));
        room -= size + ROW;
        return size;
    }

    /** Nothing is known about the last page: after a rollback. */
    void forget() {
        room = 0;
    }
}
