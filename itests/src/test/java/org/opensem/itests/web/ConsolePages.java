package org.opensem.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opensem.itests.Browser;

/** What tests of the console's views have in common: a page in a language, and short words for what people do in it. */
@ExtendWith(WholeYesterday.class)
abstract class ConsolePages {
    /** Flow takes a step in the history back, asks the server, and takes it again: until this long nothing more has come. */
    private static final long SETTLED_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

    private final MeasuredHouse house;
    private final Browser browser;
    private final Set<String> hosts = new HashSet<>();
    private final Map<Page, Long> lastNavigation = new WeakHashMap<>();

    ConsolePages(MeasuredHouse house, Browser browser) {
        this.house = house;
        this.browser = browser;
    }

    MeasuredHouse house() {
        return house;
    }

    Set<String> hosts() {
        return hosts;
    }

    /** A German page of a wide window. */
    Page open(String path) {
        return open(path, 1440, 900, "de-DE");
    }

    Page open(String path, int width, int height, String locale) {
        return open(path, width, height, locale, ColorScheme.LIGHT);
    }

    /** A German page of a phone, with a touch screen. */
    Page openTouch(String path) {
        return watched(browser.newPhone("de-DE"), path);
    }

    Page open(String path, int width, int height, String locale, ColorScheme scheme) {
        return watched(browser.newPage(width, height, locale, scheme), path);
    }

    private Page watched(Page page, String path) {
        page.onRequest(request -> {
            if (request.url().startsWith("http") || request.url().startsWith("ws")) {
                hosts.add(URI.create(request.url()).getHost());
            }
        });
        page.onFrameNavigated(frame -> lastNavigation.put(page, System.nanoTime()));
        go(page, path);
        return page;
    }

    void go(Page page, String path) {
        page.navigate(house.url() + path);
        awaitDrawn(page);
    }

    /** The paths of all views that the menu leads to. */
    List<String> places() {
        Page page = open("/home");
        @SuppressWarnings("unchecked")
        List<String> paths = (List<String>) page.locator("vaadin-side-nav-item").evaluateAll("all => all.map(one => one.path)");
        close(page);
        assertThat(paths).contains("home", "graph");
        return paths.stream().map(path -> "/" + path).toList();
    }

    /** Until a chart has been drawn; a view without any has its title then. */
    static void awaitDrawn(Page page) {
        page.waitForFunction("() => { const charts = [...document.querySelectorAll('[data-sem-chart]')];"
                + " return document.querySelector('main.view h1') && charts.every((chart) => chart.dataset.drawn "
                + "|| !chart.clientWidth); }");
    }

    static void choose(Page page, String segment) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(segment).setExact(true)).click();
    }

    /** The query of the URL, readable. */
    static String place(Page page) {
        String query = URI.create(page.url()).getRawQuery();
        return query == null ? "" : URLDecoder.decode(query, StandardCharsets.UTF_8);
    }

    static void awaitPlace(Page page, String part) {
        page.waitForCondition(() -> place(page).contains(part));
    }

    static void awaitNoPlace(Page page, String part) {
        page.waitForCondition(() -> !place(page).contains(part));
    }

    /**
     * The browser's Back, until it has arrived: pressed while Flow still steps, Forward would have nowhere to go. Wait for the
     * place before: Flow shows what is new first, and takes the step in the history after it.
     */
    void back(Page page, BooleanSupplier arrived) {
        page.goBack();
        awaitSettled(page, arrived);
    }

    /** The browser's Forward, likewise. */
    void forward(Page page, BooleanSupplier arrived) {
        page.goForward();
        awaitSettled(page, arrived);
    }

    private void awaitSettled(Page page, BooleanSupplier arrived) {
        page.waitForCondition(
                () -> arrived.getAsBoolean() && System.nanoTime() - lastNavigation.get(page) > SETTLED_NANOS);
    }

    static Locator title(Page page) {
        return page.locator("h1 .wide");
    }

    /** A panel's chart as a table: what a screen reader is told. */
    static Locator table(Page page, String panel) {
        page.locator(".p-" + panel + " header button[aria-label$='als Tabelle']").click();
        return page.locator(".p-" + panel + " .sem-chart-table table");
    }

    void close(Page page) {
        page.context().close();
        assertThat(browser.takeErrors()).as("uncaught errors in the page").isEmpty();
    }
}
