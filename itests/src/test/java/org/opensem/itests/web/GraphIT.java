package org.opensem.itests.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opensem.itests.Browser;
import org.opensem.itests.SharedDistribution;

/** The Graph in a browser: its curve (G1), zoom (G2) and live window (G3). */
@ExtendWith(SharedDistribution.class)
class GraphIT extends ConsolePages {
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(60_000);
    private static final int LEFT = 44;
    private static final int RIGHT = 20;
    private static final int DAY = 86_400;
    private static final List<Integer> WINDOWS = List.of(DAY, 6 * 3600, 3600, 600, 60, 10);
    /** Seconds of a day, some at the edges of a quarter-hour and of the whole day. */
    private static final List<Integer> SPIKES = List.of(0, 17_999, 43_217, DAY - 1);
    private static MeasuredHouse house;

    GraphIT(Browser browser) {
        super(house, browser);
    }

    @BeforeAll
    static void start() {
        house = new MeasuredHouse("graph");
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private String yesterday() {
        return "/graph?date=" + house.yesterday();
    }

    private String window(int fromHour, int fromMinute, int toHour, int toMinute) {
        return yesterday() + "&from=" + house.yesterdayAt(fromHour, fromMinute).toInstant()
                + "&to=" + house.yesterdayAt(toHour, toMinute).toInstant();
    }

    /** The point in the plot that stands for a part of the window. */
    private static double[] point(Page page, double part) {
        BoundingBox plot = page.locator(".p-power .sem-chart-plot").boundingBox();
        return new double[] {plot.x + LEFT + (plot.width - LEFT - RIGHT) * part, plot.y + plot.height / 2};
    }

    private static void awaitStep(Page page, String step) {
        assertThat(page.locator(".legendabove")).containsText(Pattern.compile("1 Punkt = " + step), SOON);
    }

    @Test
    void aDaysCurveKeepsASpikeOfOneSecond() {
        Page page = open(yesterday());
        awaitStep(page, "1\\smin");
        Locator rows = table(page, "power").locator("tbody tr");

        assertThat(rows.filter(new Locator.FilterOptions().setHasText(Pattern.compile("5,00\\skW")))).hasCount(1);
        assertThat(page.locator(".p-side")).containsText(Pattern.compile("Maximum\\s*12:00:00\\s*5,00\\s*kW"));
        assertThat(page.locator(".gapnote")).containsText(Pattern.compile("29\\smin ohne Messwerte"));
        close(page);
    }

    @Test
    void noSpikeOfASecondVanishesAtAnyZoom() {
        long midnight = house.yesterday().minusDays(1).atStartOfDay(MeasuredHouse.ZONE).toEpochSecond();
        postSpikes(midnight);
        String day = "/graph?date=" + house.yesterday().minusDays(1);
        Page page = open(day);
        for (int i = 0; i < SPIKES.size(); i++) {
            for (int length : WINDOWS) {
                long from = midnight + Math.clamp(SPIKES.get(i) - length / 3, 0, DAY - length);
                go(page, day + "&from=" + Instant.ofEpochSecond(from) + "&to=" + Instant.ofEpochSecond(from + length));
                assertThat(table(page, "power")).containsText(String.format(Locale.GERMANY, "%.2f\u00a0kW", 6 + i / 10.0), SOON);
            }
        }
        close(page);
    }

    /** A day of 200 W, and each spike with a power of its own, so that it is known again. */
    private static void postSpikes(long midnight) {
        StringBuilder csv = new StringBuilder("time,total_kw,l1_kw,l2_kw,l3_kw\n");
        for (int second = 0; second < DAY; second++) {
            int spike = SPIKES.indexOf(second);
            csv.append(Instant.ofEpochSecond(midnight + second)).append(',')
                    .append(spike < 0 ? "0.2,0.2,0,0" : (6 + spike / 10.0) + "," + (6 + spike / 10.0) + ",0,0").append('\n');
        }
        assertThat(house.opensem().post("/api/v1/samples", "text/csv", csv.toString()).statusCode()).isEqualTo(200);
    }

    @Test
    void hoveringTellsTimeAndPower() {
        Page page = open(window(12, 0, 12, 10));
        awaitStep(page, "1\\ss");
        double[] at = point(page, 0.5);
        page.mouse().move(at[0], at[1]);

        assertThat(page.locator(".sem-chart-tip")).containsText(Pattern.compile("12:0[45]:\\d\\d.*1,00\\skW", Pattern.DOTALL));
        close(page);
    }

    /** What the curve's tip says during some seconds, looked at whenever something is painted; empty while there is none. */
    @SuppressWarnings("unchecked")
    private static List<String> tips(Page page, int seconds) {
        return (List<String>) page.evaluate("""
                (seconds) => new Promise((done) => {
                  const seen = [];
                  const end = performance.now() + seconds * 1000;
                  const look = () => {
                    const tip = document.querySelector('.sem-chart-tip');
                    const shown = tip?.checkVisibility({ opacityProperty: true, visibilityProperty: true });
                    const text = (shown && tip.querySelector('b')?.textContent) || '';
                    if (seen.at(-1) !== text) {
                      seen.push(text);
                    }
                    return performance.now() < end ? requestAnimationFrame(look) : done(seen);
                  };
                  look();
                })""", seconds);
    }

    /** G3, G1. */
    @Test
    void theTipUnderARestingMouseFollowsTheCurve() {
        Page page = open("/graph?live=1");
        awaitStep(page, "1\\ss");
        assertThat(tips(page, 2)).as("without a mouse").isEqualTo(List.of(""));

        double[] at = point(page, 0.5);
        page.mouse().move(at[0], at[1]);
        assertThat(page.locator(".sem-chart-tip")).isVisible();
        List<String> followed = tips(page, 10);
        assertThat(followed).as("a later second each time, and always there").hasSizeGreaterThanOrEqualTo(3).doesNotContain("")
                .doesNotHaveDuplicates();

        page.mouse().move(at[0], 5);
        assertThat(page.locator(".sem-chart-tip")).isHidden();
        assertThat(tips(page, 3)).as("after the mouse has gone").isEqualTo(List.of(""));
        close(page);
    }

    @Test
    void twoClicksZoomDownToSecondsAndBackReturns() {
        Page page = open(yesterday());
        awaitStep(page, "1\\smin");
        double[] from = point(page, 0.5);
        double[] to = point(page, 0.51);
        page.mouse().click(from[0], from[1]);
        page.mouse().click(to[0], to[1]);

        awaitPlace(page, "from=" + house.yesterdayAt(12, 0).toInstant().toString().substring(0, 14));
        awaitStep(page, "1\\ss");
        page.reload();
        awaitStep(page, "1\\ss");
        back(page, () -> !place(page).contains("from="));
        awaitStep(page, "1\\smin");
        close(page);
    }

    @Test
    void theWheelAndTheKeysZoomAndEscShowsTheDay() {
        Page page = open(yesterday());
        awaitStep(page, "1\\smin");
        double[] at = point(page, 0.5);
        page.mouse().move(at[0], at[1]);
        for (int i = 0; i < 4; i++) {
            page.mouse().wheel(0, -200);
        }
        awaitPlace(page, "from=");
        String wheeled = place(page);
        page.locator(".p-power .sem-chart-plot").focus();
        page.keyboard().press("+");
        page.waitForCondition(() -> !place(page).equals(wheeled));
        String zoomed = place(page);
        page.keyboard().press("ArrowRight");
        page.waitForCondition(() -> !place(page).equals(zoomed));
        page.keyboard().press("Escape");
        awaitNoPlace(page, "from=");
        close(page);
    }

    @Test
    void twoFingersZoom() {
        Page page = openTouch(yesterday());
        awaitStep(page, "2\\smin");
        double[] left = point(page, 0.45);
        double[] right = point(page, 0.55);
        CDPSession chromium = page.context().newCDPSession(page);
        touch(chromium, "touchStart", left[0], right[0], left[1]);
        for (int apart = 10; apart <= 60; apart += 10) {
            touch(chromium, "touchMove", left[0] - apart, right[0] + apart, left[1]);
        }
        touch(chromium, "touchEnd", 0, 0, 0);

        awaitPlace(page, "from=");
        close(page);
    }

    private static void touch(CDPSession chromium, String type, double x1, double x2, double y) {
        JsonArray fingers = new JsonArray();
        if (!type.equals("touchEnd")) {
            fingers.add(finger(1, x1, y));
            fingers.add(finger(2, x2, y));
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", fingers);
        chromium.send("Input.dispatchTouchEvent", event);
    }

    private static JsonObject finger(int id, double x, double y) {
        JsonObject finger = new JsonObject();
        finger.addProperty("id", id);
        finger.addProperty("x", x);
        finger.addProperty("y", y);
        return finger;
    }

    @Test
    void theRangeBelowMovesTheWindow() {
        Page page = open(yesterday());
        awaitStep(page, "1\\smin");
        BoundingBox handle = page.locator(".sem-brush .handle").last().boundingBox();
        BoundingBox brush = page.locator(".sem-brush").boundingBox();
        page.mouse().move(handle.x + handle.width / 2, handle.y + handle.height / 2);
        page.mouse().down();
        page.mouse().move(brush.x + brush.width / 2, handle.y + handle.height / 2);
        page.mouse().up();

        awaitPlace(page, "to=" + house.yesterday() + "T1");
        assertThat(page.locator(".sem-brush .handle").first()).hasAttribute("role", "slider");
        close(page);
    }

    @Test
    void theWindowsFiguresAreThoseOfItsSeconds() {
        Page page = open(window(10, 0, 11, 0));

        assertThat(page.locator(".p-side .two")).containsText(Pattern.compile("Energie\\s*1,00\\s*kWh\\s*Mittel\\s*1,00\\s*kW"));
        assertThat(page.locator(".p-side header")).containsText("10:00–11:00");
        choose(page, "L2");
        awaitPlace(page, "phase=l2");
        assertThat(page.locator(".p-side .two")).containsText(Pattern.compile("Energie\\s*0,20\\s*kWh\\s*Mittel\\s*200\\s*W"));
        close(page);
    }

    @Test
    void phasesAreLaidOverOneAnother() {
        Page page = open(yesterday());
        choose(page, "Einzeln");
        awaitPlace(page, "phase=each");
        assertThat(page.locator(".legendabove")).containsText(Pattern.compile("L1.*L2.*L3", Pattern.DOTALL));

        Locator row = table(page, "power").locator("tbody tr").nth(150);
        assertThat(row).containsText(Pattern.compile("300\\sW.*200\\sW.*500\\sW.*1,00\\skW"));
        close(page);
    }

    @Test
    void liveMovesAndGoesBackToTheWindow() {
        Page page = open(window(10, 0, 11, 0));
        Locator live = page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Live"));
        live.click();
        awaitPlace(page, "live=1");
        assertThat(page.locator(".p-power h2")).hasText("Letzte 30 Minuten");
        awaitStep(page, "1\\ss");
        try {
            house.powerNow(3456);
            assertThat(page.locator(".p-side")).containsText(Pattern.compile("Maximum\\s*[\\d:]+\\s*3,46\\s*kW"), SOON);
        } finally {
            house.powerNow(500);
        }
        String window = page.locator(".p-side header .aside").textContent();
        page.waitForCondition(() -> !page.locator(".p-side header .aside").textContent().equals(window));
        live.click();
        awaitNoPlace(page, "live=1");
        assertThat(page.locator(".p-side header")).containsText("10:00–11:00");
        close(page);
    }

    /** G2: newest seconds that the store did not tell yet when the window was opened are fetched later. */
    @Test
    void aHoleBeforeTheLiveEdgeOfAZoomedWindowIsFilled() {
        Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        Pattern asked = Pattern.compile("/api/v1/samples\\?");
        Page page = open(yesterday());
        page.route(asked, route -> route.resume(new Route.ResumeOptions()
                .setUrl(route.request().url().replaceFirst("to=[^&]*", "to=" + now.minusSeconds(40)))));
        go(page, "/graph?from=" + now.minusSeconds(120) + "&to=" + now.plusSeconds(60));
        awaitStep(page, "1\\ss");
        Locator rows = table(page, "power").locator("tbody tr");
        Locator missing = rows.filter(new Locator.FilterOptions().setHasText(
                DateTimeFormatter.ISO_LOCAL_TIME.format(now.minusSeconds(20).atZone(MeasuredHouse.ZONE))));
        assertThat(rows).not().hasCount(0);
        assertThat(missing).hasCount(0);
        page.unroute(asked);
        assertThat(missing).hasCount(1, new HasCountOptions().setTimeout(60_000));
        close(page);
    }

    /** Marks a stretch of yesterday by typing, without a mouse. */
    private static void mark(Page page, String from, String to, String reason) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ungültig markieren")).press("Enter");
        awaitPlace(page, "mark=1");
        type(page, "Von", from);
        type(page, "Bis", to);
        page.getByLabel("Grund").fill(reason);
        page.getByLabel("Grund").press("Tab");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Markieren").setExact(true)).press("Enter");
    }

    private static void type(Page page, String group, String time) {
        Locator field = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(group).setExact(true))
                .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Uhrzeit"));
        field.fill(time);
        field.press("Tab");
    }

    @Test
    void aStretchIsMarkedInvalidAndTakenBack() {
        Page page = open(yesterday());
        Pattern whole = Pattern.compile("Energie\\s*23,5\\s*kWh");
        assertThat(page.locator(".p-side .two")).containsText(whole);
        mark(page, "12:00", "14:00", "Zähler getauscht");

        awaitNoPlace(page, "mark=1");
        assertThat(page.locator(".p-side .two")).containsText(Pattern.compile("Energie\\s*21,5\\s*kWh"));
        assertThat(page.locator(".p-side .kv")).not().containsText(Pattern.compile("5,00\\s*kW"));
        assertThat(page.locator(".gapnote")).containsText(Pattern.compile("29\\smin ohne Messwerte"));
        assertThat(page.locator(".legendabove")).containsText("Ungültig markiert");
        assertThat(page.locator(".marks li"))
                .containsText(Pattern.compile("12:00–14:00.*2\\sh · Zähler getauscht", Pattern.DOTALL));
        double[] within = point(page, 13 / 24.0);
        page.mouse().move(within[0], within[1]);
        assertThat(page.locator(".sem-chart-tip")).containsText(
                Pattern.compile("13:00.*ungültig markiert.*Zähler getauscht", Pattern.DOTALL));

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zurücknehmen: 12:00–14:00")).press("Enter");
        assertThat(page.locator(".p-side .two")).containsText(whole);
        assertThat(page.locator(".p-side .kv")).containsText(Pattern.compile("5,00\\s*kW"));
        assertThat(page.locator(".marks li")).not().isVisible();
        assertThat(page.locator(".marks [role=status]")).containsText("zählt wieder");
        assertThat(table(page, "power").locator("tbody tr").filter(new Locator.FilterOptions()
                .setHasText(Pattern.compile("5,00\\skW")))).hasCount(1);
        close(page);
    }

    @Test
    void theZoomedWindowIsWhatWouldBeMarkedAndBackLeavesTheForm() {
        Page page = open(window(12, 0, 13, 0) + "&mark=1");
        assertThat(page.locator(".p-mark .effect")).containsText(Pattern.compile("1\\sh mit 1,00\\skWh"));
        page.locator(".p-power .sem-chart-plot").focus();
        page.keyboard().press("+");
        assertThat(page.locator(".p-mark .effect")).containsText(Pattern.compile("30\\smin mit 0,50\\skWh"), SOON);
        type(page, "Bis", "11:00");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Markieren").setExact(true)).click();
        assertThat(page.locator(".p-mark")).containsText("Muss nach dem Anfang liegen.");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Abbrechen")).first().click();
        awaitNoPlace(page, "mark=1");
        assertThat(page.locator(".p-side")).isVisible();
        back(page, () -> place(page).contains("mark=1"));
        assertThat(page.locator(".p-mark")).isVisible();
        assertThat(house.opensem().get("/api/v1/invalid-ranges").body()).as("nothing was marked").doesNotContain("reason");
        close(page);
    }

    @Test
    void fitsAPhone() {
        Page page = open(yesterday(), 390, 844, "en-GB");

        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing to scroll sideways").isTrue();
        assertThat(page.locator(".legendline")).containsText("Minimum to maximum");
        assertThat(page.locator(".p-side").boundingBox().y).isGreaterThan(page.locator(".p-power").boundingBox().y + 400);
        close(page);
    }
}
