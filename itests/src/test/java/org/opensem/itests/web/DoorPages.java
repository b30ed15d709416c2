package org.opensem.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.opensem.itests.Browser;
import org.opensem.itests.Distribution;

/**
 * A fresh device without measurements, the pages of those who come to it, and its owner's; notes where a page breaks its security
 * policy.
 */
abstract class DoorPages {
    private static final String WATCH = """
            document.addEventListener('securitypolicyviolation', (event) =>
              console.warn(`CSP ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile} ${event.sample}`));""";

    /** What the owner chooses first. */
    static final String PASSWORD = "sunflower in June";
    /** Tag of the tests that meet a device without a password. */
    static final String FIRST_RUN = "first-run";

    /** Many pages are opened for the first time, also on a busy machine. */
    private static final int PATIENCE_MILLIS = 60_000;

    private final Browser browser;
    private final String name;
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private Distribution opensem;
    private Page page;
    /** The one that is set by now; null before the first run. */
    String password;
    /** Recovery codes of the first run. */
    List<String> codes;

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
        // Flow frames a page of its own where the server goes while a page begins; ours comes as soon as the server is back.
        String stub = "Framing '" + opensem.url() + "/' violates";
        fresh.onConsoleMessage(message -> {
            String said = message.text();
            if ((said.contains("CSP ") || said.contains("Content Security Policy")) && !said.startsWith(stub)) {
                violations.add(fresh.url() + " " + said);
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

    /**
     * Whichever test is run, also one that is tried again on a new device: a password is set, and the owner's browser is inside.
     */
    @BeforeEach
    void comeIn(TestInfo test) {
        if (test.getTags().contains(FIRST_RUN)) {
            return;
        }
        go(page, "/welcome");
        if (path(page).equals("/welcome")) {
            chooseThePassword();
        } else if (path(page).startsWith("/login")) {
            logIn(page, password);
        }
        awaitConsole(page);
    }

    void chooseThePassword() {
        page.locator("#password").fill(PASSWORD);
        page.locator("#repeat").fill(PASSWORD);
        page.locator("#question").selectOption("pet");
        page.locator("#answer").fill("Minka");
        press(page, "Weiter");
        password = PASSWORD;
        codes = page.locator("#codes code").allInnerTexts();
        Browser.screenshot(page, "first-run-codes");
        page.getByText("openSEM öffnen").click();
        awaitConsole(page);
    }

    static void logIn(Page in, String password) {
        in.locator("#password").fill(password);
        press(in, "Anmelden");
    }

    /** What axe-core finds on a form, light and dark, wide and on a phone. */
    List<String> axe(String path) {
        List<String> findings = new ArrayList<>();
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            Page examined = newPage("de-DE", scheme == ColorScheme.LIGHT ? 1440 : 360, 800, scheme);
            go(examined, path);
            examined.locator("form.form").waitFor();
            assertThat(examined.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(path + " fits")
                    .isEqualTo(true);
            findings.addAll(Axe.findings(examined));
            examined.context().close();
        }
        return findings;
    }
}
