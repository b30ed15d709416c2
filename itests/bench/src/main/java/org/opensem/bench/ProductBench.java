package org.opensem.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The whole product: its start, its flushes and bytes per hour, what a kill costs. */
final class ProductBench {
    private ProductBench() {}

    /** Warm starts with the simulator, from the command to the first sample that REST tells. */
    static void start(Path out, Path work) throws Exception {
        List<Double> seconds = new ArrayList<>();
        try (Product product = new Product(work).driver("simulator", "seed=1")) {
            for (int round = 0; round < 6; round++) {
                long begin = System.nanoTime();
                product.start().await("/api/v1/live", 60);
                if (round > 0) {
                    seconds.add((System.nanoTime() - begin) / 1e9);
                }
                product.stop();
            }
        }
        Collections.sort(seconds);
        new Table("start", "bar", "required", "median s", "worst s", "met").row("start to first accepted sample, warm", "<= 8 s",
                seconds.get(2), seconds.get(4), seconds.get(2) <= 8).print(out);
    }

    /** An hour of samples posted ten times as fast as they come, under strace: one flush per packet is meant. */
    static void disk(Path out, Path work) throws Exception {
        Path trace = work.resolve("trace.txt");
        long flushes;
        long bytes;
        int hour = 3600;
        try (Product product = new Product(work).driver("http")) {
            product.start("strace", "-f", "-y", "-e", "trace=fsync,fdatasync,openat,write,pwrite64", "-e", "signal=none", "-s",
                    "0", "-o", trace.toString()).await("/health", 180);
            long first = Instant.now().getEpochSecond() - hour - 60;
            post(product, first, 60, 100);
            TimeUnit.SECONDS.sleep(20);
            long lines = lines(trace);
            long before = product.proc("io", "write_bytes");
            post(product, first + 60, hour, 100);
            TimeUnit.SECONDS.sleep(15);
            bytes = product.proc("io", "write_bytes") - before;
            flushes = flushes(trace, lines);
        }
        double journal = journalBytes(work, hour / 10);
        new Table("disk per hour", "bar", "required", "measured", "met")
                .row("flushes (fsync, fdatasync, O_DSYNC writes)", "<= 400", flushes, flushes <= 400)
                .row("write_bytes", "", bytes, "")
                .row("times a file journal of 160 B and fdatasync per 10 s (" + (long) journal + " B)", "<= 3", bytes / journal,
                        bytes <= 3 * journal)
                .print(out);
    }

    private static void post(Product product, long first, int count, int perSecond) throws Exception {
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int status = product.post("/api/v1/live", sample(first + i));
            for (int again = 0; (status == 404 || status == 503) && again < 100; again++) {
                // REST comes up piece by piece; a script would post again, too.
                TimeUnit.MILLISECONDS.sleep(100);
                status = product.post("/api/v1/live", sample(first + i));
            }
            if (status >= 300) {
                throw new IllegalStateException("POST live answered " + status);
            }
            long due = begin + (i + 1) * 1_000_000_000L / perSecond;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
        }
    }

    private static String sample(long second) {
        Random random = new Random(second);
        return "{\"time\":\"" + Instant.ofEpochSecond(second) + "\",\"l1\":" + (200 + random.nextInt(1000) / 1000.0) + ",\"l2\":"
                + (400 + random.nextInt(1000) / 1000.0) + ",\"l3\":" + (80 + random.nextInt(1000) / 1000.0) + "}";
    }

    private static long lines(Path trace) throws Exception {
        try (var all = Files.lines(trace)) {
            return all.count();
        }
    }

    /** fsync and fdatasync calls, and writes to files that were opened with O_DSYNC or O_SYNC. */
    private static long flushes(Path trace, long skip) throws Exception {
        Pattern opened = Pattern.compile("openat\\([^\"]*\"([^\"]+)\".*O_D?SYNC");
        Pattern written = Pattern.compile(" (?:write|pwrite64)\\(\\d+<([^>]+)>");
        Set<String> synchronous = new HashSet<>();
        long count = 0;
        long line = 0;
        try (var all = Files.lines(trace)) {
            for (String text : (Iterable<String>) all::iterator) {
                Matcher open = opened.matcher(text);
                if (open.find()) {
                    synchronous.add(open.group(1));
                }
                if (line++ < skip || text.contains("resumed>")) {
                    continue;
                }
                Matcher write = written.matcher(text);
                if (text.contains(" fsync(") || text.contains(" fdatasync(") || write.find()
                        && synchronous.contains(write.group(1))) {
                    count++;
                }
            }
        }
        return count;
    }

    /** What the least journal costs on this disk: 160 B and a flush per packet. */
    private static double journalBytes(Path work, int packets) throws Exception {
        Path io = Path.of("/proc/self/io");
        long before = written(io);
        try (var channel = java.nio.channels.FileChannel.open(work.resolve("journal"), java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.WRITE)) {
            for (int i = 0; i < packets; i++) {
                channel.write(java.nio.ByteBuffer.allocate(160));
                channel.force(false);
            }
        }
        return written(io) - before;
    }

    private static long written(Path io) throws Exception {
        return Files.readAllLines(io).stream().filter(l -> l.startsWith("write_bytes:"))
                .mapToLong(l -> Long.parseLong(l.substring(13)))
                .findFirst().orElseThrow();
    }

    /**
     * Kills the process without warning while samples arrive; what had been stored ten seconds of samples before must be there.
     */
    static void kill(Path out, Path work) throws Exception {
        int kills = Integer.getInteger("bench.kills", 30);
        Random random = new Random(9);
        long worst = 0;
        long lost = 0;
        long next = Instant.now().getEpochSecond() - 80_000;
        long first = next;
        try (Product product = new Product(work).driver("http")) {
            for (int k = 0; k < kills; k++) {
                product.start().await("/health", 60).await("/api/v1/status", 10);
                int count = 60 + random.nextInt(300);
                post(product, next, count, 100);
                product.kill();
                next += count;
                product.start().await("/health", 60).await("/api/v1/status", 10);
                JsonNode store = product.json("/api/v1/status").get("store");
                long newest = java.time.OffsetDateTime.parse(store.get("newest").asString()).toEpochSecond();
                worst = Math.max(worst, next - 1 - newest);
                lost = Math.max(lost, newest + 1 - first - store.get("samples").asLong());
                // What was lost in flight is lost for good; the next round goes on after it.
                first += next - 1 - newest;
                product.stop();
            }
        }
        new Table("kill", "bar", "required", "measured", "met")
                .row(kills + " kills -9: most seconds lost at the end", "<= 10 and what was on its way", worst, worst <= 11)
                .row("acknowledged samples lost", "0", lost, lost == 0).print(out);
    }
}
