package org.opensem.store;

import java.util.OptionalLong;

/**
 * @param oldest first stored epoch second
 * @param newest last stored epoch second
 * @param samples stored seconds
 * @param bytes size of the files on disk
 * @param skipped seconds of the live stream dropped since the start because they were stored already (T6)
 */
public record StoreStatus(OptionalLong oldest, OptionalLong newest, long samples, long bytes, long skipped) {}
