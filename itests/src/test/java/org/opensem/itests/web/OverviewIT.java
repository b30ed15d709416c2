package org.opensem.itests.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opensem.itests.Browser;
import org.opensem.itests.SharedDistribution;
import org.opensem.itests.Shell;

/** U1–U3 in a browser, with a price of 50 ct a kWh, no base price, and an instalment of 310 a month. */
@ExtendWith(SharedDistribution.class)
class OverviewIT extends ConsolePages {
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(60_000);
    private static MeasuredHouse house;

    OverviewIT(Browser browser) {
        super(house, browser);
    }

    @BeforeAll
    static void start() {
        house = new MeasuredHouse("overview");
        Map<String, String> tariff = new LinkedHashMap<>();
        tariff.put("currency", "EUR");
        tariff.put("versions[0].validFrom", "2020-01-01");
        tariff.put("versions[0].instalment", "310");
        tariff.put("versions[0].co2GramsPerKwh", "400");
        tariff.put("versions[0].rates", "1");
        tariff.put("versions[0].basePricePer", "month");
        tariff.put("versions[0].tiers[0].fromKwh", "0");
        tariff.put("versions[0].tiers[0].basePrice", "0");
        tariff.put("versions[0].tiers[0].highPrice", "0.50");
        house.opensem().withConfiguration("org.opensem.tariff", tariff);
        Awaitility.await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(300))
                .until(() -> house.opensem().get("/api/v1/overview").body().contains("\"currency\":\"EUR\""));
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private String yesterday(String unit) {
        return "/overview?date=" + house.yesterday() + "&unit=" + unit;
    }

    private static Locator cell(Page page, String row, int column) {
        return page.locator("tr[data-row='" + row + "'] td").nth(column);
    }

    @Test
    void showsADayBesideThePeriodsBeforeIt_U1() {
        Page page = open(yesterday("kwh"));

        // 24 h of 1 kW without 29 min, and one second of 4 kW more; at 50 ct.
        assertThat(cell(page, "total", 0)).hasText("23,5");
        assertThat(cell(page, "base", 0)).hasText("23,5");
        assertThat(cell(page, "switched", 0)).hasText("0,0");
        assertThat(cell(page, "total", 1)).hasText("–");
        assertThat(page.locator("tr.cap").last()).containsText("noch keine Muster");
        assertThat(page.locator(".tablecard footer")).containsText(Pattern.compile("fehlen 29\\smin \\(03:12–03:41\\)"));

        choose(page, "€");
        awaitPlace(page, "unit=cost");
        assertThat(cell(page, "total", 0)).hasText("11,76");
        assertThat(cell(page, "difference", 0)).hasClass(Pattern.compile("good|bad"));
        choose(page, "CO₂");
        awaitPlace(page, "unit=co2");
        assertThat(cell(page, "total", 0)).hasText("9,41");
        close(page);
    }

    @Test
    void figuresOpenTabsThatTheUrlKeeps_U2() {
        Page page = open(yesterday("kwh"));
        cell(page, "base", 0).locator("button").click();
        awaitPlace(page, "tab=total." + house.yesterday());
        assertThat(page.locator(".p-split .parts"))
                .containsText(Pattern.compile("Gesamt\\s*23,5\\s*kWh\\s*Grundlast\\s*23,5\\s*kWh"));
        Locator rows = table(page, "split").locator("tbody tr");
        assertThat(rows).hasCount(24);
        assertThat(rows.nth(2)).containsText(Pattern.compile("02:00–03:00.*1,00\\s*kWh.*0,00\\s*kWh.*1,00\\s*kWh"));

        page.reload();
        awaitDrawn(page);
        assertThat(page.locator(".p-split")).isVisible();
        back(page, () -> !place(page).contains("tab="));
        assertThat(page.locator(".tablecard")).isVisible();
        forward(page, () -> place(page).contains("tab="));
        page.locator(".tab.here .close").click();
        awaitNoPlace(page, "tabs=");
        assertThat(page.locator(".tablecard")).isVisible();
        close(page);
    }

    @Test
    void theKeyboardOpensACategoryWhichSaysThatThereAreNoPatterns_U2() {
        Page page = open(yesterday("kwh"));
        cell(page, "heat", 0).locator("button").focus();
        page.keyboard().press("Enter");

        awaitPlace(page, "tab=heat." + house.yesterday());
        assertThat(page.locator(".p-category")).containsText("Noch keine Muster");
        page.locator(".p-category button.step").click();
        page.waitForURL(url -> url.contains("/graph?date=" + house.yesterday()));
        close(page);
    }

    @Test
    void theFilesAreThere_U3() throws IOException {
        Page page = open(yesterday("kwh"));
        Download csv = page.waitForDownload(() -> page.locator(".dl").getByText("CSV").click());
        assertThat(csv.suggestedFilename()).isEqualTo("opensem-overview-" + house.yesterday() + ".csv");
        assertThat(Files.readAllLines(csv.path())).first().isEqualTo("table,row,unit,day,day_before,week,month,year");
        assertThat(Files.readString(csv.path())).contains("energy,total,kWh,23.517");

        Download pdf = page.waitForDownload(() -> page.locator(".dl").getByText("PDF").click());
        assertThat(pdf.suggestedFilename()).isEqualTo("opensem-overview-" + house.yesterday() + ".pdf");
        byte[] bytes = Files.readAllBytes(pdf.path());
        assertThat(new String(bytes, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(bytes.length).isBetween(8_000, 100_000);
        close(page);
    }

    @Test
    void theFirstColumnStaysOnAPhone() {
        Page page = open(yesterday("kwh"), 390, 844, "de-DE");
        Locator name = page.locator("tr[data-row='base'] th");
        BoundingBox before = name.boundingBox();
        page.locator(".tablecard .scroll").evaluate("scroll => { scroll.scrollLeft = 200; }");

        assertThat(((Number) page.locator(".tablecard .scroll").evaluate("scroll => scroll.scrollLeft")).intValue()).isPositive();
        assertThat(name.boundingBox().x).isEqualTo(before.x);
        close(page);
    }

    @Test
    void todayGrowsWithoutAReload() {
        Page page = open("/overview?unit=kwh");
        Locator total = cell(page, "total", 0);
        String before = total.textContent();
        try {
            house.powerNow(100_000);
            page.waitForCondition(() -> !total.textContent().equals(before),
                    new Page.WaitForConditionOptions().setTimeout(60_000));
        } finally {
            house.powerNow(500);
        }
        close(page);
    }

    @Test
    void theLastFiguresStayWhileTheServiceIsUpdated_X2() {
        Page page = open(yesterday("kwh"));
        try (Shell shell = house.opensem().shell()) {
            try {
                shell.run("bundle:stop org.opensem.report.core");
                assertThat(page.locator(".tools .note")).containsText("Auswertung wird gerade aktualisiert", PATIENTLY);
                assertThat(cell(page, "total", 0)).hasText("23,5");
            } finally {
                shell.run("bundle:start org.opensem.report.core");
            }
            assertThat(page.locator(".tools .note")).isHidden(
                    new IsHiddenOptions().setTimeout(60_000));
        }
        close(page);
    }
}
