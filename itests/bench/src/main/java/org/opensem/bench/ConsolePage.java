package org.opensem.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A page of the console in a browser of its own (cold cache), with a stopwatch in it: from an input to the second frame after
 * what it asked for is there, so that the first of them has been painted.
 */
final class ConsolePage implements AutoCloseable {
    private static final String CHROMIUM = "/usr/bin/chromium";
    private static final String STOPWATCH = """
            window.bench = {drawn: new Map(), loaded: new Map(), lastDrawn: 0, lastLoaded: 0, lastNamed: 0};
            new MutationObserver(list => list.forEach(m => {
              const now = performance.now();
              if (m.attributeName === 'aria-label') { bench.lastNamed = now; return; }
              const [first, last] = m.attributeName === 'data-drawn' ? ['drawn', 'lastDrawn'] : ['loaded', 'lastLoaded'];
              if (!bench[first].has(m.target)) bench[first].set(m.target, now);
              bench[last] = now;
            })).observe(document,
              {subtree: true, attributes: true, attributeFilter: ['data-drawn', 'data-loaded', 'aria-label']});
            bench.time = (act, isThere) => new Promise((done, fail) => {
              const before = {begin: performance.now(), search: location.search};
              if (act() === false) { done(-1); return; }
              const look = () => {
                const now = performance.now();
                if (isThere(before)) {
                  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - before.begin)));
                } else if (now - before.begin > 20000) {
                  fail(new Error('not painted within 20 s: ' + act + ' at ' + location));
                } else {
                  setTimeout(look, 1);
                }
              };
              look();
            });
            bench.moved = before => location.search !== before.search && bench.lastDrawn > before.begin;
            bench.press = button => button && !button.disabled && !button.checked ? button.click() : false;
            bench.segment = (group, index) => {
              const all = [...document.querySelectorAll('vaadin-radio-group.seg')].filter(g => g.clientWidth)[group]
                  .querySelectorAll('vaadin-radio-button');
              return bench.press(all[index % all.length]);
            };
            """;

    private final BrowserContext context;
    private final Page page;

    private ConsolePage(Browser browser, String url) {
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("de-DE")
                .setTimezoneId("Europe/Berlin"));
        context.addInitScript(STOPWATCH);
        page = context.newPage();
        page.navigate(url);
    }

    static Browser launch(Playwright playwright) {
        return playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of(CHROMIUM))
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    static Playwright playwright() {
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** Opens a view and waits until nothing has been drawn for a second. @param path such as {@code /home} */
    static ConsolePage open(Browser browser, Product product, String path) {
        ConsolePage opened = begin(browser, product, path);
        opened.page.waitForFunction("document.querySelector('main.view h1') && window.bench"
                + " && [...document.querySelectorAll('[data-sem-chart]')].every(c => c.dataset.drawn || !c.clientWidth)"
                + " && performance.now() - Math.max(bench.lastDrawn, bench.lastLoaded, 500) > 1000");
        return opened;
    }

    /** Opens a view and does not wait for it. */
    static ConsolePage begin(Browser browser, Product product, String path) {
        return new ConsolePage(browser, product.url(path));
    }

    /** From the start of the navigation until the last chart had been drawn with its data, ms. */
    double untilLastChart() {
        return number("Math.max(...bench.drawn.values(), ...bench.loaded.values())");
    }

    /** Times what a script does until another is true, ms; negative if there was nothing to do. */
    double time(String act, String isThere) {
        double ms = number("bench.time(() => " + act + ", before => " + isThere + ")");
        // Till what follows an input is over, too: the address, the figures.
        page.waitForTimeout(350);
        return ms;
    }

    private double number(String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    @Override
    public void close() {
        context.close();
    }
}
