package org.opensem.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.io.BufferedWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The memory of the product after it has replayed 24 hours and more, with ten browsers open. */
final class MemoryBench {
    private static final int MEGABYTES = 400;

    private MemoryBench() {}

    static void run(Path out, Path work) throws Exception {
        Path csv = work.resolve("day.csv");
        write(csv);
        try (Product product = new Product(work).driver("replay", "file = " + csv, "speed = max")
                        .etc("org.opensem.time.cfg", "zone = Europe/Berlin", "follow = samples");
                Playwright playwright = ConsolePage.playwright();
                Browser browser = ConsolePage.launch(playwright)) {
            product.start().await("/api/v1/live", 60);
            while (!product.json("/api/v1/status").at("/driver/state").asString().equals("finished")) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            List<ConsolePage> pages = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                pages.add(ConsolePage.open(browser, product, "/home"));
            }
            TimeUnit.SECONDS.sleep(20);
            double mb = product.proc("status", "VmRSS") / 1024.0;
            pages.forEach(ConsolePage::close);
            new Table("memory", "bar", "required", "measured", "met")
                    .row("resident memory, 24 h replayed, ten browsers open, MB", "<= " + MEGABYTES, mb, mb <= MEGABYTES)
                    .print(out);
        }
    }

    private static void write(Path csv) throws Exception {
        BenchData data = BenchData.make(2);
        long start = Instant.parse("2026-11-20T00:00:00Z").getEpochSecond();
        try (BufferedWriter w = Files.newBufferedWriter(csv)) {
            w.write("time,total_kw,l1_kw,l2_kw,l3_kw\n");
            for (int s = 0; s < BenchData.DAY + 40_000; s++) {
                w.write(Instant.ofEpochSecond(start + s) + "," + kw(data.total(s)) + "," + kw(data.phase[0][s]) + ","
                        + kw(data.phase[1][s]) + "," + kw(data.phase[2][s]) + "\n");
            }
        }
    }

    private static String kw(int milliwatts) {
        return BigDecimal.valueOf(milliwatts, 6).toPlainString();
    }
}
