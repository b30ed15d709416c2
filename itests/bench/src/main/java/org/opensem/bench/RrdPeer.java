package org.opensem.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.rrd4j.ConsolFun;
import org.rrd4j.DsType;
import org.rrd4j.core.FetchData;
import org.rrd4j.core.RrdDb;
import org.rrd4j.core.RrdDef;
import org.rrd4j.core.Sample;

/** RRD4J: four sources, one archive of every second (doubles). */
final class RrdPeer implements Peer {
    private static final String[] SERIES = {"total", "l1", "l2", "l3"};
    private final Path file;
    private RrdDb db;
    private int seconds;

    RrdPeer(Path folder) {
        file = folder.resolve("db.rrd");
    }

    @Override
    public String name() {
        return "RRD4J";
    }

    @Override
    public void load(BenchData data) throws IOException {
        seconds = data.seconds;
        RrdDef def = new RrdDef(file.toUri(), BenchData.START - 1, 1);
        for (String s : SERIES) {
            def.addDatasource(s, DsType.GAUGE, 2, Double.NaN, Double.NaN);
        }
        def.addArchive(ConsolFun.AVERAGE, 0.5, 1, data.seconds);
        db = RrdDb.getBuilder().setRrdDef(def).setBackendFactory(new org.rrd4j.core.RrdNioBackendFactory(0)).build();
        Sample sample = db.createSample();
        double[] values = new double[4];
        for (int s = 0; s < data.seconds; s++) {
            for (int i = 0; i < 4; i++) {
                values[i] = data.value(i, s);
            }
            sample.setTime(BenchData.START + s).setValues(values).update();
        }
    }

    @Override
    public double[] chart(int from, int to, int bucketSeconds) throws IOException {
        ChartSink sink = new ChartSink(from, to, bucketSeconds);
        double[][] v = fetch(from, to);
        for (int s = from; s < to; s++) {
            int i = s - from;
            sink.add(s, (int) v[0][i], (int) v[1][i], (int) v[2][i], (int) v[3][i]);
        }
        return sink.result();
    }

    private double[][] fetch(int from, int to) throws IOException {
        FetchData data = db.createFetchRequest(ConsolFun.AVERAGE, BenchData.START + from, BenchData.START + to - 1, 1)
                .fetchData();
        int skip = (int) (BenchData.START + from - data.getTimestamps()[0]);
        double[][] values = data.getValues();
        if (skip == 0) {
            return values;
        }
        double[][] out = new double[4][];
        for (int i = 0; i < 4; i++) {
            out[i] = java.util.Arrays.copyOfRange(values[i], skip, values[i].length);
        }
        return out;
    }

    @Override
    public long[] scan() throws IOException {
        long[] out = {0, Long.MAX_VALUE, Long.MIN_VALUE, 0, Long.MAX_VALUE, Long.MIN_VALUE,
            0, Long.MAX_VALUE, Long.MIN_VALUE, 0, Long.MAX_VALUE, Long.MIN_VALUE};
        for (int day = 0; day < seconds; day += BenchData.DAY) {
            double[][] v = fetch(day, Math.min(seconds, day + BenchData.DAY));
            for (int i = 0; i < 4; i++) {
                for (double x : v[i]) {
                    out[i * 3] += (long) x;
                    out[i * 3 + 1] = Math.min(out[i * 3 + 1], (long) x);
                    out[i * 3 + 2] = Math.max(out[i * 3 + 2], (long) x);
                }
            }
        }
        return out;
    }

    @Override
    public long diskBytes() throws IOException {
        return java.nio.file.Files.size(file);
    }

    @Override
    public void close() throws IOException {
        db.close();
    }
}
