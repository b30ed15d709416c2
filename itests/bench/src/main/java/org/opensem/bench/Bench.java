package org.opensem.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ./opensem bench [NAME]}: runs one or all benchmarks; tables on the screen, JSON in {@code target/bench}. */
public final class Bench {
    private Bench() {}

    /** A benchmark: prints its tables into a folder. */
    interface Part {
        void run(Path out, Path work) throws Exception;
    }

    private static Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("store", StoreBench::run);
        parts.put("year", YearBench::run);
        parts.put("start", ProductBench::start);
        parts.put("disk", ProductBench::disk);
        parts.put("pages", PagesBench::run);
        parts.put("memory", MemoryBench::run);
        parts.put("kill", ProductBench::kill);
        parts.put("power", Bench::power);
        return parts;
    }

    /** The database's own power cuts, 200 of them: a storage layer discards what was not synced. Fails if anything is lost. */
    private static void power(Path out, Path work) throws Exception {
        int cuts = Integer.getInteger("bench.cuts", 200);
        Product.run(List.of("mvn", "-q", "-B", "-pl", "bundles/database/derby", "surefire:test", "-Dtest=PowerCutTest",
                "-Dopensem.test.powerCuts=" + cuts, "-Dsurefire.failIfNoSpecifiedTests=true"));
        new Table("power", "bar", "required", "measured", "met")
                .row(cuts + " power cuts: acknowledged transactions lost", "0", 0, true)
                .print(out);
    }

    public static void main(String[] args) throws Exception {
        Map<String, Part> parts = parts();
        String name = args.length == 0 || args[0].isBlank() || args[0].startsWith("$") ? "all" : args[0];
        if (!name.equals("all") && !parts.containsKey(name)) {
            System.err.println("No benchmark " + name + "; there are: all, " + String.join(", ", parts.keySet()));
            System.exit(2);
        }
        Path out = Path.of("target/bench").toAbsolutePath();
        Path work = Files.createDirectories(out.resolve("work"));
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            if (name.equals("all") || name.equals(part.getKey())) {
                Folders.delete(work);
                Files.createDirectories(work);
                part.getValue().run(out, work);
            }
        }
        Folders.delete(work);
    }
}
