package org.opensem.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.opensem.store.internal.codec.BlockWriter;
import org.opensem.store.internal.codec.HourImage;
import org.opensem.store.internal.codec.Pyramid;

/** Charts, scans and disk of the store beside its peers: the same data, the same questions, interleaved, medians. */
final class StoreBench {
    private static final int DAYS = 31;
    private static final int ROUNDS = 25;
    /** Rounds before the measured ones, the same for all: a JVM that runs for weeks is warm. */
    private static final int WARM_UP = 100;
    private static final int BUCKET = 87;

    private StoreBench() {}

    static void run(Path out, Path work) throws Exception {
        BenchData data = BenchData.make(DAYS);
        List<Peer> peers = new ArrayList<>();
        List<Double> loadSeconds = new ArrayList<>();
        for (PeerFactory f : List.<PeerFactory>of(OpenSemPeer::new, JdbcPeer::derby, JdbcPeer::sqlite, RrdPeer::new,
                JdbcPeer::h2)) {
            Peer peer = f.open(Files.createDirectories(work.resolve("peer" + peers.size())));
            long begin = System.nanoTime();
            peer.load(data);
            loadSeconds.add((System.nanoTime() - begin) / 1e9);
            peers.add(peer);
        }
        List<Double> cold = new ArrayList<>();
        double[] chart = medians(peers, charts(peers, data, cold));
        double[] scan = medians(peers, scans(peers));
        Table table = new Table("store", "store", "B/row", "load s", "first chart ms", "24 h chart ms", "x faster chart",
                "31-day scan ms", "x faster scan");
        for (int i = 0; i < peers.size(); i++) {
            table.row(peers.get(i).name(), (double) peers.get(i).diskBytes() / data.seconds, loadSeconds.get(i), cold.get(i),
                    chart[i], chart[i] / chart[0], scan[i], scan[i] / scan[0]);
        }
        table.print(out);
        bars(peers, data, chart, scan).print(out);
        // In reverse: our own store shuts the Derby engine down, which the naive peer shares.
        for (Peer peer : peers.reversed()) {
            peer.close();
        }
    }

    private static Table bars(List<Peer> peers, BenchData data, double[] chart, double[] scan) throws Exception {
        double codec = codecBytesPerRow(data);
        double disk = (double) peers.get(0).diskBytes() / data.seconds;
        double naive = (double) peers.get(1).diskBytes() / data.seconds;
        return new Table("store bars", "bar", "required", "measured", "met")
                .row("chart, times faster than naive Derby", ">= 50", chart[1] / chart[0], chart[1] / chart[0] >= 50)
                .row("chart, times faster than SQLite rows", ">= 20", chart[2] / chart[0], chart[2] / chart[0] >= 20)
                .row("chart, times RRD4J's time", "<= 1.0", chart[0] / chart[3], chart[0] <= chart[3])
                .row("scan, times faster than naive Derby", ">= 60", scan[1] / scan[0], scan[1] / scan[0] >= 60)
                .row("scan, times faster than SQLite rows", ">= 30", scan[2] / scan[0], scan[2] / scan[0] >= 30)
                .row("disk, B/row", "<= 7.5", disk, disk <= 7.5)
                .row("disk, part of naive Derby", "<= 0.0833", disk / naive, disk <= naive / 12)
                .row("codec, times the noise floor of " + String.format("%.2f", data.floorBytesPerRow) + " B/row", "<= 1.3",
                        codec / data.floorBytesPerRow, codec <= 1.3 * data.floorBytesPerRow);
    }

    /** Bytes per row of the blocks alone; their minutes' pyramid, which serves charts, is a part of "disk". */
    private static double codecBytesPerRow(BenchData data) {
        HourImage image = new HourImage(0);
        Pyramid pyramid = new Pyramid();
        BlockWriter writer = new BlockWriter();
        long bytes = 0;
        for (int hour = 0; hour < data.seconds / 3600; hour++) {
            image.reset(hour);
            for (int s = 0; s < 3600; s++) {
                int i = hour * 3600 + s;
                image.put(s, data.total(i), data.phase[0][i], data.phase[1][i], data.phase[2][i]);
            }
            bytes += writer.encode(image, pyramid.of(image)).length;
        }
        return (double) bytes / data.seconds;
    }

    private static Map<Peer, List<Long>> charts(List<Peer> peers, BenchData data, List<Double> cold) throws Exception {
        Map<Peer, List<Long>> nanos = new LinkedHashMap<>();
        Random random = new Random(1);
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            int from = random.nextInt(data.seconds - BenchData.DAY);
            double[] truth = data.chart(from, from + BenchData.DAY, BUCKET);
            for (Peer peer : peers) {
                long begin = System.nanoTime();
                double[] answer = peer.chart(from, from + BenchData.DAY, BUCKET);
                long took = System.nanoTime() - begin;
                if (!same(truth, answer)) {
                    throw new IllegalStateException(peer.name() + " answers another chart than brute force");
                }
                if (round == -WARM_UP) {
                    cold.add(took / 1e6);
                } else if (round >= 0) {
                    nanos.computeIfAbsent(peer, p -> new ArrayList<>()).add(took);
                }
            }
        }
        return nanos;
    }

    private static Map<Peer, List<Long>> scans(List<Peer> peers) throws Exception {
        Map<Peer, List<Long>> nanos = new LinkedHashMap<>();
        long[] truth = null;
        for (int round = -1; round < ROUNDS; round++) {
            for (Peer peer : peers) {
                if (round > 4 && !(peer instanceof OpenSemPeer)) {
                    continue; // seconds long each, and steady: five are enough for the slow ones
                }
                long begin = System.nanoTime();
                long[] answer = peer.scan();
                long took = System.nanoTime() - begin;
                truth = truth == null ? answer : truth;
                if (!Arrays.equals(truth, answer)) {
                    throw new IllegalStateException(peer.name() + " answers another scan");
                }
                if (round >= 0) {
                    nanos.computeIfAbsent(peer, p -> new ArrayList<>()).add(took);
                }
            }
        }
        return nanos;
    }

    private static boolean same(double[] a, double[] b) {
        if (a.length != b.length) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > 1e-6 * Math.max(1, Math.abs(a[i]))) {
                return false;
            }
        }
        return true;
    }

    /** Milliseconds, in the order of the peers. */
    private static double[] medians(List<Peer> peers, Map<Peer, List<Long>> nanos) {
        return peers.stream().mapToDouble(p -> {
            List<Long> sorted = nanos.get(p).stream().sorted().toList();
            return sorted.get(sorted.size() / 2) / 1e6;
        }).toArray();
    }

    private interface PeerFactory {
        Peer open(Path folder) throws Exception;
    }
}
