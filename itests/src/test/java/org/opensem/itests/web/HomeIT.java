package org.opensem.itests.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opensem.itests.Browser;
import org.opensem.itests.SharedDistribution;
import org.opensem.itests.Shell;

/** H1–H6 in a browser. Every figure can be worked out from what {@link MeasuredHouse} says. */
@ExtendWith(SharedDistribution.class)
class HomeIT extends ConsolePages {
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(60_000);
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

    /** These words, whatever blanks are between them. */
    private static Pattern words(String text) {
        // The browser evaluates it: its expressions know no quotation.
        return Pattern.compile(text.replaceAll("[.+()]", "\\\\$0").replace(" ", "\\s*"));
    }

    /** The overview's leading figure. */
    private static Locator total(Page page) {
        return page.locator(".p-overview .fig").first();
    }

    private static Locator legend(Page page, int ring) {
        return page.locator(".p-use .legend").nth(ring);
    }

    /** The button above the panels that shows or hides one. */
    private static Locator chip(Page page, String panel) {
        return page.locator(".tools .chip").getByText(panel);
    }

    private String yesterday() {
        return "/home?period=day&date=" + house.yesterday();
    }

    @Test
    void showsADaysFiguresAndRings() {
        Page page = open(yesterday());

        // 16 h at 30 ct, 8 h without 29 min at 20 ct, 1 kW each, one second of 4 kW more; and 1 € base price.
        assertThat(total(page)).hasText(words("7,30 €"));
        assertThat(page.locator(".p-overview .under").first()).containsText(words("23,5 kWh · 9,41 kg CO₂"));
        assertThat(page.locator(".p-overview dl.kv")).containsText(words("Maximum 12:00:00 5,00 kW"));
        assertThat(page.locator(".p-overview dl.kv")).containsText(words("Minimum 00:00:00 1,00 kW"));
        assertThat(page.locator(".note")).containsText(words("29 min ohne Messwerte, 03:12–03:41"));
        assertThat(page.locator(".p-use .ring svg")).hasCount(3);
        // Rounded so that the parts add up to the total shown; the base price is a part of all three (H2).
        assertThat(legend(page, 0)).hasText(words("L1 1,89 € L2 1,26 € L3 3,15 € Grundpreis 1,00 €"));
        assertThat(legend(page, 1)).hasText(words("Grundlast 6,30 € Schaltlast 0,00 € Grundpreis 1,00 €"));
        assertThat(legend(page, 2)).hasText(words("nicht zugeordnet 6,30 € Grundpreis 1,00 €"));
        assertThat(page.locator(".p-use")).containsText("Noch keine Muster");
        close(page);
    }

    @Test
    void showsTheHoursAsATableToo() {
        Page page = open(yesterday());
        Locator rows = table(page, "history").locator("tbody tr");

        assertThat(rows).hasCount(24);
        // Switched and base load, base price, total; at the high rate, at the low one.
        assertThat(rows.nth(2)).hasText(words("02:00–03:00 0,00 € 0,20 € 0,04 € 0,24 € 0,00 € 0,20 €"));
        // 31 of 60 minutes, and the base price through the gap.
        assertThat(rows.nth(3)).containsText(Pattern.compile("03:00–04:00.*0,1[01]\\s*€\\s*0,04\\s*€\\s*0,1[45]\\s*€"));
        close(page);
    }

    @Test
    void theUnitIsInTheAddressAndRememberedByTheBrowser() {
        Page page = open(yesterday());
        choose(page, "kWh");
        awaitPlace(page, "unit=kwh");
        assertThat(total(page)).hasText(words("23,5 kWh"));
        assertThat(legend(page, 0)).hasText(words("L1 7,0 kWh L2 4,7 kWh L3 11,8 kWh"));
        choose(page, "CO₂");
        awaitPlace(page, "unit=co2");
        assertThat(total(page)).hasText(words("9,41 kg"));
        assertThat(legend(page, 0)).hasText(words("L1 2,82 kg L2 1,88 kg L3 4,71 kg"));
        back(page, () -> place(page).contains("unit=kwh"));
        assertThat(total(page)).hasText(words("23,5 kWh"));

        go(page, yesterday());
        assertThat(total(page)).hasText(words("9,41 kg"));
        go(page, yesterday() + "&unit=cost");
        assertThat(total(page)).hasText(words("7,30 €"));
        close(page);
    }

    @Test
    void targetStandsAgainstActual() {
        Page page = open(yesterday());
        Locator figures = page.locator(".p-target .tri");
        // Nothing was spent in this month before.
        assertThat(figures).hasText(words("Soll 90,00 € Ist 7,30 € Differenz +82,70 €"));
        Locator rows = table(page, "target").locator("tbody tr");
        assertThat(rows).hasCount(25);
        // Six hours at 20 ct without 29 minutes, and a quarter of the base price.
        assertThat(rows.nth(6)).hasText(words("bis 06:00 90,00 € 1,35 € +88,65 €"));
        assertThat(rows.last()).hasText(words("bis 24:00 90,00 € 7,30 € +82,70 €"));

        go(page, "/home?period=year");
        assertThat(page.locator(".p-target header")).containsText(Pattern.compile("Stand \\d\\d:\\d\\d"));
        assertThat(figures).containsText(words("Soll 1.080,00 €"));
        close(page);
    }

    @Test
    void theKeyboardReadsTargetAndActual() {
        Page page = open(yesterday());
        page.locator(".p-target .sem-chart-plot").focus();
        page.keyboard().press("Home");
        for (int hour = 0; hour < 6; hour++) {
            page.keyboard().press("ArrowRight");
        }
        assertThat(page.locator(".p-target .sem-chart-say"))
                .containsText(words("bis 06:00: Soll 90,00 €, Ist 1,35 €, Differenz +88,65 €"));
        close(page);
    }

    @Test
    void theNeedleFollowsThePowerAndStaysWithinTheScale() {
        Page page = open("/home");
        Locator dial = page.locator(".p-budget [role=meter]").first();
        Locator text = page.locator(".p-budget .dialtext");
        assertThat(page.locator(".p-budget .s1")).hasText(Pattern.compile("vorausbezahlt [45]\\d\\d\\sW"));
        try {
            house.powerNow(9000);
            assertThat(text).containsText(Pattern.compile("9,00\\s*kW\\s*8,5\\d\\skW über vorausbezahlt"), SOON);
            assertThat(dial).hasAttribute("style", words("--turn: 90.0deg"));
            assertThat(dial).hasAttribute("aria-valuetext", Pattern.compile("9,00\\skW, 8,5\\d\\skW über vorausbezahlt"));
            house.powerNow(100);
            assertThat(text).containsText(Pattern.compile("100\\s*W\\s*[34]\\d\\d\\sW unter vorausbezahlt"), SOON);
            assertThat(dial).hasAttribute("style", Pattern.compile("--turn: -\\d\\d\\.\\ddeg"));
        } finally {
            house.powerNow(500);
        }
        close(page);
    }

    @Test
    void theBudgetTellsWhatIsLeftAndWhereItLeadsTo() {
        Page page = open(yesterday());
        Locator budget = page.locator(".p-budget");
        int daysLeft = house.yesterday().lengthOfMonth() - house.yesterday().getDayOfMonth() + 1;
        String left = String.format(Locale.GERMANY, "%.2f", 90.0 / daysLeft);
        assertThat(budget.locator(".rest")).containsText(words("Verbleibender Abschlag " + left + " €"));
        assertThat(budget.locator(".linear")).containsText(words("23,5 kWh"));
        assertThat(budget.locator(".rest")).containsText(Pattern.compile("Prognose [A-Za-zä]+\\s*[\\d.]+,\\d\\d\\s*€\\s*[+−]"));

        go(page, "/home?period=month");
        assertThat(budget.locator(".rest")).containsText(words("Abschlag des Monats 90,00 €"));
        budget.locator("header button").click();
        assertThat(budget.locator("table")).containsText(words("Abschlag im Monat 90,00 €"));
        close(page);
    }

    @Test
    void withoutATariffEnergyIsShownUntilThereIsOne() {
        Page page = open("/home");
        assertThat(total(page)).containsText("€");
        try {
            house.setTariff(false);
            assertThat(page.locator(".p-overview .under").first())
                    .containsText("Kosten zeigt openSEM, sobald ein Preis eingetragen ist.", PATIENTLY);
            assertThat(total(page)).containsText("kWh");
            assertThat(page.locator(".p-target")).containsText("Für Kosten fehlt der Preis");
            assertThat(page.locator(".p-budget")).containsText("Für das Budget fehlt der Abschlag");
        } finally {
            house.setTariff(true);
        }
        assertThat(total(page)).containsText("€", PATIENTLY);
        assertThat(page.locator(".p-budget")).containsText("vorausbezahlt", PATIENTLY);
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
            assertThat(now).containsText(words("2,35 kW"), SOON);
            assertThat(page.locator(".p-overview .phases")).containsText(words("L1 469 W"), SOON);
            house.powerNow(612);
            assertThat(now).containsText(words("612 W"), SOON);
        } finally {
            house.powerNow(500);
        }
        close(page);
    }

    @Test
    void hiddenPanelsStayHiddenAndTheRestGrows() {
        Page page = open("/home");
        double before = page.locator(".p-use").boundingBox().width;
        chip(page, "Soll-Ist").click();
        chip(page, "Budget").click();
        assertThat(page.locator(".p-target")).hasCount(0);
        page.waitForCondition(() -> page.locator(".p-use").boundingBox().width > before * 2);

        page.reload();
        awaitDrawn(page);
        assertThat(page.locator(".home > [data-panel]")).hasCount(3);
        assertThat(chip(page, "Budget").locator("xpath=..")).hasAttribute("aria-pressed", "false");
        chip(page, "Budget").click();
        assertThat(page.locator(".p-budget .dial")).isVisible();
        close(page);
    }

    @Test
    void speaksEnglishToo() {
        Page british = open(yesterday(), 1440, 900, "en-GB");
        assertThat(british.locator(".home-view")).containsText(Pattern.compile("Overview.*History.*Consumption", Pattern.DOTALL));
        assertThat(british.locator(".note")).containsText(words("29 min without readings"));
        assertThat(total(british)).hasText("€7.30");
        assertThat(british.locator(".p-target .tri")).hasText(words("Target €90.00 Actual €7.30 Difference +€82.70"));
        assertThat(british.locator(".home-view")).not()
                .containsText(Pattern.compile("Übersicht|Verbrauch|Grundlast|Abschlag|ohne"));
        close(british);

        Page american = open(yesterday(), 1440, 900, "en-US");
        assertThat(american.locator(".p-overview dl.kv")).containsText(words("12:00:00 PM"));
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
        // The choice of panels stands below them.
        assertThat(page.locator(".tools .chip").first()).isHidden();
        page.locator(".panel-choice .chip").getByText("Historie").click();
        assertThat(page.locator(".p-history")).hasCount(0);
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
                assertThat(total(page)).hasText(words("7,30 €"));
            } finally {
                shell.run("bundle:start org.opensem.aggregation.core");
            }
            assertThat(page.locator(".note")).containsText(words("29 min ohne Messwerte"), PATIENTLY);
        }
        close(page);
    }

    @Test
    void costsAndBudgetStayWhileTheirBundleIsStopped() {
        Page page = open("/home");
        Locator instalment = page.locator(".p-budget .rest .amount").first();
        assertThat(instalment).containsText("€");
        String before = instalment.textContent();
        try (Shell shell = house.opensem().shell()) {
            try {
                shell.run("bundle:stop org.opensem.tariff.core");
                assertThat(page.locator(".note")).containsText("Kosten werden gerade aktualisiert", PATIENTLY);
                assertThat(total(page)).containsText("€");
                assertThat(instalment).hasText(before);
                assertThat(page.locator(".p-target .tri")).containsText("Soll");
            } finally {
                shell.run("bundle:start org.opensem.tariff.core");
            }
            assertThat(page.locator(".note")).isHidden(new IsHiddenOptions().setTimeout(60_000));
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
