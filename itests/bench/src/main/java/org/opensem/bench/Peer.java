package org.opensem.bench;

/** A store to compare: it is loaded once and then asked for charts and scans of second indices relative to the data's start. */
interface Peer extends AutoCloseable {
    String name();

    void load(BenchData data) throws Exception;

    /** {@link BenchData#chart}'s figures. */
    double[] chart(int from, int to, int bucketSeconds) throws Exception;

    /** Sum, minimum and maximum of the four series over everything, from every second: 12 figures. */
    long[] scan() throws Exception;

    long diskBytes() throws Exception;

    @Override
    void close() throws Exception;
}
