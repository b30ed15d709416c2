package org.opensem.itests.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opensem.itests.Browser;
import org.opensem.itests.SharedDistribution;
import org.opensem.itests.Shell;

/** H1–H4 in a browser, in energy. */
@ExtendWith(SharedDistribution.class)
class HomeIT extends ConsolePages {
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(5_000);
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(60_000);
    private static MeasuredHouse house;

    HomeIT(Browser browser) {
        super(house, browser);
    }

    @BeforeAll
    static void start() {
        house = new MeasuredHouse("home");
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private String yesterday() {
        return "/home?period=day&date=" + house.yesterday();
    }

    @Test
    void showsADaysFiguresAndRings() {
        Page page = open(yesterday());

        // 24 h of 1 kW without 29 min, and one second of 4 kW more.
        assertThat(page.locator(".p-overview .fig").first()).hasText(Pattern.compile("23,5\\s*kWh"));
        assertThat(page.locator(".p-overview dl.kv")).containsText(Pattern.compile("Maximum\\s*12:00:00\\s*5,00\\s*kW"));
        assertThat(page.locator(".p-overview dl.kv")).containsText(Pattern.compile("Minimum\\s*00:00:00\\s*1,00\\s*kW"));
        assertThat(page.locator(".note")).containsText(Pattern.compile("29\\smin ohne Messwerte, 03:12–03:41"));
        assertThat(page.locator(".p-use .ring svg")).hasCount(3);
        // Rounded so that the parts add up to the total shown (H2).
        assertThat(page.locator(".p-use .legend").first())
                .hasText(Pattern.compile("L1\\s*7,0\\s*kWh\\s*L2\\s*4,7\\s*kWh\\s*L3\\s*11,8\\s*kWh"));
        close(page);
    }

    @Test
    void showsTheHoursAsATableToo() {
        Page page = open(yesterday());
        Locator rows = table(page, "history").locator("tbody tr");

        assertThat(rows).hasCount(24);
        assertThat(rows.nth(2)).containsText(Pattern.compile("02:00–03:00.*1,00\\s*kWh"));
        // 31 of 60 minutes.
        assertThat(rows.nth(3)).containsText(Pattern.compile("03:00–04:00.*0,52\\s*kWh"));
        close(page);
    }

    @Test
    void aBarOpensItsHourAndBackReturns() {
        Page page = open(yesterday());
        BoundingBox plot = page.locator(".p-history .sem-chart-plot").boundingBox();
        page.mouse().click(plot.x + 48 + (plot.width - 52) * 10.5 / 24, plot.y + plot.height - 60);

        awaitPlace(page, "period=hour");
        assertThat(place(page)).contains("date=" + house.yesterday() + "T10:00+0");
        assertThat(title(page)).containsText("10:00–11:00");
        assertThat(page.locator(".p-history .crumb")).containsText("10:00");
        back(page, () -> place(page).contains("period=day"));
        assertThat(title(page)).not().containsText("10:00");
        forward(page, () -> place(page).contains("period=hour"));
        assertThat(title(page)).containsText("10:00–11:00");
        close(page);
    }

    @Test
    void theKeyboardOpensABarAndThePathLeadsUp() {
        Page page = open(yesterday());
        page.locator(".p-history .sem-chart-plot").focus();
        page.keyboard().press("Home");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".p-history .sem-chart-say")).containsText("01:00–02:00");
        page.keyboard().press("Enter");

        awaitPlace(page, "T01:00");
        Locator path = page.locator(".p-history .crumb button");
        assertThat(path).hasCount(3);
        path.first().click();
        awaitPlace(page, "period=year");
        assertThat(title(page)).hasText(String.valueOf(house.yesterday().getYear()));
        close(page);
    }

    @Test
    void thePeriodIsChosenAndTurnedAndAReloadKeepsIt() {
        Page page = open("/home");
        choose(page, "Monat");
        awaitPlace(page, "period=month");
        choose(page, "Tag");
        awaitPlace(page, "period=day");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Weiter").setExact(true))).isDisabled();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zurück").setExact(true)).click();
        awaitPlace(page, "date=" + house.yesterday());

        String before = title(page).textContent();
        page.reload();
        awaitDrawn(page);
        assertThat(title(page)).hasText(before);
        close(page);
    }

    @Test
    void powerIsPushedEachSecond() {
        Page page = open("/home");
        Locator now = page.locator(".p-overview .fig").nth(1);
        try {
            house.powerNow(2345);
            assertThat(now).containsText(Pattern.compile("2,35\\s*kW"), SOON);
            assertThat(page.locator(".p-overview .phases")).containsText(Pattern.compile("L1\\s*469\\s*W"), SOON);
            house.powerNow(612);
            assertThat(now).containsText(Pattern.compile("612\\s*W"), SOON);
        } finally {
            house.powerNow(500);
        }
        close(page);
    }

    @Test
    void hiddenPanelsStayHidden() {
        Page page = open("/home");
        page.locator(".chip").getByText("Verbrauch").click();
        assertThat(page.locator(".p-use")).isHidden();

        page.reload();
        awaitDrawn(page);
        assertThat(page.locator(".p-use")).isHidden();
        assertThat(page.locator(".p-history")).isVisible();
        page.locator(".chip").getByText("Verbrauch").click();
        assertThat(page.locator(".p-use")).isVisible();
        close(page);
    }

    @Test
    void speaksEnglishToo() {
        Page british = open(yesterday(), 1440, 900, "en-GB");
        assertThat(british.locator(".home-view")).containsText(Pattern.compile("Overview.*History.*Consumption", Pattern.DOTALL));
        assertThat(british.locator(".note")).containsText(Pattern.compile("29\\smin without readings"));
        assertThat(british.locator(".p-overview .fig").first()).hasText(Pattern.compile("23\\.5\\s*kWh"));
        assertThat(british.locator(".home-view")).not().containsText(Pattern.compile("Übersicht|Verbrauch|Grundlast|ohne"));
        close(british);

        Page american = open(yesterday(), 1440, 900, "en-US");
        assertThat(american.locator(".p-overview dl.kv")).containsText(Pattern.compile("12:00:00\\sPM"));
        close(american);
    }

    @Test
    void fitsAPhone() {
        Page page = open(yesterday(), 360, 740, "de-DE");

        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing to scroll sideways").isTrue();
        BoundingBox overview = page.locator(".p-overview").boundingBox();
        BoundingBox history = page.locator(".p-history").boundingBox();
        assertThat(history.y).as("one column").isGreaterThan(overview.y + overview.height);
        close(page);
    }

    @Test
    void goesOnWhileItsFiguresAreUpdated() {
        Page page = open(yesterday());
        try (Shell shell = house.opensem().shell()) {
            try {
                shell.run("bundle:stop org.opensem.aggregation.core");
                assertThat(page.locator(".home-view")).containsText("Auswertung wird gerade aktualisiert", PATIENTLY);
                // X2: the last figures stay.
                assertThat(page.locator(".p-overview .fig").first()).hasText(Pattern.compile("23,5\\s*kWh"));
            } finally {
                shell.run("bundle:start org.opensem.aggregation.core");
            }
            assertThat(page.locator(".note")).containsText(Pattern.compile("29\\smin ohne Messwerte"), PATIENTLY);
        }
        close(page);
    }

    @Test
    void asksNoForeignHost() {
        Page page = open("/home");
        go(page, "/graph");
        close(page);

        assertThat(hosts()).hasSize(1);
    }
}
