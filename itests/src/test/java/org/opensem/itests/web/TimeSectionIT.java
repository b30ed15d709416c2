package org.opensem.itests.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import org.opensem.testkit.time.NtpServer;
import tools.jackson.databind.JsonNode;

/** E1 and T6 in the browser: a clock that is not set is told on every view and set from there; by hand; by time servers. */
@ExtendWith(SharedDistribution.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TimeSectionIT {
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(60_000);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TIME = "/settings?section=time";
    private static final String ADDRESSES = ".timeservers vaadin-text-field";

    private final Browser browser;
    private final List<NtpServer> servers = Stream.generate(() -> new NtpServer(InstantSource.system())).limit(4).toList();
    private Distribution opensem;
    private Page page;

    TimeSectionIT(Browser browser) {
        this.browser = browser;
    }

    /** The clock was three hours ahead of what it shows when openSEM ran last. */
    @BeforeAll
    void start() throws IOException {
        opensem = Distribution.unpack("time-section").withSimulator()
                .withConfiguration("org.opensem.time", Map.of("zone", "Europe/Berlin"));
        Files.createDirectories(opensem.data());
        Files.writeString(opensem.data().resolve("clock"), "latest=" + Instant.now().plus(3, ChronoUnit.HOURS)
                + "\noffset=PT0S\nown=false\nsource=system\nlastSync=\nprocess=earlier\n");
        opensem.start();
        page = browser.newPage(1440, 900, "de-DE", ColorScheme.LIGHT);
        page.setDefaultTimeout(SOON.toMillis());
    }

    @AfterAll
    void stop() {
        page.context().close();
        opensem.close();
        servers.forEach(NtpServer::close);
    }

    private void go(String path) {
        page.navigate(opensem.url() + path);
        page.locator("main.view h1").first().waitFor();
    }

    private JsonNode clock() {
        return opensem.json("/api/v1/status").path("clock");
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private Locator panel(String name) {
        return page.locator(".p-" + name);
    }

    private Locator spinner(String label) {
        return panel("hand").getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).first();
    }

    private Locator banner() {
        return page.locator(".clocknote");
    }

    private Locator address(int row) {
        return page.locator(ADDRESSES + " input").nth(row);
    }

    private void type(Locator field, String text) {
        field.fill(text);
        page.keyboard().press("Tab");
    }

    @Test
    @Order(1)
    void everyViewSaysThatTheClockIsNotSetAndLeadsToWhereItIs() {
        assertThat(clock().path("trusted").booleanValue()).isFalse();
        for (String path : List.of("/home", "/comparison", "/graph", "/overview", "/settings?section=tariff")) {
            go(path);
            assertThat(banner()).containsText("Die Uhr ist nicht gestellt.", PATIENTLY);
        }
        banner().getByText("Uhr stellen").click();
        assertThat(panel("clock")).containsText("Sie liegt hinter der Zeit, die sie zuletzt zeigte.");
        assertThat(panel("clock")).containsText(Pattern.compile("\\d+ Messwerte warten"));
        page.waitForURL(url -> url.endsWith(TIME));
        assertThat(page.locator(".list a[aria-current]")).containsText("Die Uhr ist nicht gestellt.");
        Browser.screenshot(page, "settings-time-unset");
    }

    @Test
    @Order(2)
    void theBrowsersTimeSetsItAndTheWordsGoEverywhere() {
        Page elsewhere = browser.newPage(390, 844, "en-GB", ColorScheme.DARK);
        elsewhere.navigate(opensem.url() + "/home");
        assertThat(elsewhere.locator(".clocknote")).containsText("The clock is not set.", PATIENTLY);

        go(TIME);
        press("Zeit des Browsers übernehmen");
        assertThat(panel("hand")).containsText(Pattern.compile("Gestellt\\.|gleicht sich langsam an"));
        assertThat(panel("clock")).containsText("Von Hand gestellt.", PATIENTLY);
        assertThat(panel("clock")).containsText("vom Browser");
        assertThat(banner()).hasCount(0);
        assertThat(elsewhere.locator(".clocknote")).hasCount(0);
        elsewhere.context().close();
        assertThat(clock().path("trusted").booleanValue()).isTrue();
        assertThat(clock().path("source").stringValue()).isEqualTo("browser");
    }

    @Test
    @Order(3)
    void itIsSetByHandWithTheArrowKeys() {
        go(TIME);
        int hour = Integer.parseInt(spinner("Stunde").inputValue());
        String key = hour == 23 ? "ArrowDown" : "ArrowUp";
        long expected = hour == 23 ? -3_600_000 : 3_600_000;
        spinner("Stunde").focus();
        page.keyboard().press(key);
        assertThat(spinner("Stunde")).hasValue(String.valueOf(hour == 23 ? 22 : hour + 1));
        press("Stellen");
        assertThat(panel("hand")).containsText("Gestellt.");
        assertThat(panel("clock")).containsText("von Hand", PATIENTLY);
        // A little less: the seconds stood still meanwhile.
        assertThat(clock().path("offsetMs").asLong()).isBetween(expected - 60_000, expected + 1_000);

        type(spinner("Minute"), "77");
        assertThat(panel("hand")).containsText("Eine ganze Zahl von 0 bis 59.");
        press("Stellen");
        assertThat(panel("hand")).containsText("Datum und Uhrzeit prüfen.");
        press("Zeit des Browsers übernehmen");
        await().atMost(SOON).untilAsserted(() -> assertThat(clock().path("offsetMs").asLong()).isBetween(-10_000L, 10_000L));
        assertThat(spinner("Minute")).not().hasValue("77");
    }

    @Test
    @Order(4)
    void wrongServersAreToldBesideTheirFieldsAndNothingIsSaved() {
        go(TIME);
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Zeitserver").setExact(true)).click();
        assertThat(page.locator(ADDRESSES)).hasCount(4);
        type(address(1), "zwei Wörter!");
        Locator fault = page.locator(ADDRESSES).nth(1).locator("[slot='error-message']");
        assertThat(fault).isVisible();
        assertThat(page.locator(".savebar")).containsText("1 Feld braucht eine Korrektur: 2. Server.");
        press("Speichern");
        assertThat(opensem.json("/api/v1/settings/time").path("mode").stringValue()).isEqualTo("system");
        press("3. Server entfernen");
        assertThat(page.locator(ADDRESSES)).hasCount(3);
        press("Server hinzufügen");
        press("Vorgaben wiederherstellen");
        assertThat(address(1)).hasValue("ptbtime2.ptb.de");
        press("Verwerfen");
        assertThat(panel("servers")).isHidden();
    }

    @Test
    @Order(5)
    void fourServersSetItAndTheOneThatLiesIsToldSo() {
        servers.get(2).lying(Duration.ofHours(1));
        go(TIME);
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Zeitserver").setExact(true)).click();
        for (int i = 0; i < servers.size(); i++) {
            type(address(i), servers.get(i).address());
        }
        press("Speichern");
        assertThat(page.locator(".savebar")).containsText("Gespeichert.");
        assertThat(panel("clock")).containsText("Abgeglichen.", PATIENTLY);
        assertThat(panel("clock")).containsText("Zeitserver");
        assertThat(panel("servers")).containsText(Pattern.compile("stimmt, .*s"), PATIENTLY);
        assertThat(page.locator(".timeservers .state").nth(2))
                .containsText(Pattern.compile("widerspricht, zählt nicht, 3\\.(600|599)"));
        int asked = servers.getFirst().asked();
        press("Jetzt fragen");
        await().atMost(SOON).until(() -> servers.getFirst().asked() > asked);
        assertThat(clock().path("offsetMs").asLong()).as("what the lying server did").isBetween(-1_000L, 1_000L);
        Browser.screenshot(page, "settings-time-servers");
        assertThat(browser.takeErrors()).as("uncaught errors in the page").isEmpty();
    }
}
