package org.opensem.itests.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opensem.itests.Browser;
import org.opensem.itests.Distribution;
import org.opensem.itests.SharedDistribution;

/**
 * The first minutes of a demo: its history is still being worked in, and each view that shows sums says so as long as they are
 * too small, and not longer (T4).
 */
@ExtendWith(SharedDistribution.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatchUpIT {
    /** So many that a fast machine takes some seconds, and a slow one not for ever. */
    private static final int HISTORY_DAYS = 120;
    private static final Duration LONG = Duration.ofMinutes(6);
    /** The store tells of ten new seconds at a time; a slow machine may pause longer between two parts of the history. */
    private static final Duration SETTLED = Duration.ofSeconds(25);
    private static final String GERMAN =
            "Die Zahlen werden noch aus den gespeicherten Sekunden berechnet; Summen können noch wachsen.";
    private static final String ENGLISH = "Figures are still being computed; sums may still grow.";
    /** Notes what Home's leading figure says whenever the line goes. */
    private static final String WATCH = """
            () => {
              window.ends = [];
              const line = document.querySelector('.catchup');
              new MutationObserver(() => {
                if (!line.innerText.trim()) window.ends.push(document.querySelector('.p-overview .fig').innerText);
              }).observe(line, { subtree: true, childList: true, characterData: true });
            }""";

    private final Browser browser;
    private Distribution opensem;

    CatchUpIT(Browser browser) {
        this.browser = browser;
    }

    @BeforeAll
    void start() {
        opensem = Distribution.unpack("catchup").withDriver("simulator", Map.of("historyDays", "" + HISTORY_DAYS))
                .withConfiguration("org.opensem.time", Map.of("zone", "Europe/Berlin")).start();
    }

    @AfterAll
    void stop() {
        opensem.close();
        assertThat(browser.takeErrors()).as("uncaught errors in the page").isEmpty();
    }

    private static Locator line(Page page, String width) {
        return page.locator(".head .catchup[role='status'] ." + width);
    }

    private Page open(int width, String locale, ColorScheme scheme, String path) {
        Page page = browser.newPage(width, 900, locale, scheme);
        page.navigate(opensem.url() + path);
        return page;
    }

    /** The leading figure of Home, in kWh. */
    private static double total(Page page) {
        return kilowattHours(page.locator(".p-overview .fig").first().innerText());
    }

    private static double kilowattHours(String text) {
        return Double.parseDouble(text.replaceAll("[^0-9,]", "").replace(',', '.'));
    }

    private static double top(Page page) {
        return page.locator(".p-overview").boundingBox().y;
    }

    @Test
    void everyViewSaysThatItsSumsStillGrowAsLongAsTheyDo_T4() {
        String day = "&date=" + LocalDate.now(ZoneId.of("Europe/Berlin")).minusDays(HISTORY_DAYS / 2);
        Page home = open(1440, "de-DE", ColorScheme.LIGHT, "/home?period=year&unit=kwh" + day);
        List<Page> others = List.of(open(360, "en-GB", ColorScheme.DARK, "/comparison?period=month"),
                open(360, "en-GB", ColorScheme.DARK, "/overview"));
        assertThat(line(home, "wide")).hasText(GERMAN);
        home.evaluate(WATCH);
        double before = total(home);
        assertThat(Axe.findings(home)).isEmpty();
        double top = top(home);
        for (Page other : others) {
            assertThat(line(other, "narrow")).hasText(ENGLISH);
            assertThat(line(other, "narrow")).isVisible();
            assertThat(Axe.findings(other)).as(other.url()).isEmpty();
            assertThat(other.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        }

        double all = settled(day, home);
        @SuppressWarnings("unchecked")
        List<String> ends = (List<String>) home.evaluate("window.ends");
        assertThat(kilowattHours(ends.getLast())).as("when the line went").isCloseTo(all, within(1.0)).isGreaterThan(before);
        assertThat(total(home)).isCloseTo(all, within(1.0));
        assertThat(top(home)).as("nothing has moved").isEqualTo(top);
        for (Page other : others) {
            assertThat(line(other, "narrow")).hasText("");
            other.context().close();
        }
        home.context().close();
    }

    /** The year's energy in kWh once nothing more comes, and no line says otherwise, for more than two packets of the store. */
    private double settled(String day, Page home) {
        double[] last = {0};
        Awaitility.await().atMost(LONG).pollInterval(Duration.ofSeconds(1)).during(SETTLED).until(() -> {
            double before = last[0];
            last[0] = opensem.json("/api/v1/energy?period=year" + day).path("totals").path("kWh").path("total").asDouble();
            return last[0] - before < 0.1 && line(home, "wide").innerText().isEmpty();
        });
        return last[0];
    }
}
