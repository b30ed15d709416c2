package org.opensem.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;

/**
 * The console in a real browser on localhost, with a year of quarter-hours, a month of seconds and a meter that goes on: first
 * page, opening a day of seconds, zoom, pan, and what people click in each view, from the input to the paint. Then what ten open
 * browsers cost the sampler.
 */
final class PagesBench {
    private static final int ROUNDS = 16;
    private static final int FIRST_PAGES = 6;
    private static final int BACK = 0;
    private static final int FORWARD = 1;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String PLOT = "document.querySelector('.p-power .sem-chart-plot')";

    private final Browser browser;
    private final Product product;
    private final Table table = new Table("console", "bar", "required", "median", "p95", "number", "met");

    private PagesBench(Browser browser, Product product) {
        this.browser = browser;
        this.product = product;
    }

    static void run(Path out, Path work) throws Exception {
        Product house = new Product(work);
        double seconds = YearData.make(house.data());
        System.out.printf("%na year of quarter-hours and a month of seconds written in %.0f s%n", seconds);
        try (Product product = house.driver("simulator", "seed = 1").etc("org.opensem.time.cfg", "zone = " + ZONE)
                        .etc("org.opensem.tariff.cfg", tariff());
                Playwright playwright = ConsolePage.playwright();
                Browser browser = ConsolePage.launch(playwright)) {
            product.start().await("/api/v1/live", 120);
            PagesBench bench = new PagesBench(browser, product);
            bench.pages();
            bench.table.print(out);
            new SamplerBench(browser, product).measure().print(out);
        }
    }

    private static String[] tariff() {
        return new String[] {"currency = EUR", "versions[0].validFrom = 2020-01-01", "versions[0].instalment = 90.00",
                "versions[0].co2GramsPerKwh = 400", "versions[0].rates = 2", "versions[0].basePricePer = year",
                "versions[0].tiers[0].fromKwh = 0", "versions[0].tiers[0].basePrice = 140.00",
                "versions[0].tiers[0].highPrice = 0.36", "versions[0].tiers[0].lowPrice = 0.28",
                "versions[0].lowRateWindows[0].days = MO,TU,WE,TH,FR,SA,SU", "versions[0].lowRateWindows[0].from = 22:00",
                "versions[0].lowRateWindows[0].to = 06:00"};
    }

    private void pages() throws InterruptedException {
        // Once, so that the server has compiled what it needs, as on any but its first day.
        first("/home", 1);
        first("/graph?date=" + yesterday(), 1);
        TimeUnit.SECONDS.sleep(5);
        row("first page (Home), cold cache, until its last chart is drawn, median", 1500, first("/home", FIRST_PAGES), false);
        row("Graph of 24 h of seconds, cold cache, until its curve is drawn, median", 1000,
                first("/graph?date=" + yesterday(), FIRST_PAGES), false);
        home();
        comparison();
        overview();
        graph();
    }

    private static LocalDate yesterday() {
        return LocalDate.now(ZONE).minusDays(1);
    }

    private Times first(String path, int rounds) {
        Times times = new Times(false);
        for (int round = 0; round < rounds; round++) {
            try (ConsolePage page = ConsolePage.open(browser, product, path)) {
                times.add(page.untilLastChart());
            }
        }
        return times;
    }

    private void home() {
        try (ConsolePage page = ConsolePage.open(browser, product, "/home")) {
            Times periods = new Times(true);
            Times arrows = new Times(true);
            Times units = new Times(true);
            for (int i = 0; i < ROUNDS; i++) {
                periods.add(page.time("bench.segment(0, " + (i + 1) + ")", "bench.moved(before)"));
                // Of the day, week, month or year that the last click chose.
                arrows.add(page.time("bench.press(" + arrow(".head", BACK) + ")", "bench.moved(before)"));
                arrows.add(page.time("bench.press(" + arrow(".head", FORWARD) + ")", "bench.moved(before)"));
                units.add(page.time("bench.segment(1, " + (i + 1) + ")", "bench.moved(before)"));
            }
            row("Home: another period, p95", 200, periods, true);
            row("Home: back and forward in time, p95", 200, arrows, true);
            row("Home: another unit, p95", 200, units, true);
        }
    }

    private void comparison() {
        try (ConsolePage page = ConsolePage.open(browser, product, "/comparison")) {
            Times arrows = new Times(true);
            Times units = new Times(true);
            for (int i = 0; i < ROUNDS; i++) {
                arrows.add(page.time("bench.press(" + arrow(".pick", i % 2) + ")", "bench.moved(before)"));
                units.add(page.time("bench.segment(1, " + (i + 1) + ")", "bench.moved(before)"));
            }
            row("Comparison: back and forward in time, p95", 200, arrows, true);
            row("Comparison: another unit, p95", 200, units, true);
        }
    }

    private void overview() {
        String anew = "location.search !== before.search && document.querySelector('.tablecard').textContent !== bench.text";
        String note = "(bench.text = document.querySelector('.tablecard').textContent, ";
        try (ConsolePage page = ConsolePage.open(browser, product, "/overview")) {
            Times arrows = new Times(true);
            Times units = new Times(true);
            for (int i = 0; i < ROUNDS; i++) {
                arrows.add(page.time(note + "bench.press(" + arrow(".head", i % 2) + "))", anew));
                units.add(page.time(note + "bench.segment(0, " + (i + 1) + "))", anew));
            }
            row("Overview: back and forward in time, p95", 200, arrows, true);
            row("Overview: another unit, p95", 200, units, true);
        }
    }

    private void graph() {
        String named = "bench.lastNamed > before.begin";
        String loaded = "bench.lastLoaded > before.begin";
        try (ConsolePage page = ConsolePage.open(browser, product, "/graph?date=" + yesterday())) {
            Times days = new Times(true);
            Times zooms = new Times(true);
            Times finer = new Times(true);
            Times pans = new Times(true);
            for (int i = 0; i < ROUNDS; i++) {
                days.add(page.time("bench.press(" + arrow(".head", i % 2) + ")", loaded));
                // 24 h in minutes, then 12 h in half-minutes, and so on down to single seconds.
                for (int level = 0; level <= i % 5; level++) {
                    finer.add(page.time(key("+"), loaded));
                }
                pans.add(page.time(key(i % 2 == 0 ? "ArrowRight" : "ArrowLeft"), named));
                zooms.add(page.time(wheel(-120), named));
                zooms.add(page.time(wheel(240), named));
            }
            row("Graph: another 24 h of seconds until its curve is drawn, p95", 1000, days, true);
            row("Graph: zoom by wheel to paint, p95", 200, zooms, true);
            row("Graph: zoom by key until its finer data is drawn, p95", 200, finer, true);
            row("Graph: pan to paint, p95", 200, pans, true);
        }
    }

    /** A button of a view's head or of a period picker: back and forward in turn, so that there is something to show. */
    private static String arrow(String within, int which) {
        return "document.querySelectorAll('" + within + " .ib')[" + which + "]";
    }

    private static String key(String key) {
        return "void " + PLOT + ".dispatchEvent(new KeyboardEvent('keydown', {key: '" + key
                + "', bubbles: true, cancelable: true}))";
    }

    private static String wheel(int by) {
        return "{ const box = " + PLOT + ".getBoundingClientRect(); " + PLOT + ".dispatchEvent(new WheelEvent('wheel', {deltaY: "
                + by + ", clientX: box.left + box.width * 0.4, clientY: box.top + box.height / 2, bubbles: true, "
                + "cancelable: true})); }";
    }

    private void row(String name, int bar, Times ms, boolean byP95) {
        table.row(name + ", ms", "<= " + bar, ms.median(), ms.p95(), ms.count(), (byP95 ? ms.p95() : ms.median()) <= bar);
    }
}
