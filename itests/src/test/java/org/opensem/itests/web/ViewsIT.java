package org.opensem.itests.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opensem.itests.Browser;
import org.opensem.itests.SharedDistribution;

/**
 * What holds for every view, section and page of the console, in each of its states: WCAG 2.2 AA by axe-core, nothing to scroll
 * sideways on a phone of 360 px, nothing untranslated and nobody addressed (E2, design.md), nothing that jumps while live values
 * arrive (H4, G3), and on paper a light page without navigation.
 */
@ExtendWith(SharedDistribution.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ViewsIT extends ConsolePages {
    /** What moves up or down, or much; figures grow within their line when they get another digit. */
    private static final String WATCH_SHIFTS = """
            () => {
              window.shifts = [];
              const moved = ({ previousRect: before, currentRect: after }) => before.height && after.height
                      && Math.abs(before.y - after.y) > 1;
              new PerformanceObserver((list) => list.getEntries()
                .filter((entry) => !entry.hadRecentInput && (entry.value > 0.005 || entry.sources.some(moved)))
                .forEach((entry) => window.shifts.push(`${entry.value.toFixed(4)} ${entry.sources.map((source) => {
                  const node = source.node?.nodeType === 1 ? source.node : source.node?.parentElement;
                  return `${node?.tagName}.${node?.className} ${source.previousRect.y} ${source.currentRect.y}`;
                }).join(', ')}`))).observe({ type: 'layout-shift', buffered: false });
            }""";
    /** So high that all of a view is to be seen on a phone: browsers tell of no move that nobody sees. */
    private static final int WHOLE = 3200;
    /** Seconds of live values, of every length that figures and scales can have. */
    private static final double[] POWERS = {500, 1500, 90, 12_340, 999, 1001, 25_000, 0, 612, 4000, -7500};
    private static final Pattern FED_IN = Pattern.compile("(Einspeisung|Feed-in)\\s\\d.*");
    private static final IsVisibleOptions LONG = new IsVisibleOptions().setTimeout(60_000);
    private static final HasTextOptions SOON = new HasTextOptions().setTimeout(60_000);
    private static final Pattern ONE_FEEDS_IN = Pattern.compile("eine speist zeitweise ein|one feeds in at times");
    private static final String TOGETHER = ".ringbox .remark:not(.unsaid)";
    /** The widths at which Home's layout changes, on both sides, and usual ones between them. */
    private static final int[] WIDTHS = {360, 390, 412, 480, 600, 767, 768, 900, 1024, 1199, 1200, 1280, 1366, 1440, 1600, 1920};
    private static final String LEAVING = """
            all => all.filter((one) => {
              const text = document.createRange();
              text.selectNodeContents(one);
              return text.getBoundingClientRect().right > one.parentElement.getBoundingClientRect().right;
            }).map((one) => `${innerWidth}: ${one.textContent}`)""";
    private static final String PANELS = ".home > [data-panel]";
    private static MeasuredHouse house;

    private final Browser browser;

    ViewsIT(Browser browser) {
        super(house, browser);
        this.browser = browser;
    }

    @BeforeAll
    static void start() throws IOException {
        house = new MeasuredHouse("views");
        // The plug-in's view, Home panel and section are to be as good as ours.
        Path copy = Files.copy(Path.of(System.getProperty("opensem.example")), house.opensem().home().resolve("standby.jar"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.move(copy, house.opensem().deploy().resolve("standby.jar"), StandardCopyOption.ATOMIC_MOVE);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static void assertFaultless(Walk walk, int least) {
        walk.end();
        assertThat(walk.visited()).isGreaterThanOrEqualTo(least);
        SoftAssertions.assertSoftly(all -> {
            all.assertThat(walk.axe()).as("axe-core").isEmpty();
            all.assertThat(walk.wide()).as("wider than a phone").isEmpty();
            all.assertThat(walk.untranslated()).as("untranslated").isEmpty();
            all.assertThat(walk.mislabelled()).as("told to be of another language").isEmpty();
            all.assertThat(walk.unseemly()).as("not in the console's tone").isEmpty();
        });
    }

    private static void see(Walk walk, String path, boolean inAmerica, Walk.Arrival arrival) {
        walk.visit(path, arrival);
        walk.compare(path, arrival, inAmerica);
    }

    @Test
    @Order(1)
    void everyViewInEachOfItsStatesIsFaultless() {
        List<String> views = viewsWithTheExtension();
        Walk walk = new Walk(house.url(), browser);
        String yesterday = "date=" + house.yesterday();
        List<String> places = new ArrayList<>(views.stream().filter(view -> !view.equals("/settings")).toList());
        places.addAll(List.of("/home?period=week&unit=kwh&" + yesterday, "/home?period=year&unit=co2",
                "/home?period=hour&date=" + house.yesterday() + "T10:00%2B01:00", "/comparison?period=month&unit=co2",
                "/comparison?unit=kwh&" + yesterday + "&with=" + house.yesterday(), "/graph?phase=each&" + yesterday,
                "/graph?live=1",
                "/overview?unit=kwh&" + yesterday + "&tabs=total." + house.yesterday() + "&tab=total." + house.yesterday(),
                "/overview?unit=cost&" + yesterday + "&tabs=heat." + house.yesterday() + "&tab=heat." + house.yesterday(),
                "/more"));
        places.forEach(place -> see(walk, place, views.contains(place), ConsolePages::awaitDrawn));
        see(walk, "/nothing-of-ours", true, page -> page.locator(".notice").waitFor());
        walk.open("/home?" + yesterday, false, ConsolePages::awaitDrawn, ViewsIT::openAllTables);
        walk.open("/graph?" + yesterday, false, ConsolePages::awaitDrawn, ViewsIT::openAllTables);
        walk.open("/home", true, ConsolePages::awaitDrawn, page -> {
            page.locator(".head .ib[aria-label='Kalender']").click();
            page.locator("vaadin-date-picker-overlay-content, vaadin-month-calendar").first().waitFor();
        });
        assertFaultless(walk, 18);
    }

    private List<String> viewsWithTheExtension() {
        List<String> views = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            views.clear();
            views.addAll(places());
            return views.contains("/standby");
        });
        return views;
    }

    private static void openAllTables(Page page) {
        page.locator("header button[aria-label$='als Tabelle']").all().forEach(button -> button.click());
        page.locator(".sem-chart-table table").first().waitFor();
    }

    @Test
    @Order(2)
    void everySectionOfTheSettingsIsFaultless() {
        Walk walk = new Walk(house.url(), browser);
        walk.visit("/settings", page -> page.locator(".settings .list a").first().waitFor());
        @SuppressWarnings("unchecked")
        List<String> sections = (List<String>) walk.german().locator(".settings .list a")
                .evaluateAll("all => all.map((one) => one.getAttribute('href'))");
        assertThat(sections).anyMatch(section -> section.contains("standby")).hasSizeGreaterThan(6);
        sections.forEach(section -> see(walk, "/" + section, true,
                page -> page.locator(".settings .body :is(h1, h2)").first().waitFor()));
        walk.open("/settings?section=tariff", true, ViewsIT::awaitForm, page -> {
            page.locator(".settings-form .head .right vaadin-button").first().click();
            page.locator(".revisions li").first().waitFor();
        });
        walk.open("/settings?section=tariff", false, ViewsIT::awaitForm, page -> {
            page.getByLabel("Abschlag", new Page.GetByLabelOptions().setExact(true)).fill("viel");
            page.keyboard().press("Tab");
            page.locator(".savebar").waitFor();
        });
        assertFaultless(walk, sections.size() + 3);
    }

    private static void awaitForm(Page page) {
        page.locator(".settings-form vaadin-text-field").first().waitFor();
    }

    @Test
    @Order(3)
    void viewsWithoutATariffAreFaultlessToo() {
        Walk walk = new Walk(house.url(), browser);
        try {
            house.setTariff(false);
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(
                    () -> house.opensem().get("/api/v1/settings/tariff").body().contains("\"versions\":[]"));
            for (String place : List.of("/home", "/home?period=month", "/comparison", "/overview")) {
                see(walk, place, false, ConsolePages::awaitDrawn);
            }
            see(walk, "/settings?section=tariff", false, page -> page.locator(".settings-form .say").first().waitFor());
        } finally {
            house.setTariff(true);
        }
        assertFaultless(walk, 5);
    }

    /**
     * A scale may change when it is left, and figures within their boxes; but nothing moves, also when the first is fed in, and
     * when one phase feeds in while the others draw more.
     */
    @Test
    @Order(4)
    void nothingJumpsWhileLiveValuesArrive() {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(
                () -> house.opensem().get("/api/v1/budget?period=day").body().contains("\"prepaidPower\":"));
        List<Page> pages = new ArrayList<>();
        for (String place : List.of("/home", "/graph", "/graph?live=1", "/comparison", "/overview")) {
            pages.add(open(place));
            pages.add(open(place, 360, WHOLE, "en-US"));
        }
        List<Page> energy = List.of(open("/home?unit=kwh"), open("/home?unit=kwh", 360, WHOLE, "de-DE"),
                open("/home?unit=kwh", 360, WHOLE, "en-US"));
        energy.forEach(page -> assertThat(page.locator(TOGETHER).getByText(ONE_FEEDS_IN)).hasCount(0));
        pages.addAll(energy);
        Page last = pages.getLast();
        last.waitForTimeout(3000);
        pages.forEach(page -> page.evaluate(WATCH_SHIFTS));
        try {
            for (double power : POWERS) {
                house.powerNow(power);
                last.waitForTimeout(1000);
            }
            pages.subList(0, 6).forEach(page -> assertThat(page.locator(".exported")).hasText(FED_IN, SOON));
            house.phasesNow(-60_000, 60_000, 500);
            energy.forEach(page -> assertThat(page.locator(TOGETHER).getByText(ONE_FEEDS_IN)).isVisible(LONG));
        } finally {
            house.powerNow(500);
        }
        List<String> shifts = new ArrayList<>();
        for (Page page : pages) {
            @SuppressWarnings("unchecked")
            List<String> found = (List<String>) page.evaluate("window.shifts");
            found.forEach(shift -> shifts.add(page.url() + " " + page.viewportSize().width + ": " + shift));
            close(page);
        }
        assertThat(shifts).isEmpty();
    }

    /** H4: also a power that is fed in, with its sign, or one of many digits. */
    @Test
    @Order(5)
    void noFigureOfHomesOverviewLeavesItsColumn() {
        List<String> leaving = new ArrayList<>();
        for (String locale : List.of("de-DE", "en-US")) {
            Page page = open("/home?unit=kwh", 1440, 900, locale);
            for (double power : new double[] {-2000, -12_340, -123_400, 25_000}) {
                house.powerNow(power);
                String now = String.format(Locale.ROOT, "%.0f", Math.abs(power) / 1000);
                assertThat(page.locator(".ov > div:last-child .fig")).containsText(now);
                for (int width : WIDTHS) {
                    page.setViewportSize(width, 900);
                    @SuppressWarnings("unchecked")
                    List<String> found = (List<String>) page.locator(".ov .fig").evaluateAll(LEAVING);
                    leaving.addAll(found);
                }
            }
            close(page);
        }
        house.powerNow(500);
        assertThat(leaving).isEmpty();
    }

    @Test
    @Order(5)
    void aPrintIsOneLightPageWithoutNavigationAndNothingCut() throws IOException {
        for (String view : List.of("home", "overview", "graph", "comparison")) {
            Page page = openDark(view);
            if (view.equals("home")) {
                page.locator(".tools .chip").last().click();
                page.waitForCondition(() -> page.locator(PANELS).count() == 5);
            }
            assertPrintIsFaultless(page, view);
            close(page);
        }
    }

    @Test
    @Order(5)
    void aPrintOfHomeIsOnePageAlsoWithAPlugInsPanel() throws IOException {
        Page page = openDark("home");
        page.waitForCondition(() -> page.locator(PANELS).count() == 6);
        byte[] pdf = assertPrintIsFaultless(page, "home-with-six-panels");
        assertThat(Paper.text(pdf)).contains("Prognose", page.locator(PANELS).last().locator("h2").textContent());
        close(page);
    }

    private Page openDark(String view) {
        return open("/" + view + "?date=" + house.yesterday(), 1440, 900, "de-DE", ColorScheme.DARK);
    }

    private static byte[] assertPrintIsFaultless(Page page, String name) throws IOException {
        page.waitForTimeout(1000);
        Path file = Path.of(System.getProperty("opensem.screenshots")).resolve("print-" + name + ".pdf");
        byte[] pdf = page.pdf(new Page.PdfOptions().setPath(file).setPreferCSSPageSize(true));
        assertThat(Paper.pages(pdf)).as(name).isOne();
        assertThat(Paper.text(pdf)).as(name).contains(String.valueOf(house.yesterday().getYear()))
                .doesNotContain("Einstellungen", "CSV", "Live", "Demo");
        assertThat(Paper.isLight(pdf)).as(name + " is light").isTrue();
        assertThat(Paper.cut(pdf)).as(name + " at the margins").isEmpty();
        assertThat((String) page.evaluate("getComputedStyle(document.documentElement).colorScheme")).as("the screen again")
                .isNotEqualTo("light");
        return pdf;
    }

    /** The last, since nobody comes in without a password after it. */
    @Test
    @Order(6)
    void thePagesBeforeTheConsoleAreFaultless() {
        Walk walk = new Walk(house.url(), browser);
        Walk.Arrival form = page -> page.locator("form.form").waitFor();
        see(walk, "/welcome", true, form);
        walk.open("/welcome", false, form, page -> {
            page.locator("#password").fill("kurz");
            page.locator("#repeat").fill("anders");
            page.locator("form.form button[type=submit]").click();
            page.locator("#repeat-below").filter(new Locator.FilterOptions().setHasText("Ist nicht")).waitFor();
        });
        walk.open("/welcome", false, form, page -> {
            page.locator("#password").fill("sunflower in June");
            page.locator("#repeat").fill("sunflower in June");
            page.locator("#question").selectOption("pet");
            page.locator("#answer").fill("Minka");
            page.locator("form.form button[type=submit]").click();
            page.locator("#codes code").first().waitFor();
        });
        Walk outside = new Walk(house.url(), browser);
        see(outside, "/login?to=/graph", true, form);
        see(outside, "/forgot", true, form);
        outside.open("/login", false, form, page -> {
            page.locator("#password").fill("falsch geraten");
            page.locator("form.form button[type=submit]").click();
            page.locator("#password-below").filter(new Locator.FilterOptions().setHasText("nicht")).waitFor();
        });
        assertFaultless(outside, 3);
        assertFaultless(walk, 3);
    }
}
