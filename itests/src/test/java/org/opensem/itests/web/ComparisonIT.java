package org.opensem.itests.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
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

/** V1 and V2 in a browser, in energy. */
@ExtendWith(SharedDistribution.class)
class ComparisonIT extends ConsolePages {
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(60_000);
    private static MeasuredHouse house;

    ComparisonIT(Browser browser) {
        super(house, browser);
    }

    @BeforeAll
    static void start() {
        house = new MeasuredHouse("comparison");
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    /** Yesterday, compared with the day before, of which nothing was measured. */
    private String yesterday() {
        return "/comparison?period=day&date=" + house.yesterday() + "&with=" + house.yesterday().minusDays(1) + "&unit=kwh";
    }

    /** Yesterday compared with itself, so that both sides are known. */
    private String itself() {
        return "/comparison?period=day&date=" + house.yesterday() + "&with=" + house.yesterday() + "&unit=kwh";
    }

    private static Locator line(Page page, String name) {
        return page.locator(".analysis tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void todayStandsBesideTheSameWeekdayAWeekBefore_V1() {
        house.setTariff(false);
        Page page = open("/comparison");

        assertThat(page.locator(".pick").first()).containsText(Pattern.compile("Zeitraum: heute.*" + house.today().getYear()));
        assertThat(page.locator(".pick").nth(1)).containsText(house.today().minusDays(7).getDayOfMonth() + ". ");
        assertThat(page.locator(".pick.sum")).containsText("keine Messwerte");
        assertThat(page.locator(".banner")).containsText("Für Kosten und CO₂ fehlt der Preis.", PATIENTLY);
        house.setTariff(true);
        assertThat(page.locator(".banner")).isHidden(new IsHiddenOptions().setTimeout(60_000));
        close(page);
    }

    @Test
    void theTableTellsBothAndTheDifference_V2() {
        Page page = open(itself());

        assertThat(line(page, "Gesamt"))
                .hasText(Pattern.compile("Gesamt\\s*23,5\\s*kWh\\s*23,5\\s*kWh\\s*0,0\\s*kWh\\s*0,0\\s*%"));
        assertThat(line(page, "Maximum")).containsText(Pattern.compile("12:00:00\\s*5,00\\s*kW"));
        assertThat(line(page, "Minimum")).containsText(Pattern.compile("00:00:00\\s*1,00\\s*kW"));
        assertThat(page.locator(".p-bars .note")).containsText(Pattern.compile("58\\smin ohne Messwerte"));

        go(page, yesterday());
        assertThat(line(page, "Gesamt")).hasText(Pattern.compile("Gesamt\\s*23,5\\s*kWh\\s*–\\s*–\\s*–"));
        close(page);
    }

    @Test
    void theBarsAreATableToo() {
        Page page = open(itself());
        Locator rows = table(page, "bars").locator("tbody tr");

        assertThat(rows).hasCount(24);
        assertThat(rows.nth(3)).containsText(Pattern.compile("03:00–04:00\\s*0,52\\s*kWh\\s*0,52\\s*kWh\\s*0,00\\s*kWh"));
        close(page);
    }

    @Test
    void aClickOpensBothHoursAndBackReturns_V1() {
        Page page = open(itself());
        BoundingBox plot = page.locator(".p-bars .sem-chart-plot").boundingBox();
        page.mouse().click(plot.x + 48 + (plot.width - 52) * 10.5 / 24, plot.y + plot.height - 60);

        awaitPlace(page, "period=hour");
        assertThat(place(page)).contains("date=" + house.yesterday() + "T10:00+0")
                .contains("with=" + house.yesterday() + "T10:00+0");
        assertThat(page.locator(".p-bars h2")).hasText("Energie je Minute");
        back(page, () -> place(page).contains("period=day"));
        assertThat(page.locator(".p-bars h2")).hasText("Energie je Stunde");
        close(page);
    }

    @Test
    void theKeyboardReadsAPairWithItsDifferenceAndOpensIt_V1() {
        Page page = open(itself());
        page.locator(".p-bars .sem-chart-plot").focus();
        page.keyboard().press("Home");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".p-bars .sem-chart-say"))
                .containsText(Pattern.compile("01:00–02:00: .*1,00\\s*kWh, .*1,00\\s*kWh, Differenz 0,00\\s*kWh"));
        assertThat(page.locator(".sem-chart-tip")).containsText("Differenz");
        page.keyboard().press("Enter");

        awaitPlace(page, "T01:00");
        close(page);
    }

    @Test
    void periodsAreTurnedChosenAndKept_V1() {
        Page page = open("/comparison?unit=kwh");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zeitraum: Zurück")).click();
        awaitPlace(page, "date=" + house.yesterday());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("verglichen mit: Weiter")).click();
        awaitPlace(page, "with=" + house.yesterday().minusDays(6));
        choose(page, "Woche");
        awaitPlace(page, "period=week");
        awaitNoPlace(page, "with=");

        String before = page.locator(".pick").first().textContent();
        page.reload();
        awaitDrawn(page);
        assertThat(page.locator(".pick").first()).hasText(before);
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("verglichen mit: Weiter"))).isEnabled();
        close(page);
    }

    @Test
    void theLastFiguresStayWhileTheServiceIsUpdated_X2() {
        Page page = open(itself());
        try (Shell shell = house.opensem().shell()) {
            try {
                shell.run("bundle:stop org.opensem.aggregation.core");
                assertThat(page.locator(".p-bars")).containsText("Auswertung wird gerade aktualisiert", PATIENTLY);
                assertThat(line(page, "Gesamt")).containsText("23,5");
            } finally {
                shell.run("bundle:start org.opensem.aggregation.core");
            }
            assertThat(page.locator(".p-bars .note")).containsText("ohne Messwerte", PATIENTLY);
        }
        close(page);
    }
}
