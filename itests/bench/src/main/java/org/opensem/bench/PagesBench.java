package org.opensem.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The console in a real browser on localhost: first page, interactions, and the memory of ten open browsers. */
final class PagesBench {
    private static final String CHROMIUM = "/usr/bin/chromium";
    /** Notes when each chart was drawn first and last. */
    private static final String WATCH = """
            window.drawn = {first: new Map(), last: 0};
            new MutationObserver(list => list.forEach(m => {
              const now = performance.now();
              if (!drawn.first.has(m.target)) drawn.first.set(m.target, now);
              drawn.last = now;
            })).observe(document, {subtree: true, attributes: true, attributeFilter: ['data-drawn']});
            """;

    private PagesBench() {}

    static void run(Path out, Path work) throws Exception {
        Path csv = work.resolve("day.csv");
        write(csv);
        try (Product product = new Product(work).driver("replay", "file = " + csv, "speed = max")
                        .etc("org.opensem.time.cfg", "zone = Europe/Berlin", "follow = samples");
                Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of(CHROMIUM))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")))) {
            product.start().await("/api/v1/live", 60);
            while (!product.json("/api/v1/status").at("/driver/state").asString().equals("finished")) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            Table table = new Table("console", "bar", "required", "median", "p95", "met");
            row(table, "first page, cold cache, until its last chart is drawn, median, ms", 1500, first(browser, product), false);
            row(table, "interaction on Home (period, back, forward) to paint, p95, ms", 200, interactions(browser, product), true);
            memory(table, browser, product);
            table.print(out);
        }
    }

    private static void row(Table table, String name, int bar, List<Double> ms, boolean byP95) {
        Collections.sort(ms);
        double p95 = ms.get((int) Math.ceil(ms.size() * 0.95) - 1);
        double median = ms.get(ms.size() / 2);
        table.row(name, "<= " + bar, median, p95, (byP95 ? p95 : median) <= bar);
    }

    private static List<Double> first(Browser browser, Product product) {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            try (BrowserContext context = browser.newContext()) {
                Page page = open(context, product);
                double ms = ((Number) page.evaluate("Math.max(...drawn.first.values())")).doubleValue();
                if (round > 0) {
                    times.add(ms);
                }
            }
        }
        return times;
    }

    private static Page open(BrowserContext context, Product product) {
        context.addInitScript(WATCH);
        Page page = context.newPage();
        page.navigate(product.url("/home"));
        page.waitForFunction("window.drawn && drawn.first.size >= 4 && performance.now() - drawn.last > 1000");
        return page;
    }

    /** Clicks through the periods and through time; each is over two frames after the history was drawn anew. */
    private static List<Double> interactions(Browser browser, Product product) {
        List<Double> times = new ArrayList<>();
        try (BrowserContext context = browser.newContext()) {
            Page page = open(context, product);
            for (int i = 0; i < 40; i++) {
                Object ms = page.evaluate("""
                        index => new Promise((done, fail) => {
                          const buttons = [...document.querySelectorAll('vaadin-radio-group.seg')[0].querySelectorAll('vaadin-radio-button')];
                          const begin = performance.now();
                          const button = buttons[index % buttons.length];
                          if (button.checked) { done(-1); return; }
                          button.click();
                          const look = () => {
                            if (drawn.last > begin) requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begin)));
                            else if (performance.now() - begin > 5000) fail('not drawn');
                            else setTimeout(look, 1);
                          };
                          look();
                        })""", i + 1);
                double value = ((Number) ms).doubleValue();
                if (value > 0 && i >= 4) {
                    times.add(value);
                }
                page.waitForTimeout(300);
            }
        }
        return times;
    }

    private static void memory(Table table, Browser browser, Product product) throws Exception {
        List<BrowserContext> contexts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            BrowserContext context = browser.newContext();
            contexts.add(context);
            open(context, product);
        }
        TimeUnit.SECONDS.sleep(20);
        double mb = product.proc("status", "VmRSS") / 1024.0;
        table.row("resident memory, 24 h replayed, ten browsers open, MB", "<= 400", mb, mb, mb <= 400);
        contexts.forEach(BrowserContext::close);
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
        return java.math.BigDecimal.valueOf(milliwatts, 6).toPlainString();
    }
}
