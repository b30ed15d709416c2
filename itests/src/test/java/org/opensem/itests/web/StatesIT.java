package org.opensem.itests.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.opensem.itests.Shell;

/**
 * The way from an empty database to a silent meter: in each state each of the four views has an honest picture with the next step
 * to take (T4, X2). A gap in the data, and figures that stay while their service is updated, are in the views' own tests.
 */
@ExtendWith(SharedDistribution.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StatesIT {
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(60_000);
    private static final IsVisibleOptions LONG = new IsVisibleOptions().setTimeout(60_000);
    private static final Locator.FilterOptions VISIBLE = new Locator.FilterOptions().setVisible(true);
    private static final List<String> VIEWS = List.of("home", "comparison", "graph", "overview");
    private static final int MEASURED_SECONDS = 600;

    private final Browser browser;
    private Distribution opensem;
    private boolean measured;

    StatesIT(Browser browser) {
        this.browser = browser;
    }

    @BeforeAll
    void start() {
        opensem = Distribution.unpack("states").withDriver("http", Map.of())
                .withConfiguration("org.opensem.time", Map.of("zone", "Europe/Berlin")).start();
    }

    @AfterAll
    void stop() {
        opensem.close();
        assertThat(browser.takeErrors()).as("uncaught errors in the page").isEmpty();
    }

    private Page page(int width, String locale, ColorScheme scheme) {
        return browser.newPage(width, 800, locale, scheme);
    }

    private Locator view(Page page, String view) {
        page.navigate(opensem.url() + "/" + view);
        page.locator("main.view h1, main.view .notice").first().waitFor();
        return page.locator("main.view");
    }

    /** What of the view is to be seen: what is hidden keeps its words. */
    private static Locator seen(Locator view, String text) {
        return view.getByText(text).filter(VISIBLE);
    }

    /** Wide in German and light, narrow in English and dark. */
    private void look(String view, List<String> german, List<String> english) {
        Page wide = page(1440, "de-DE", ColorScheme.LIGHT);
        Locator main = view(wide, view);
        german.forEach(text -> assertThat(seen(main, text).first()).isVisible(LONG));
        assertThat(Axe.findings(wide)).as(view).isEmpty();
        wide.context().close();
        Page narrow = page(360, "en-GB", ColorScheme.DARK);
        Locator small = view(narrow, view);
        english.forEach(text -> assertThat(seen(small, text).first()).isVisible(LONG));
        assertThat(Axe.findings(narrow)).as(view + " on a phone").isEmpty();
        assertThat(narrow.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(view + " fits").isEqualTo(true);
        narrow.context().close();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first().click();
    }

    @Test
    @Order(1)
    void beforeTheFirstReadingEachViewLeadsToTheMeter() {
        for (String view : VIEWS) {
            look(view, List.of("Noch keine Messwerte", "Zähler einrichten"), List.of("No readings yet", "Set up the meter"));
        }
        Page page = page(1440, "de-DE", ColorScheme.LIGHT);
        for (String view : VIEWS) {
            view(page, view);
            press(page, "Zähler einrichten");
            page.waitForURL("**/settings?section=driver");
            assertThat(page.locator(".p-now")).containsText("wartet auf Messwerte");
        }
        assertThat(page.locator(".p-script .code")).containsText("curl " + opensem.url() + "/api/v1/live");
        page.context().close();
    }

    @Test
    @Order(1)
    void nothingMeasuredIsNoFigure() {
        Page page = page(1440, "de-DE", ColorScheme.LIGHT);
        for (String view : VIEWS) {
            Locator main = view(page, view);
            assertThat(seen(main, "Noch keine Messwerte").first()).isVisible(LONG);
            assertThat(main.locator(".card:not(.p-say), .fig, [data-sem-chart]").filter(VISIBLE)).hasCount(0);
        }
        page.context().close();
    }

    @Test
    @Order(2)
    void aPageThatIsOpenWhenTheFirstReadingsComeFillsByItself() {
        List<Page> pages = VIEWS.stream().map(view -> {
            Page page = page(1440, "de-DE", ColorScheme.LIGHT);
            assertThat(view(page, view)).containsText("Noch keine Messwerte");
            return page;
        }).toList();

        post(MEASURED_SECONDS);

        for (int i = 0; i < pages.size(); i++) {
            assertFilled(VIEWS.get(i), pages.get(i));
            assertThat(pages.get(i).locator(".p-say")).isHidden();
            pages.get(i).context().close();
        }
    }

    /** The view's figures are there. */
    private static void assertFilled(String view, Page page) {
        switch (view) {
            case "home" -> assertThat(page.locator(".p-overview .fig").filter(VISIBLE).first()).containsText("kWh", PATIENTLY);
            case "comparison" -> assertThat(page.locator(".p-analysis").filter(VISIBLE)).containsText("Gesamt", PATIENTLY);
            case "graph" -> assertThat(page.locator(".p-side .two").filter(VISIBLE)).containsText("kW", PATIENTLY);
            default -> assertThat(page.locator("tr[data-row='total'] td").filter(VISIBLE).first()).containsText("0,", PATIENTLY);
        }
    }

    /** 1 kW for so long until now, and the newest second from the live meter. */
    private void post(int seconds) {
        long now = Instant.now().getEpochSecond();
        StringBuilder csv = new StringBuilder("time,total_kw,l1_kw,l2_kw,l3_kw\n");
        for (long second = now - seconds; second < now; second++) {
            csv.append(Instant.ofEpochSecond(second)).append(",1.000,0.300,0.200,0.500\n");
        }
        assertThat(opensem.post("/api/v1/samples", "text/csv", csv.toString()).statusCode()).isEqualTo(200);
        String live = "{\"time\": \"" + Instant.ofEpochSecond(now)
                + "\", \"total\": 1000, \"l1\": 300, \"l2\": 200, \"l3\": 500}";
        assertThat(opensem.post("/api/v1/live", "application/json", live).statusCode() / 100).isEqualTo(2);
        measured = true;
    }

    /** Also when a test is tried again, on a new device. */
    private void postOnce() {
        if (!measured) {
            post(MEASURED_SECONDS);
        }
    }

    @Test
    @Order(3)
    void theFirstDayWithoutATariffShowsEnergyAndLeadsToTheTariff() {
        postOnce();
        look("home", List.of("misst seit", "Kosten zeigt openSEM, sobald ein Preis eingetragen ist.",
                "Für das Budget fehlt der Abschlag"), List.of("measuring since", "Enter the tariff"));
        look("comparison", List.of("Für Kosten und CO₂ fehlt der Preis.", "Energie je Stunde", "keine Messwerte"),
                List.of("A price is needed", "Enter the tariff"));
        look("graph", List.of("Gemessen"), List.of("Measured"));
        look("overview", List.of("Für Kosten und CO₂ fehlt der Preis.", "Gemessen wird seit"),
                List.of("A price is needed", "Enter the tariff"));
        Page page = page(1440, "de-DE", ColorScheme.LIGHT);
        for (String view : List.of("home", "comparison", "overview")) {
            view(page, view);
            press(page, "Tarif eingeben");
            page.waitForURL("**/settings?section=tariff");
            assertThat(page.locator(".settings-form")).containsText("Noch kein Preis");
        }
        page.context().close();
    }

    /**
     * Nothing was posted since the second test: the silence is told on every view, with the last value and the way to the meter.
     */
    @Test
    @Order(4)
    void aSilentMeterIsToldOnEveryView() {
        postOnce();
        for (String view : VIEWS) {
            look(view, List.of("Der Zähler antwortet seit", "Letzter Wert 1,00\u00a0kW", "Zähler prüfen"),
                    List.of("The meter has not answered since", "Check the meter"));
        }
        Page page = page(1440, "de-DE", ColorScheme.LIGHT);
        view(page, "overview");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Zähler prüfen")).click();
        page.waitForURL("**/settings?section=driver");
        post(5);
        assertThat(page.locator(".meternote")).hasCount(0);
        assertThat(page.locator(".p-now")).containsText("misst");
        page.context().close();
    }

    @Test
    @Order(5)
    void aPageThatIsOpenedWhileServicesAreAwaySaysSoAndFillsByItself() {
        postOnce();
        try (Shell shell = opensem.shell()) {
            List<Page> pages = List.of();
            try {
                shell.run("bundle:stop org.opensem.report.core");
                shell.run("bundle:stop org.opensem.aggregation.core");
                for (String view : VIEWS) {
                    look(view, List.of("Die Auswertung ist gerade nicht da"), List.of("The figures are not there just now"));
                }
                pages = VIEWS.stream().map(view -> {
                    Page page = page(1440, "de-DE", ColorScheme.LIGHT);
                    view(page, view);
                    return page;
                }).toList();
            } finally {
                shell.run("bundle:start org.opensem.aggregation.core");
                shell.run("bundle:start org.opensem.report.core");
            }
            for (int i = 0; i < pages.size(); i++) {
                assertThat(seen(pages.get(i).locator("main.view"), "gerade nicht da"))
                        .hasCount(0, new HasCountOptions().setTimeout(60_000));
                assertFilled(VIEWS.get(i), pages.get(i));
                pages.get(i).context().close();
            }
        }
    }

    @Test
    @Order(6)
    void aViewWhoseBundleIsStoppedIsBackSoon() {
        postOnce();
        try (Shell shell = opensem.shell()) {
            for (String view : VIEWS) {
                Page page = page(1440, "de-DE", ColorScheme.LIGHT);
                view(page, view);
                try {
                    shell.run("bundle:stop org.opensem.web." + view);
                    assertThat(page.locator(".notice")).containsText("Gleich wieder da", PATIENTLY);
                    assertThat(Axe.findings(page)).as(view).isEmpty();
                } finally {
                    shell.run("bundle:start org.opensem.web." + view);
                }
                assertThat(page.locator("main.view .head h1")).isVisible();
                assertFilled(view, page);
                page.context().close();
            }
        }
    }
}
