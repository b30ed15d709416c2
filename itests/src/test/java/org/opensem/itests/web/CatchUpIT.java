package org.opensem.itests.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
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
    private static final HasTextOptions LONG = new HasTextOptions().setTimeout(Duration.ofMinutes(8).toMillis());
    private static final int NORMAL_SECONDS = 25;
    private static final String GERMAN =
            "Die Zahlen werden noch aus den gespeicherten Sekunden berechnet; die Summen hier wachsen bis dahin.";
    private static final String ENGLISH = "Figures are still being computed; sums still grow.";
    /** Counts how often the line says anything. */
    private static final String WATCH = """
            () => {
              window.told = 0;
              new MutationObserver(() => { window.told += document.querySelector('.catchup').innerText.trim() ? 1 : 0; })
                .observe(document.querySelector('.catchup'), { subtree: true, childList: true, characterData: true });
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
        String text = page.locator(".p-overview .fig").first().innerText();
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
        double before = total(home);
        double top = top(home);
        assertThat(Axe.findings(home)).isEmpty();
        for (Page other : others) {
            assertThat(line(other, "narrow")).hasText(ENGLISH);
            assertThat(line(other, "narrow")).isVisible();
            assertThat(Axe.findings(other)).as(other.url()).isEmpty();
            assertThat(other.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        }

        assertThat(line(home, "wide")).hasText("", LONG);
        double shown = total(home);
        assertThat(shown).isGreaterThan(before);
        double all = opensem.json("/api/v1/energy?period=year" + day).path("totals").path("kWh").path("total").asDouble();
        assertThat(shown).as("at once what all seconds say").isCloseTo(all, within(1.0));
        assertThat(top(home)).as("nothing has moved").isEqualTo(top);
        for (Page other : others) {
            assertThat(line(other, "narrow")).hasText("");
            other.context().close();
        }
        staysSilent(home);
        home.context().close();
    }

    /** The store tells of ten new seconds again and again, and nobody hears of it. */
    private void staysSilent(Page page) {
        page.evaluate(WATCH);
        long samples = samples();
        Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofSeconds(1))
                .until(() -> samples() >= samples + NORMAL_SECONDS);
        assertThat(page.evaluate("window.told")).isEqualTo(0);
    }

    private long samples() {
        return opensem.json("/api/v1/status").path("store").path("samples").asLong();
    }
}
