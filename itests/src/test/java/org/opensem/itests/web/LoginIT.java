package org.opensem.itests.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
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
class LoginIT extends DoorPages {
    private static final String OTHER = "another sunflower";
    private static final String NO_PROOF = "Ist weder die Antwort noch ein unbenutzter Wiederherstellungscode.";

    LoginIT(Browser browser) {
        super(browser, "login");
    }

    private void confirm(String button) {
        page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).click();
    }

    /** What REST answers to a program with this token. */
    private int statusFor(String token) {
        return opensem().send(opensem().request("/api/v1/status").header("Authorization", "Bearer " + token).build())
                .statusCode();
    }

    @Test
    @Order(1)
    @Tag(FIRST_RUN)
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
    @Tag(FIRST_RUN)
    void thePasswordIsChosenAndTheCodesAreShownOnce() {
        go(page(), "/");
        page().locator("#password").fill("kurz");
        assertThat(page().locator("#password-below").innerText()).contains("4");
        page().locator("#repeat").fill("anders");
        press(page(), "Weiter");
        assertThat(page().locator("#password-below").innerText()).isEqualTo("Mindestens 8 Zeichen.");
        assertThat(page().locator("#repeat-below").innerText()).isEqualTo("Ist nicht dasselbe.");

        chooseThePassword();
        assertThat(codes).hasSize(10).allMatch(code -> code.matches("([a-z2-9]{4}-){3}[a-z2-9]{4}"));
        go(page(), "/welcome");
        awaitConsole(page());
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
        logIn(visitor, password);
        awaitConsole(visitor);
        assertThat(visitor.url()).endsWith("/graph?phase=l1");
        visitor.context().close();
        assertThat(axe("/login")).isEmpty();
        assertThat(axe("/forgot")).isEmpty();
    }

    @Test
    @Order(4)
    void whoGuessesIsToldHowLongToWaitAndTheOwnerGetsInAfterwards() {
        Page guesser = newPage("de-DE", 1280, 900, ColorScheme.LIGHT);
        go(guesser, "/login");
        String told = "";
        for (int i = 0; i < 8 && !told.startsWith("Zu viele"); i++) {
            logIn(guesser, "falsch geraten " + i);
            told = guesser.locator("#password-below").innerText();
        }
        assertThat(told).matches("Zu viele falsche Versuche\\. \\d+ s warten\\.");
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofSeconds(1)).until(() -> {
            logIn(guesser, password);
            return !path(guesser).startsWith("/login");
        });
        awaitConsole(guesser);
        guesser.context().close();
    }

    @Test
    @Order(5)
    void nobodyIsSentElsewhereAfterTheLogin() {
        for (String to : List.of("https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example",
                "javascript%3Aalert(1)")) {
            Page visitor = newPage("de-DE", 1280, 900, ColorScheme.LIGHT);
            go(visitor, "/login?to=" + to);
            logIn(visitor, password);
            awaitConsole(visitor);
            assertThat(visitor.url()).startsWith(opensem().url() + "/");
            visitor.context().close();
        }
    }

    @Test
    @Order(6)
    void aRestartAndAnUpdateOfTheConsoleLogNobodyOut() {
        go(page(), "/graph");
        awaitConsole(page());
        opensem().ssh("bundle:update org.opensem.web.console");
        page().waitForLoadState();
        awaitConsole(page());
        opensem().stop();
        opensem().launch("bin/karaf", "server");
        await().atMost(Distribution.START).ignoreExceptions().until(() -> opensem().get("/login").statusCode() == 200);
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            go(page(), "/graph");
            assertThat(path(page())).startsWith("/graph");
        });
        awaitConsole(page());
    }

    @Test
    @Order(7)
    void everyPageLivesUnderTheStrictPolicy() {
        List<String> places = new ArrayList<>(List.of("/more", "/nothing-of-ours"));
        page().locator("vaadin-side-nav-item").all().forEach(item -> places.add("/" + item.getAttribute("path")));
        assertThat(places).hasSizeGreaterThan(3);
        for (String place : places) {
            go(page(), place);
            awaitConsole(page());
            page().waitForTimeout(500);
        }
        go(page(), "/settings?section=security");
        page().locator(".access .p-device").waitFor();
        List<Locator> sections = page().locator(".v-settings nav a, .sections a").all();
        for (Locator section : sections) {
            // Vaadin reports an error for a click while the one before still leads somewhere (its flow issue 20404).
            String place = section.getAttribute("href");
            section.click();
            page().waitForCondition(() -> page().url().endsWith(place));
            page().waitForTimeout(300);
        }
        assertThat(violations()).isEmpty();
    }

    @Test
    @Order(8)
    void aTokenIsMadeShownOnceAndWithdrawn() {
        go(page(), "/settings?section=security");
        press(page(), "Neues Zugriffstoken");
        Locator dialog = page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name, zum Beispiel des Programms").fill("Grafana");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Neues Zugriffstoken")).click();
        Locator shown = page().locator("vaadin-dialog pre, vaadin-dialog-overlay pre").first();
        shown.waitFor();
        String secret = shown.innerText().strip();
        assertThat(secret).matches("sem_[A-Za-z0-9_-]{43}");
        assertThat(statusFor(secret)).isEqualTo(200);
        press(page(), "Verwahrt");
        page().locator(".p-tokens").getByText("Grafana").waitFor();
        Browser.screenshot(page(), "settings-access");

        page().locator(".p-tokens").getByText("Zurückziehen").click();
        confirm("Zurückziehen");
        page().locator(".p-tokens").getByText("Keine.").waitFor();
        assertThat(statusFor(secret)).isEqualTo(401);
    }

    @Test
    @Order(9)
    void thePasswordIsChangedByWhoeverKnowsTheOldOneAndThisBrowserStaysInside() {
        Page elsewhere = newPage("de-DE", 1280, 900, ColorScheme.LIGHT);
        go(elsewhere, "/home");
        logIn(elsewhere, password);
        awaitConsole(elsewhere);

        go(page(), "/settings?section=security");
        page().locator(".p-password .row").first().getByRole(AriaRole.BUTTON).click();
        Locator dialog = page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Bisheriges Passwort").fill("falsch geraten");
        dialog.getByLabel("Neues Passwort").fill(OTHER);
        dialog.getByLabel("Passwort wiederholen").fill(OTHER);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ändern")).click();
        dialog.getByText("Ist nicht das Passwort.").waitFor();
        dialog.getByLabel("Bisheriges Passwort").fill(password);
        page().evaluate("window.stays = true");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ändern")).click();

        elsewhere.waitForURL("**/login?to=**");
        password = OTHER;
        elsewhere.context().close();
        // Only this browser's session is left.
        page().locator(".p-sessions .row").nth(1).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page().locator(".p-sessions").getByText("Dieser Browser").waitFor();
        assertThat(page().evaluate("window.stays")).as("not even loaded again").isEqualTo(true);
        go(page(), "/settings?section=security");
        page().locator(".access .p-password").waitFor();
        assertThat(path(page())).startsWith("/settings");
    }

    @Test
    @Order(10)
    void theAnswerLetsInWhoForgotThePassword() {
        Page visitor = newPage("de-DE", 1280, 900, ColorScheme.LIGHT);
        go(visitor, "/home");
        visitor.getByText("Passwort vergessen?").click();
        visitor.getByLabel("Wie hieß das erste Haustier?").fill("MINKA ");
        visitor.locator("#password").fill(PASSWORD);
        visitor.locator("#repeat").fill(PASSWORD);
        press(visitor, "Ändern und anmelden");
        awaitConsole(visitor);
        password = PASSWORD;
        visitor.context().close();
        page().waitForURL("**/login?to=**");
        logIn(page(), password);
        awaitConsole(page());
    }

    @Test
    @Order(11)
    void aRecoveryCodeLetsInOnce() {
        Page visitor = newPage("de-DE", 1280, 900, ColorScheme.LIGHT);
        go(visitor, "/forgot");
        recover(visitor, "nicht-der-code");
        assertThat(visitor.locator("#proof-below").innerText()).isEqualTo(NO_PROOF);
        recover(visitor, codes.getFirst().toUpperCase(Locale.ROOT));
        awaitConsole(visitor);
        password = PASSWORD;
        go(visitor, "/settings?section=security");
        visitor.locator(".p-password").getByText("9 unbenutzt").waitFor();
        visitor.context().clearCookies();
        go(visitor, "/forgot");
        recover(visitor, codes.getFirst());
        assertThat(visitor.locator("#proof-below").innerText()).as("used up").isEqualTo(NO_PROOF);
        visitor.context().close();
        page().waitForURL("**/login?to=**");
        logIn(page(), password);
        awaitConsole(page());
    }

    @Test
    @Order(12)
    void newCodesReplaceTheOldOnesForWhoeverKnowsThePassword() {
        go(page(), "/settings?section=security");
        press(page(), "Neue Codes");
        Locator dialog = page().getByRole(AriaRole.DIALOG);
        Locator sure = dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Neue Codes"));
        dialog.getByLabel("Passwort").first().fill("falsch geraten");
        sure.click();
        dialog.getByText("Ist nicht das Passwort.").waitFor();
        dialog.getByLabel("Passwort").first().fill(password);
        page().keyboard().press("Enter");
        Locator shown = page().locator("vaadin-dialog pre").first();
        shown.waitFor();
        assertThat(shown.innerText().lines()).hasSize(10).doesNotContainAnyElementsOf(codes);
        press(page(), "Verwahrt");
        page().locator(".p-password").getByText("10 unbenutzt").waitFor();
    }

    private static void recover(Page visitor, String proof) {
        visitor.locator("#proof").fill(proof);
        visitor.locator("#password").fill(PASSWORD);
        visitor.locator("#repeat").fill(PASSWORD);
        press(visitor, "Ändern und anmelden");
    }

    @Test
    @Order(13)
    void httpsIsSwitchedOnWithACertificateOfTheDevicesOwnAndThenHasTheOwners() throws Exception {
        go(page(), "/settings?section=security");
        page().locator(".p-certificate").getByText("Das Gerät macht eines").waitFor();
        page().locator(".p-reach").getByLabel("HTTPS", new Locator.GetByLabelOptions().setExact(true)).check();
        press(page(), "Speichern");
        page().locator(".savebar").getByText("Gespeichert.").waitFor();
        page().locator(".p-certificate").getByText("vom Gerät gemacht").waitFor();
        String shown = page().locator(".p-certificate code").innerText();
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions()
                .until(() -> ServedCertificate.fingerprint(opensem().httpsPort()).equals(shown));

        page().locator(".p-certificate input[type=file]").first()
                .setInputFiles(new FilePayload("mine.pem", "application/x-pem-file", new byte[] {1, 2, 3}));
        page().locator(".p-certificate vaadin-upload-file").getByText("mine.pem").waitFor();
        press(page(), "Verwenden");
        page().locator(".p-certificate .fault").first().waitFor();
        assertThat(ServedCertificate.fingerprint(opensem().httpsPort())).as("nothing has changed").isEqualTo(shown);
        Browser.screenshot(page(), "settings-access-https");

        OwnCertificate own = OwnCertificate.make();
        page().locator(".p-certificate vaadin-upload-file [part=remove-button]").click();
        Locator files = page().locator(".p-certificate input[type=file]");
        files.first().setInputFiles(new FilePayload("own.pem", "application/x-pem-file", own.chain()));
        files.last().setInputFiles(new FilePayload("own.key", "application/x-pem-file", own.key()));
        page().locator(".p-certificate vaadin-upload-file[complete]").nth(1).waitFor();
        press(page(), "Verwenden");
        page().locator(".p-certificate").getByText("eigenes", new Locator.GetByTextOptions().setExact(true)).waitFor();
        assertThat(page().locator(".p-certificate code").innerText()).isEqualTo(own.fingerprint());
        assertThat(page().locator(".p-certificate .fault").count()).as("faults").isZero();
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions()
                .until(() -> ServedCertificate.fingerprint(opensem().httpsPort()).equals(own.fingerprint()));
    }

    @Test
    @Order(14)
    void loggingOutEndsThisBrowserAndEverywhereAll() {
        Page other = newPage("de-DE", 1280, 900, ColorScheme.LIGHT);
        go(other, "/home");
        logIn(other, password);
        awaitConsole(other);
        press(other, "Abmelden");
        // With "?to=" when the page hears first that its session has ended.
        other.waitForURL("**/login*");
        go(other, "/home");
        assertThat(path(other)).startsWith("/login");
        logIn(other, password);
        awaitConsole(other);

        go(page(), "/settings?section=security");
        press(page(), "Überall abmelden");
        confirm("Überall abmelden");
        page().waitForURL("**/login?to=**");
        other.waitForURL("**/login?to=**");
        other.context().close();
        assertThat(violations()).as("the policy is broken nowhere").isEmpty();
        assertThat(browser().takeErrors()).as("uncaught errors in the page").isEmpty();
    }

    /** Only after the device's name was typed; then it greets again. */
    @Test
    @Order(15)
    void theFactoryResetAsksForTheDevicesName() {
        go(page(), "/settings?section=security");
        page().locator(".p-sessions").getByText("Dieser Browser").waitFor();
        page().locator(".p-device").getByText("Werkseinstellungen").last().click();
        Locator dialog = page().getByRole(AriaRole.DIALOG);
        Locator name = dialog.getByLabel("Zur Bestätigung");
        name.fill("SEM-000000");
        Locator sure = dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Werkseinstellungen"));
        sure.click();
        dialog.getByText("den Namen des Geräts eintippen").waitFor();
        assertThat(opensem().process().isAlive()).isTrue();

        name.fill(deviceName(dialog));
        sure.click();
        assertThat(opensem().awaitEnd()).isEqualTo(10);
        opensem().launch("bin/karaf", "server");
        await().atMost(Distribution.START).ignoreExceptions().until(() -> opensem().get("/welcome").statusCode() == 200);
        // The page that was open comes back by itself, perhaps at this moment.
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            go(page(), "/");
            assertThat(path(page())).isEqualTo("/welcome");
        });
        assertThat(opensem().data().resolve("keys/access.owner")).doesNotExist();
    }

    private static String deviceName(Locator dialog) {
        Matcher name = Pattern.compile("SEM-[0-9a-f]{6}").matcher(dialog.innerText());
        assertThat(name.find()).isTrue();
        return name.group();
    }
}
