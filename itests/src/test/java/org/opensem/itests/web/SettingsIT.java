package org.opensem.itests.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opensem.itests.Browser;
import org.opensem.itests.SharedDistribution;
import org.opensem.itests.Shell;

/** The settings in a browser: E2–E4, G6, faults beside their fields, nothing half saved, keyboard, phone, update (X2). */
@ExtendWith(SharedDistribution.class)
class SettingsIT extends SettingsPages {
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(60_000);
    private static final String TARIFF = "/settings?section=tariff";
    private static final String CALIBRATION = "/settings?section=calibration";
    private static MeasuredHouse house;

    SettingsIT(Browser browser) {
        super(house, browser);
    }

    @BeforeAll
    static void start() {
        house = new MeasuredHouse("settings");
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void aPriceIsTypedAsPeopleWriteItAndLosesNoDigit() {
        Page page = open(TARIFF);
        type(page, field(page, ".p-prices", "Hochtarif"), "31,205");
        assertThat(bar(page)).containsText("Noch nicht gespeichert.");
        save(page);

        page.reload();
        assertThat(field(page, ".p-prices", "Hochtarif")).hasValue("31,205");
        close(page);
        Page british = open(TARIFF, 1440, 900, "en-GB");
        assertThat(field(british, ".p-prices", "High rate")).hasValue("31.205");
        assertThat(british.locator(".p-prices")).containsText("ct/kWh");
        type(british, field(british, ".p-prices", "High rate"), "30.00");
        press(british, "Save");
        assertThat(bar(british)).containsText("Saved.");
        close(british);
    }

    @Test
    void aFaultStandsBesideItsFieldAndNothingIsSaved() {
        Page page = open(TARIFF);
        press(page, "Staffel");
        Locator from = page.locator(".tier").nth(2).getByLabel("ab Verbrauch im Vorjahr");
        type(page, from, "0");
        Locator fault = page.locator(".tier").nth(2).locator("vaadin-text-field").first().locator("[slot='error-message']");
        assertThat(fault).isVisible();
        assertThat(from).hasAttribute("aria-invalid", "true");
        // Linked for screen readers.
        assertThat(from).hasAttribute("aria-describedby", Pattern.compile(fault.getAttribute("id")));
        assertThat(bar(page)).containsText("1 Feld braucht eine Korrektur: Staffel 2, ab Verbrauch im Vorjahr.");

        type(page, field(page, ".p-prices", "Grundpreis"), "10.90.1");
        press(page, "Speichern");
        assertThat(bar(page)).containsText(Pattern.compile("\\d Felder brauchen eine Korrektur"));
        press(page, "Staffel 1, Grundpreis");
        assertThat(field(page, ".p-prices", "Grundpreis")).isFocused();
        press(page, "Verwerfen");
        assertThat(page.locator(".tier")).hasCount(2);
        assertThat(bar(page)).isHidden();
        close(page);
    }

    @Test
    void aNewPriceFromADayOnLeavesTheEarlierOnesAlone() {
        Page page = open(TARIFF);
        press(page, "Neuer Preis ab …");
        page.locator("vaadin-dialog input").first().fill("01.01.2099");
        page.keyboard().press("Tab");
        press(page, "Weiter");
        awaitPlace(page, "version=2099-01-01");
        type(page, field(page, ".p-prices", "Hochtarif"), "99,90");
        save(page);
        assertThat(page.locator(".versions"))
                .containsText(Pattern.compile("seit 1. Januar 2020.*gilt jetzt.*ab 1. Januar 2099.*99,90.*geplant"));
        page.locator(".ver").first().click();
        assertThat(field(page, ".p-prices", "Hochtarif")).not().hasValue("99,90");
        awaitNoPlace(page, "version=2099-01-01");
        back(page, () -> place(page).contains("version=2099-01-01"));
        assertThat(field(page, ".p-prices", "Hochtarif")).hasValue("99,90");

        press(page, "Diesen Preis löschen");
        save(page);
        assertThat(page.locator(".ver")).hasCount(1);
        close(page);
    }

    @Test
    void theHoursOfTheLowRateAreEditedByKeyboard() {
        Page page = open(TARIFF);
        page.locator(".win .open").first().focus();
        page.keyboard().press("Enter");
        Locator editor = page.locator(".window");
        Locator sunday = editor.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sonntag"));
        sunday.focus();
        page.keyboard().press("Space");
        assertThat(sunday).hasAttribute("aria-pressed", "false");
        assertThat(page.locator(".win")).containsText("Mo–Sa");
        type(page, editor.getByLabel("bis"), "22:00");
        assertThat(editor).containsText("Von und bis sind gleich.");
        type(page, editor.getByLabel("bis"), "05:30");
        assertThat(page.locator(".week")).hasAttribute("aria-label", Pattern.compile("Montag 22:00–24:00; Dienstag 00:00–05:30"));
        type(page, editor.getByLabel("von"), "kurz vor elf");
        assertThat(editor).containsText("Ist keine Uhrzeit.");
        press(page, "Verwerfen");
        assertThat(page.locator(".win")).containsText("täglich");
        close(page);
    }

    @Test
    void theWorkedExampleIsWhatTheBillSays() {
        YearMonth month = YearMonth.from(house.today()).minusMonths(1);
        LocalDate day = month.atDay(15);
        StringBuilder csv = new StringBuilder("time,total_kw,l1_kw,l2_kw,l3_kw\n");
        for (long second = day.atStartOfDay(MeasuredHouse.ZONE).toEpochSecond();
                second < day.plusDays(1).atStartOfDay(MeasuredHouse.ZONE).toEpochSecond(); second++) {
            csv.append(Instant.ofEpochSecond(second)).append(",1.000,,,\n");
        }
        HttpResponse<String> answer = house.opensem().post("/api/v1/samples", "text/csv", csv.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);

        // On the first of a month yesterday is in it too: 16 h and a second of 4 kW more, 8 h without 29 min.
        boolean first = house.today().getDayOfMonth() == 1;
        String high = first ? "32,0" : "16,0";
        String low = first ? "15,5" : "8,0";
        Page page = open(TARIFF);
        page.waitForCondition(() -> {
            page.reload();
            page.locator(".p-example dl, .p-example p").first().waitFor();
            return page.locator(".p-example dl").count() > 0 && page.locator(".p-example").textContent().contains(high);
        }, new Page.WaitForConditionOptions().setTimeout(60_000));
        assertThat(page.locator(".p-example"))
                .containsText(Pattern.compile(high + "\\skWh × 30,00\\sct.*" + low + "\\skWh × 20,00\\sct"));
        assertThat(page.locator(".p-example")).containsText(Pattern.compile("Nur " + (first ? "[67]" : "3") + ",\\d\\s%"));
        var bill = house.opensem().json("/api/v1/energy?period=month&date=" + day).get("totals").get("costLines");
        assertThat(bill.get("high").asDouble()).isCloseTo(first ? 9.60 : 4.80, within(first ? 0.005 : 1e-6));
        assertThat(bill.get("low").asDouble()).isCloseTo(first ? 3.10 : 1.60, within(first ? 0.005 : 1e-6));
        assertThat(page.locator(".p-example dd").nth(0)).hasText(Pattern.compile((first ? "9,60" : "4,80") + "\\s€"));
        assertThat(page.locator(".p-example dd").nth(1)).hasText(Pattern.compile((first ? "3,10" : "1,60") + "\\s€"));
        close(page);
    }

    @Test
    void leavingAsksBeforeAnythingIsLost() {
        Page page = open("/settings?section=storage");
        open(page, "tariff");
        type(page, field(page, ".p-terms", "Abschlag"), "123,00");
        assertThat(bar(page)).containsText("Noch nicht gespeichert.");

        open(page, "region");
        Locator dialog = page.locator("vaadin-confirm-dialog[opened]");
        assertThat(dialog).hasCount(1);
        press(page, "Weiter bearbeiten");
        // Until the server has closed it, what is typed behind it does not count.
        Locator anyDialog = page.locator("vaadin-confirm-dialog");
        assertThat(anyDialog).hasCount(0);
        assertThat(field(page, ".p-terms", "Abschlag")).hasValue("123,00");
        assertThat(page.url()).endsWith(TARIFF);

        // The answer to this comes after the one to the dialog.
        type(page, field(page, ".p-terms", "Abschlag"), "x");
        assertThat(bar(page)).containsText("1 Feld braucht eine Korrektur: Abschlag.");
        page.goBack();
        assertThat(dialog).hasCount(1);
        page.keyboard().press("Escape");
        assertThat(anyDialog).hasCount(0);
        assertThat(page.url()).endsWith(TARIFF);
        type(page, field(page, ".p-terms", "Abschlag"), "123,00");
        assertThat(bar(page)).containsText("Noch nicht gespeichert.");

        List<String> asked = new ArrayList<>();
        page.onceDialog(question -> {
            asked.add(question.type());
            question.dismiss();
        });
        page.evaluate("setTimeout(() => location.reload(), 10)");
        page.waitForCondition(() -> !asked.isEmpty());
        assertThat(asked).containsExactly("beforeunload");

        open(page, "region");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Verwerfen")).click();
        awaitPlace(page, "section=region");
        open(page, "tariff");
        assertThat(field(page, ".p-terms", "Abschlag")).not().hasValue("123,00");
        close(page);
    }

    @Test
    void theHistoryTakesAnEarlierStateBack() {
        Page page = open(TARIFF);
        String before = field(page, ".p-terms", "CO₂").inputValue();
        type(page, field(page, ".p-terms", "CO₂"), "123");
        save(page);
        press(page, "Verlauf");
        Locator revisions = page.locator("vaadin-dialog .revisions li");
        assertThat(revisions.first()).containsText(Pattern.compile("Konsole.*CO₂: " + before + " → 123.*gilt jetzt"));
        revisions.nth(1).getByRole(AriaRole.BUTTON).click();
        assertThat(field(page, ".p-terms", "CO₂")).hasValue(before);
        assertThat(bar(page)).containsText("Gespeichert.");
        close(page);
    }

    @Test
    void theSliderIsMovedByKeyboardAndCorrectsWhatIsShown() {
        Page page = open(CALIBRATION);
        Locator slider = page.locator(".pull input[type=range]");
        slider.focus();
        for (int step = 0; step < 3; step++) {
            page.keyboard().press("ArrowLeft");
        }
        assertThat(field(page, ".p-factor", "Korrekturfaktor")).hasValue("0,97");
        save(page);
        assertThat(entry(page, "calibration")).containsText("Faktor 0,97");
        assertThat(page.locator(".p-factors")).containsText(Pattern.compile("von Anfang an\\s*0,97"));
        assertThat(page.locator(".p-reading")).containsText(Pattern.compile("\\d,\\d{3}\\s*kWh.*Stand"));

        type(page, field(page, ".p-factor", "Korrekturfaktor"), "1,6");
        assertThat(page.locator(".p-factor")).containsText("Muss zwischen 0,5 und 1,5 liegen.");
        type(page, field(page, ".p-factor", "Korrekturfaktor"), "1");
        save(page);
        close(page);
    }

    @Test
    void twoReadingsGiveTheFactorOfTheManual() {
        Page page = open(CALIBRATION);
        type(page, field(page, ".p-wizard", "Stromzähler, erste Ablesung"), "140");
        type(page, field(page, ".p-wizard", "openSEM, erste Ablesung"), "20,5");
        page.waitForFunction("document.cookie.includes('20.5')");
        page.reload();
        assertThat(field(page, ".p-wizard", "openSEM, erste Ablesung")).hasValue("20,5");
        type(page, field(page, ".p-wizard", "Stromzähler, zweite Ablesung"), "198,2");
        type(page, field(page, ".p-wizard", "openSEM, zweite Ablesung"), "80,5");
        assertThat(page.locator(".p-wizard")).containsText("58,2 / 60 = 0,97");
        press(page, "Faktor 0,97 übernehmen");
        assertThat(field(page, ".p-factor", "Korrekturfaktor")).hasValue("0,97");
        press(page, "Verwerfen");
        close(page);
    }

    @Test
    void storageTellsWhatWouldGo() {
        Page page = open("/settings?section=storage");
        assertThat(page.locator(".p-used")).containsText(Pattern.compile("MB"));
        type(page, field(page, ".p-seconds", "So lange aufheben"), "400");
        assertThat(page.locator(".p-seconds")).containsText("Speichern entfernt nichts.");
        save(page);
        assertThat(entry(page, "storage")).containsText("Sekunden 400 Tage");
        type(page, field(page, ".p-seconds", "So lange aufheben"), "31");
        save(page);
        close(page);
    }

    @Test
    void theZoneIsFoundByTyping() {
        Page page = open("/settings?section=region");
        Locator zone = field(page, ".p-zone", "Zeitzone");
        zone.fill("Kolk");
        page.locator("vaadin-combo-box-item").getByText("Asia/Kolkata").click();
        assertThat(page.locator(".p-samples")).containsText("UTC+05:30");
        type(page, zone, "Europe/Atlantis");
        assertThat(bar(page)).containsText("1 Feld braucht eine Korrektur: Zeitzone.");
        press(page, "Verwerfen");
        assertThat(zone).hasValue("Europe/Berlin");
        close(page);
    }

    @Test
    void aPhoneShowsTheListThenTheSectionAndGoesBack() {
        Page page = open("/settings", 360, 740, "de-DE");
        assertThat(page.locator(".settings-form")).isHidden();
        open(page, "tariff");
        awaitPlace(page, "section=tariff");
        assertThat(page.locator(".settings-form h1")).hasText("Tarif und Budget");
        assertThat(page.locator(".list")).isHidden();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing to scroll sideways").isTrue();
        page.locator(".settings .back").click();
        assertThat(page.locator(".list")).isVisible();
        awaitNoPlace(page, "section=");
        back(page, () -> place(page).contains("section=tariff"));
        assertThat(page.locator(".settings-form")).isVisible();
        close(page);
    }

    @Test
    void noSectionHasASeriousFinding() {
        List<String> findings = new ArrayList<>();
        for (String section : List.of("region", "tariff", "calibration", "storage")) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Page page = open("/settings?section=" + section, 1440, 900, "de-DE", scheme);
                findings.addAll(Axe.findings(page));
                close(page);
            }
        }
        Page page = open(TARIFF, 390, 844, "de-DE", ColorScheme.LIGHT);
        page.locator(".win .open").first().click();
        type(page, page.locator(".window").getByLabel("bis"), "22:00");
        type(page, field(page, ".p-prices", "Grundpreis"), "x");
        assertThat(bar(page)).containsText("2 Felder");
        findings.addAll(Axe.findings(page));
        press(page, "Verlauf");
        page.locator("vaadin-dialog .revisions, vaadin-dialog p").first().waitFor();
        findings.addAll(Axe.findings(page));
        close(page);
        assertThat(findings).isEmpty();
    }

    @Test
    void aFormKeepsItsInputWhileTheSettingsAreUpdated() {
        Page page = open(TARIFF);
        String before = field(page, ".p-terms", "CO₂").inputValue();
        try (Shell shell = house.opensem().shell()) {
            try {
                shell.run("bundle:stop org.opensem.settings.core");
                type(page, field(page, ".p-terms", "CO₂"), "321");
                press(page, "Speichern");
                assertThat(bar(page)).containsText("werden gerade aktualisiert");
            } finally {
                shell.run("bundle:start org.opensem.settings.core");
            }
        }
        page.waitForCondition(() -> {
            // Once it has been saved the button is hidden, and nobody waits for it here.
            button(page, "Speichern").evaluateAll("all => all.forEach((one) => one.click())");
            return bar(page).textContent().contains("Gespeichert");
        }, new Page.WaitForConditionOptions().setTimeout(60_000));
        assertThat(field(page, ".p-terms", "CO₂")).hasValue("321");
        type(page, field(page, ".p-terms", "CO₂"), before);
        save(page);
        close(page);
    }

    @Test
    void theViewComesBackToItsSectionAfterAnUpdate() {
        Page page = open(CALIBRATION);
        try (Shell shell = house.opensem().shell()) {
            try {
                shell.run("bundle:stop org.opensem.web.settings");
                assertThat(page.locator("main.view")).containsText("Gleich wieder da", PATIENTLY);
            } finally {
                shell.run("bundle:start org.opensem.web.settings");
            }
        }
        assertThat(page.locator("main.view")).containsText("Aus zwei Ablesungen", PATIENTLY);
        assertThat(page.url()).endsWith(CALIBRATION);
        close(page);
    }
}
