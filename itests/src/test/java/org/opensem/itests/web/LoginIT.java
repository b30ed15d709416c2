package org.opensem.itests.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opensem.itests.Browser;
import org.opensem.itests.Distribution;
import org.opensem.itests.SharedDistribution;

/**
 * E6 in the browser: first run, login, forgotten password, the settings of access. On every page that is opened the strict
 * Content-Security-Policy of issue 5 is broken nowhere.
 */
@ExtendWith(SharedDistribution.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoginIT {
    private static final String PASSWORD = "sunflower in June";
    private static final String OTHER = "another sunflower";
    private static final String WATCH = """
            document.addEventListener('securitypolicyviolation', (event) =>
              console.warn(`CSP ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile} ${event.sample}`));""";
    private static final String AXE_RUN = """
            async () => (await axe.run({ runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } }))
              .violations.filter((rule) => ['serious', 'critical'].includes(rule.impact))
              .map((rule) => `${rule.id}: ${rule.nodes.map((node) => `${node.html} ${node.failureSummary}`).join(' | ')}`)""";

    private final Browser browser;
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private Distribution opensem;
    private Page page;

    LoginIT(Browser browser) {
        this.browser = browser;
    }

    @BeforeAll
    void start() {
        opensem = Distribution.unpack("login").withDriver("http", Map.of()).start();
        page = newPage("de-DE", 1440, 900, ColorScheme.LIGHT);
    }

    @AfterAll
    void stop() {
        page.context().close();
        opensem.close();
    }

    private Page newPage(String locale, int width, int height, ColorScheme scheme) {
        Page fresh = browser.newPage(width, height, locale, scheme);
        fresh.addInitScript(WATCH);
        fresh.onConsoleMessage(message -> {
            if (message.text().contains("CSP ") || message.text().contains("Content Security Policy")) {
                violations.add(fresh.url() + " " + message.text());
            }
        });
        return fresh;
    }

    private void go(Page in, String path) {
        in.navigate(opensem.url() + path);
    }

    private void awaitConsole(Page in) {
        in.locator("vaadin-app-layout vaadin-side-nav-item").first().waitFor();
    }

    private static String path(Page in) {
        URI uri = URI.create(in.url());
        return uri.getPath() + (uri.getQuery() == null ? "" : "?" + uri.getQuery());
    }

    private static void press(Page in, String button) {
        in.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private void logIn(Page in, String password) {
        in.locator("#password").fill(password);
        press(in, "Anmelden");
    }

    private List<String> axe(String path) {
        List<String> findings = new ArrayList<>();
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            Page examined = newPage("de-DE", scheme == ColorScheme.LIGHT ? 1440 : 360, 800, scheme);
            go(examined, path);
            examined.locator("form.form").waitFor();
            assertThat(examined.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(path + " fits").isEqualTo(true);
            examined.evaluate(script());
            @SuppressWarnings("unchecked")
            List<String> found = (List<String>) examined.evaluate(AXE_RUN);
            findings.addAll(found);
            examined.context().close();
        }
        return findings;
    }

    private static String script() {
        try (InputStream in = LoginIT.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Order(1)
    void theFirstRunGreetsOnceAndCanWait() {
        Page visitor = newPage("en-GB", 1280, 900, ColorScheme.LIGHT);
        go(visitor, "/");
        assertThat(path(visitor)).isEqualTo("/welcome");
        visitor.getByText("Later").click();
        awaitConsole(visitor);
        go(visitor, "/");
        awaitConsole(visitor);
        visitor.context().close();
        assertThat(axe("/welcome")).isEmpty();
    }

    @Test
    @Order(2)
    void thePasswordIsChosenAndTheCodesAreShownOnce() {
        go(page, "/");
        page.locator("#password").fill("kurz");
        assertThat(page.locator("#password-below").innerText()).contains("4");
        page.locator("#repeat").fill("anders");
        press(page, "Weiter");
        assertThat(page.locator("#password-below").innerText()).isEqualTo("Mindestens 8 Zeichen.");
        assertThat(page.locator("#repeat-below").innerText()).isEqualTo("Ist nicht dasselbe.");

        page.locator("#password").fill(PASSWORD);
        page.locator("#repeat").fill(PASSWORD);
        page.locator("#question").selectOption("pet");
        page.locator("#answer").fill("Minka");
        press(page, "Weiter");
        assertThat(page.locator("#codes code").allInnerTexts()).hasSize(10).allMatch(code -> code.matches("([a-z2-9]{4}-){3}[a-z2-9]{4}"));
        Browser.screenshot(page, "first-run-codes");
        page.getByText("openSEM öffnen").click();
        awaitConsole(page);
        go(page, "/welcome");
        awaitConsole(page);
    }

    @Test
    @Order(3)
    void whoHasNotLoggedInSeesTheLoginAndThenThePageThatWasAskedFor() {
        Page visitor = newPage("de-DE", 1280, 900, ColorScheme.DARK);
        go(visitor, "/graph?phase=l1");
        assertThat(path(visitor)).isEqualTo("/login?to=/graph?phase=l1");
        logIn(visitor, "falsch geraten");
        assertThat(visitor.locator("#password-below").innerText()).isEqualTo("Das ist nicht das Passwort.");
        Browser.screenshot(visitor, "login-wrong");
        logIn(visitor, PASSWORD);
        awaitConsole(visitor);
        assertThat(visitor.url()).endsWith("/graph?phase=l1");
        visitor.context().close();
        assertThat(axe("/login")).isEmpty();
        assertThat(axe("/forgot")).isEmpty();
    }

    @Test
    @Order(4)
    void nobodyIsSentElsewhereAfterTheLogin() {
        for (String to : List.of("https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example", "javascript%3Aalert(1)")) {
            Page visitor = newPage("de-DE", 1280, 900, ColorScheme.LIGHT);
            go(visitor, "/login?to=" + to);
            logIn(visitor, PASSWORD);
            awaitConsole(visitor);
            assertThat(visitor.url()).startsWith(opensem.url() + "/");
            visitor.context().close();
        }
    }

    @Test
    @Order(5)
    void aRestartAndAnUpdateOfTheConsoleLogNobodyOut() {
        go(page, "/graph");
        awaitConsole(page);
        opensem.ssh("bundle:update org.opensem.web.console");
        page.waitForLoadState();
        awaitConsole(page);
        opensem.stop();
        opensem.launch("bin/karaf", "server");
        await().atMost(Distribution.START).ignoreExceptions().until(() -> opensem.get("/login").statusCode() == 200);
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            go(page, "/graph");
            assertThat(path(page)).startsWith("/graph");
        });
        awaitConsole(page);
    }

    @Test
    @Order(6)
    void everyPageLivesUnderTheStrictPolicy() {
        List<String> places = new ArrayList<>(List.of("/more", "/nothing-of-ours"));
        page.locator("vaadin-side-nav-item").all().forEach(item -> places.add("/" + item.getAttribute("path")));
        assertThat(places).hasSizeGreaterThan(3);
        for (String place : places) {
            go(page, place);
            awaitConsole(page);
            page.waitForTimeout(500);
        }
        go(page, "/settings?section=security");
        page.locator(".access .p-device").waitFor();
        List<Locator> sections = page.locator(".v-settings nav a, .sections a").all();
        for (Locator section : sections) {
            section.click();
            page.waitForTimeout(300);
        }
        assertThat(violations).isEmpty();
    }

    @Test
    @Order(7)
    void aTokenIsMadeShownOnceAndWithdrawn() {
        go(page, "/settings?section=security");
        press(page, "Neues Zugriffstoken");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name, zum Beispiel des Programms").fill("Grafana");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Neues Zugriffstoken")).click();
        Locator shown = page.locator("vaadin-dialog pre, vaadin-dialog-overlay pre").first();
        shown.waitFor();
        String secret = shown.innerText().strip();
        assertThat(secret).matches("sem_[A-Za-z0-9_-]{43}");
        assertThat(opensem.send(opensem.request("/api/v1/status").header("Authorization", "Bearer " + secret).build()).statusCode())
                .isEqualTo(200);
        press(page, "Verwahrt");
        page.locator(".p-tokens").getByText("Grafana").waitFor();
        Browser.screenshot(page, "settings-access");

        page.locator(".p-tokens").getByText("Zurückziehen").click();
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Zurückziehen")).click();
        page.locator(".p-tokens").getByText("Keine.").waitFor();
        assertThat(opensem.send(opensem.request("/api/v1/status").header("Authorization", "Bearer " + secret).build()).statusCode())
                .isEqualTo(401);
    }

    @Test
    @Order(8)
    void thePasswordIsChangedByWhoeverKnowsTheOldOneAndThisBrowserStaysInside() {
        Page elsewhere = newPage("de-DE", 1280, 900, ColorScheme.LIGHT);
        go(elsewhere, "/home");
        logIn(elsewhere, PASSWORD);
        awaitConsole(elsewhere);

        go(page, "/settings?section=security");
        page.locator(".p-password .row").first().getByRole(AriaRole.BUTTON).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Bisheriges Passwort").fill("falsch geraten");
        dialog.getByLabel("Neues Passwort").fill(OTHER);
        dialog.getByLabel("Passwort wiederholen").fill(OTHER);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ändern")).click();
        dialog.getByText("Ist nicht das Passwort.").waitFor();
        dialog.getByLabel("Bisheriges Passwort").fill(PASSWORD);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ändern")).click();

        elsewhere.waitForURL("**/login?to=**");
        elsewhere.context().close();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
            go(page, "/settings?section=security");
            page.locator(".access .p-password").waitFor();
            assertThat(path(page)).startsWith("/settings");
        });
    }

    @Test
    @Order(9)
    void theAnswerLetsInWhoForgotThePassword() {
        Page visitor = newPage("de-DE", 1280, 900, ColorScheme.LIGHT);
        go(visitor, "/home");
        visitor.getByText("Passwort vergessen?").click();
        visitor.getByLabel("Wie hieß das erste Haustier?").fill("MINKA ");
        visitor.locator("#password").fill(PASSWORD);
        visitor.locator("#repeat").fill(PASSWORD);
        press(visitor, "Ändern und anmelden");
        awaitConsole(visitor);
        visitor.context().close();
        page.waitForURL("**/login?to=**");
        logIn(page, PASSWORD);
        awaitConsole(page);
    }

    @Test
    @Order(10)
    void loggingOutEndsThisBrowserAndEverywhereAll() {
        Page other = newPage("de-DE", 1280, 900, ColorScheme.LIGHT);
        go(other, "/home");
        logIn(other, PASSWORD);
        awaitConsole(other);
        press(other, "Abmelden");
        other.waitForURL("**/login");
        go(other, "/home");
        assertThat(path(other)).startsWith("/login");
        logIn(other, PASSWORD);
        awaitConsole(other);

        go(page, "/settings?section=security");
        press(page, "Überall abmelden");
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Überall abmelden")).click();
        page.waitForURL("**/login?to=**");
        other.waitForURL("**/login?to=**");
        other.context().close();
        assertThat(violations).as("the policy is broken nowhere").isEmpty();
        assertThat(browser.takeErrors()).as("uncaught errors in the page").isEmpty();
    }
}
