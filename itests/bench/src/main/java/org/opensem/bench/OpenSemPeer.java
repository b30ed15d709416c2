package org.opensem.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.opensem.database.internal.DerbyDatabase;
import org.opensem.metering.Sample;
import org.opensem.store.SampleBuckets.Bucket;
import org.opensem.store.SampleBuckets.Figures;
import org.opensem.store.WriteMode;
import org.opensem.store.internal.DerbySampleStore;
import org.opensem.testkit.TestClock;

/** openSEM's own store, through its public services. */
final class OpenSemPeer implements Peer {
    private final Path folder;
    private DerbyDatabase database;
    private DerbySampleStore store;
    private int seconds;

    OpenSemPeer(Path folder) {
        this.folder = folder;
        open();
    }

    private void open() {
        database = new DerbyDatabase(folder);
        store = new DerbySampleStore(database, new TestClock(Instant.ofEpochSecond(BenchData.START)), 62);
    }

    @Override
    public String name() {
        return "openSEM";
    }

    @Override
    public void load(BenchData data) {
        seconds = data.seconds;
        for (int hour = 0; hour < data.seconds; hour += 3600) {
            List<Sample> samples = new ArrayList<>(3600);
            for (int s = hour; s < hour + 3600; s++) {
                samples.add(Sample.ofPhases(BenchData.START + s, data.phase[0][s], data.phase[1][s], data.phase[2][s]));
            }
            store.write(samples, WriteMode.KEEP);
        }
        // Closed and opened again: the files are complete, and nothing is in memory that a restart would not have.
        close();
        open();
    }

    @Override
    public double[] chart(int from, int to, int bucketSeconds) {
        List<Bucket> buckets = store.buckets(BenchData.START + from, BenchData.START + to, bucketSeconds);
        double[] out = new double[buckets.size() * 12];
        int i = 0;
        for (Bucket b : buckets) {
            i = put(out, i, b.total());
            i = put(out, i, b.l1());
            i = put(out, i, b.l2());
            i = put(out, i, b.l3());
        }
        return out;
    }

    private static int put(double[] out, int i, Figures f) {
        out[i] = f.min();
        out[i + 1] = f.mean();
        out[i + 2] = f.max();
        return i + 3;
    }

    @Override
    public long[] scan() {
        Scan scan = new Scan();
        store.read(BenchData.START, BenchData.START + seconds, scan::add);
        return scan.result();
    }

    @Override
    public long diskBytes() throws Exception {
        return Folders.size(folder);
    }

    @Override
    public void close() {
        store.close();
        database.close();
    }

    /** Sums, minima and maxima of every second. */
    private static final class Scan {
        private long s0;
        private long s1;
        private long s2;
        private long s3;
        private int min0 = Integer.MAX_VALUE;
        private int min1 = Integer.MAX_VALUE;
        private int min2 = Integer.MAX_VALUE;
        private int min3 = Integer.MAX_VALUE;
        private int max0 = Integer.MIN_VALUE;
        private int max1 = Integer.MIN_VALUE;
        private int max2 = Integer.MIN_VALUE;
        private int max3 = Integer.MIN_VALUE;

        void add(long second, int total, int l1, int l2, int l3) {
            s0 += total;
            s1 += l1;
            s2 += l2;
            s3 += l3;
            min0 = Math.min(min0, total);
            min1 = Math.min(min1, l1);
            min2 = Math.min(min2, l2);
            min3 = Math.min(min3, l3);
            max0 = Math.max(max0, total);
            max1 = Math.max(max1, l1);
            max2 = Math.max(max2, l2);
            max3 = Math.max(max3, l3);
        }

        long[] result() {
            return new long[] {s0, min0, max0, s1, min1, max1, s2, min2, max2, s3, min3, max3};
        }
    }
}
