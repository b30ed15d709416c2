package org.opensem.database.internal;

/**
 * How the engine runs.
 *
 * @param readers threads and connections for reading, 1…32
 * @param pageCachePages cached pages of 32 KiB, 40 or more
 * @param checkpointBytes log written between two checkpoints; bounds the log's size on disk and the time of a recovery
 * @param storage name of a Derby sub-subprotocol, registered as {@code derby.subSubProtocol.<name>}, whose storage factory
 *     does the file access; empty for the file system
 */
public record Options(int readers, int pageCachePages, int checkpointBytes, String storage) {
    public static final Options DEFAULT = new Options(3, 512, 2_000_000, "");

    public Options {
        if (readers < 1 || readers > 32 || pageCachePages < 40 || checkpointBytes < 100_000) {
            throw new IllegalArgumentException("Database options out of range: 1 to 32 readers, 40 or more cached pages, "
                    + "100,000 or more bytes between checkpoints");
        }
    }

    /** The same with another distance between checkpoints. */
    public Options withCheckpoint(int bytes) {
        return new Options(readers, pageCachePages, bytes, storage);
    }

    /** The same with the file access of a test. */
    public Options withStorage(String name) {
        return new Options(readers, pageCachePages, checkpointBytes, name);
    }
}
