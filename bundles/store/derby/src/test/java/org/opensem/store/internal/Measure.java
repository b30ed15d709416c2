package org.opensem.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.opensem.metering.Sample;
import org.opensem.store.WriteMode;

class Measure {
    static final long DAY = 86_400;
    static final long START = 1_772_323_200L;

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("measure");
        int days = 31;
        House house = new House(1);
        List<Sample> all = house.range(START, START + days * DAY);
        double rows = all.size();
        try (Opened o = new Opened(folder, 400)) {
            o.clock.set(java.time.Instant.ofEpochSecond(START + days * DAY));
            long t = System.nanoTime();
            for (int i = 0; i < all.size(); i += 900) {
                o.listener().accept(Opened.batch(all.subList(i, Math.min(all.size(), i + 900))));
            }
            long t1 = System.nanoTime();
            System.out.printf("stream %d days: %.2f s, %.0f samples/s%n", days, (t1 - t) / 1e9, rows / ((t1 - t) / 1e9));
            o.close();
        }
        System.out.printf("floor %.3f B/row; disk %.3f B/row%n", house.floorBytesPerSecond(), size(folder) / rows);
        list(folder);
        try (Opened o = new Opened(folder, 400)) {
            long t = System.nanoTime();
            o.restartStore();
            System.out.printf("start %.1f ms%n", (System.nanoTime() - t) / 1e6);
            Random r = new Random(1);
            time("24 h chart 1000 buckets", 200, k -> { long f = START + r.nextInt((int) (30 * DAY)); return o.store().buckets(f, f + DAY, 87).size(); });
            time("7 d chart 1000 buckets", 40, k -> { long f = START + r.nextInt((int) (24 * DAY)); return o.store().buckets(f, f + 7 * DAY, 605).size(); });
            time("31 d chart 1000 buckets", 20, k -> { long f = START + r.nextInt(50); return o.store().buckets(f, f + 31 * DAY - 100, 2679).size(); });
            time("31 d scan one bucket", 40, k -> { long f = START + r.nextInt(500); return o.store().buckets(f, f + 31 * DAY - 1000, 40_000_000).size(); });
            time("31 d scan days", 40, k -> o.store().buckets(START, START + 31 * DAY, 86_400).size());
            time("31 d 15 min", 40, k -> o.store().buckets(START, START + 31 * DAY, 900).size());
            time("31 d read()", 15, k -> { long[] x = new long[9]; o.store().read(START, START + 31 * DAY, (s, tt, a, b, c) -> { x[0] += tt; x[1] += a; x[2] += b; x[3] += c;
                if (tt > x[4]) { x[4] = tt; } if (tt < x[5]) { x[5] = tt; } }); return x[0]; });
            time("day sum", 200, k -> { long f = START + r.nextInt((int) (30 * DAY)); return o.store().buckets(f, f + DAY, 86400).size(); });
        }
        delete(folder);
    }

    interface Op { long run(int k); }

    static void time(String name, int n, Op op) {
        long[] ns = new long[n];
        for (int i = 0; i < n * 3; i++) {
            long t = System.nanoTime();
            op.run(i);
            ns[i % n] = System.nanoTime() - t;
        }
        java.util.Arrays.sort(ns);
        System.out.printf("%-28s median %.3f ms  min %.3f%n", name, ns[n / 2] / 1e6, ns[0] / 1e6);
    }

    static long size(Path folder) throws IOException {
        try (Stream<Path> f = Files.walk(folder)) {
            return f.filter(Files::isRegularFile).mapToLong(p -> p.toFile().length()).sum();
        }
    }

    static void list(Path folder) throws IOException {
        try (Stream<Path> f = Files.walk(folder)) {
            f.filter(Files::isRegularFile).sorted(Comparator.comparingLong((Path p) -> -p.toFile().length())).limit(8)
                    .forEach(p -> System.out.println("   " + folder.relativize(p) + " " + p.toFile().length()));
            }
        long small; try (Stream<Path> f = Files.walk(folder)) { small = f.filter(Files::isRegularFile).mapToLong(p -> p.toFile().length()).filter(x -> x < 300_000).sum(); }
        System.out.println("   small files " + small);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> f = Files.walk(folder)) {
            f.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
        }
    }
}
