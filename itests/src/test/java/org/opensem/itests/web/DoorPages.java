package org.opensem.itests.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.opensem.itests.Browser;
import org.opensem.itests.Distribution;

/** A fresh device without measurements, and the pages of those who come to it; notes where a page breaks its security policy. */
abstract class DoorPages {
    private static final String WATCH = """
            document.addEventListener('securitypolicyviolation', (event) =>
              console.warn(`CSP ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile} ${event.sample}`));""";

    /** Many pages are opened for the first time, also on a busy machine. */
    private static final int PATIENCE_MILLIS = 60_000;

    private final Browser browser;
    private final String name;
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private Distribution opensem;
    private Page page;

    /** @param name of the distribution's folder */
    DoorPages(Browser browser, String name) {
        this.browser = browser;
        this.name = name;
    }

    @BeforeAll
    void start() {
        opensem = Distribution.unpack(name).withDriver("http", Map.of()).start();
        page = newPage("de-DE", 1440, 900, ColorScheme.LIGHT);
    }

    @AfterAll
    void stop() {
        page.context().close();
        opensem.close();
    }

    Distribution opensem() {
        return opensem;
    }

    Browser browser() {
        return browser;
    }

    /** The owner's, in German. */
    Page page() {
        return page;
    }

    List<String> violations() {
        return violations;
    }

    Page newPage(String locale, int width, int height, ColorScheme scheme) {
        Page fresh = browser.newPage(width, height, locale, scheme);
        fresh.setDefaultTimeout(PATIENCE_MILLIS);
        fresh.addInitScript(WATCH);
        fresh.onConsoleMessage(message -> {
            if (message.text().contains("CSP ") || message.text().contains("Content Security Policy")) {
                violations.add(fresh.url() + " " + message.text());
            }
        });
        return fresh;
    }

    void go(Page in, String path) {
        in.navigate(opensem.url() + path);
    }

    static void awaitConsole(Page in) {
        in.locator("vaadin-app-layout vaadin-side-nav-item").first().waitFor();
    }

    static String path(Page in) {
        URI uri = URI.create(in.url());
        return uri.getPath() + (uri.getQuery() == null ? "" : "?" + uri.getQuery());
    }

    static void press(Page in, String button) {
        in.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }
}
