package org.opensem.web.settings.internal.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.EnergyService;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.DriverStatus.State;
import org.opensem.testkit.settings.InMemorySettings;
import org.opensem.web.settings.Draft;
import org.opensem.web.settings.internal.FakeDriver;
import org.opensem.web.settings.internal.FormTester;
import org.opensem.web.settings.internal.OpenPage;

/** The tariff's form as a whole: versions, tiers, rates, hours, faults, nothing half saved (E3). */
class TariffEditorTest {
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 19, 20, 47, 0, 0, ZoneId.of("Europe/Berlin"));
    private final InMemorySettings settings = new InMemorySettings(new TariffGroup());
    private final TariffServices services = new TariffServices();
    private FormTester tester;

    @BeforeEach
    void open() {
        settings.write("tariff", Map.of("currency", "EUR", "lastYearKwh", 3412, "versions", List.of(
                TariffDraftTest.version("2025-01-01", "0.3310"), TariffDraftTest.version("2026-01-01", "0.3420"))), "rest");
        open(Map.of());
    }

    private void open(Map<String, String> state) {
        tester = FormTester.of(settings, state, context -> new TariffEditor(context, new TariffWords(context.locale()),
                services, () -> NOW).component());
    }

    private Draft saved() {
        return new Draft(settings.read("tariff").orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<String> rates() {
        return tester.all(RadioButtonGroup.class).findFirst().orElseThrow();
    }

    private List<String> versions() {
        return tester.all(NativeButton.class).filter(button -> button.getClassNames().contains("ver"))
                .map(button -> button.getElement().hasAttribute("aria-current") ? "chosen" : "other").toList();
    }

    @Test
    void showsWhatHoldsNow() {
        assertThat(tester.text()).contains("seit 1. Januar 2026", "34,20\u00a0ct", "gilt jetzt", "2025", "bis 31.12.2025");
        assertThat(versions()).containsExactly("other", "chosen");
        assertThat(tester.field("Arbeitspreis").getValue()).isEqualTo("34,20");
        assertThat(tester.field("Verbrauch im Vorjahr").getValue()).isEqualTo("3.412");
        assertThat(tester.text()).doesNotContain("Niedertarifzeiten");
        assertThat(tester.isUnsaved()).isFalse();
    }

    @Test
    void aPriceIsTypedInCentsAndStoredInTheCurrency() {
        tester.type(tester.field("Arbeitspreis"), "34,205");
        assertThat(tester.text()).as("in the timeline at once").contains("34,205\u00a0ct");
        tester.press("Speichern");
        assertThat(saved().number("versions[1].tiers[0].highPrice").orElseThrow()).isEqualByComparingTo("0.34205");
        assertThat(saved().number("versions[0].tiers[0].highPrice").orElseThrow())
                .as("last year's").isEqualByComparingTo("0.3310");
    }

    @Test
    void editsOfOtherVersionsStayWhileAnotherIsShown() {
        tester.type(tester.field("Arbeitspreis"), "3x");
        tester.press("2025");
        assertThat(tester.address()).containsEntry("version", "2025-01-01").containsEntry("section", "test");
        assertThat(tester.field("Arbeitspreis").getValue()).isEqualTo("33,10");
        assertThat(tester.text()).contains("1 Feld braucht eine Korrektur", "ab 1. Januar 2026: Staffel 1, Hochtarif");
        tester.type(tester.field("Arbeitspreis"), "33,20");

        tester.press("ab 1. Januar 2026: Staffel 1, Hochtarif");
        assertThat(versions()).containsExactly("other", "chosen");
        assertThat(tester.field("Arbeitspreis").getValue()).as("as it was typed").isEqualTo("3x");
        assertThat(tester.field("Arbeitspreis").isInvalid()).isTrue();
        tester.type(tester.field("Arbeitspreis"), "35,00");
        tester.press("Speichern");
        assertThat(saved().number("versions[0].tiers[0].highPrice").orElseThrow()).isEqualByComparingTo("0.332");
        assertThat(saved().number("versions[1].tiers[0].highPrice").orElseThrow()).isEqualByComparingTo("0.35");
    }

    @Test
    void theAddressChoosesTheVersion() {
        open(Map.of("section", "test", "version", "2025-01-01"));
        assertThat(versions()).containsExactly("chosen", "other");
        tester.arrive(Map.of("section", "test"));
        assertThat(versions()).as("what holds now").containsExactly("other", "chosen");
    }

    @Test
    void twoRatesHaveTwoPricesAndTheirHours() {
        tester.choose(rates(), "2");
        assertThat(tester.text()).contains("Niedertarifzeiten", "Zeitfenster");
        tester.type(tester.field("Niedertarif"), "26,80");
        tester.press("Zeitfenster");
        assertThat(tester.text()).contains("täglich", "22:00–06:00");
        tester.press("Sonntag");
        tester.choose(tester.field(TimePicker.class, "bis", 0), LocalTime.of(22, 0));
        assertThat(tester.field(TimePicker.class, "bis", 0).getErrorMessage()).isEqualTo("Von und bis sind gleich.");
        tester.choose(tester.field(TimePicker.class, "bis", 0), LocalTime.MIDNIGHT);
        tester.press("Speichern");

        assertThat(saved().text("versions[1].lowRateWindows[0].to")).as("the end of the day").hasValue("24:00");
        assertThat(saved().size("versions[1].lowRateWindows[0].days")).isEqualTo(6);
        assertThat(saved().number("versions[1].tiers[0].lowPrice").orElseThrow()).isEqualByComparingTo("0.268");
        assertThat(tester.text()).contains("Mo–Sa", "22:00–24:00");
        tester.press("Zeitfenster löschen: Mo–Sa 22:00–24:00");
        tester.press("Speichern");
        assertThat(saved().size("versions[1].lowRateWindows")).isZero();
    }

    @Test
    void aWindowWithoutDaysIsToldAtItsPlace() {
        tester.choose(rates(), "2");
        tester.press("Zeitfenster");
        List.of("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag").forEach(tester::press);
        assertThat(tester.text()).contains("Fehlt.", "ab 1. Januar 2026: Niedertarifzeiten");
        tester.press("Speichern");
        assertThat(settings.history("tariff")).hasSize(1);
    }

    @Test
    void tiersAreAddedWithTheirFaultsLate() {
        tester.press("Staffel");
        assertThat(tester.text()).doesNotContain("Korrektur");
        tester.type(tester.field(TextField.class, "ab Verbrauch im Vorjahr", 1), "0");
        assertThat(tester.text()).contains("1 Feld braucht eine Korrektur", "Staffel 2, ab Verbrauch im Vorjahr");
        tester.press("Speichern");
        assertThat(tester.text()).contains("2 Felder brauchen eine Korrektur", "Staffel 2, Arbeitspreis");

        tester.type(tester.field(TextField.class, "ab Verbrauch im Vorjahr", 1), "3.000");
        tester.type(tester.field(TextField.class, "Arbeitspreis", 1), "32,90");
        assertThat(tester.text()).contains("Vorjahr 3.412 kWh: Staffel 2 gilt für alle kWh.");
        tester.press("Speichern");
        assertThat(saved().size("versions[1].tiers")).isEqualTo(2);
        tester.press("Staffel 2 löschen");
        tester.press("Speichern");
        assertThat(saved().size("versions[1].tiers")).isEqualTo(1);
    }

    @Test
    void anotherFirstDayMovesTheVersionAndDeletingItEndsIt() {
        tester.choose(tester.field(DatePicker.class, "Gültig ab", 0), LocalDate.of(2024, 6, 1));
        assertThat(tester.text()).contains("ab 1. Juni 2024", "bis 31.12.2024");
        assertThat(versions()).containsExactly("chosen", "other");
        assertThat(tester.field("Arbeitspreis").getValue()).as("the same one").isEqualTo("34,20");

        tester.press("Diesen Preis löschen");
        assertThat(tester.text()).contains("seit 1. Januar 2025");
        tester.press("Speichern");
        assertThat(saved().size("versions")).isEqualTo(1);
        assertThat(saved().text("versions[0].validFrom")).hasValue("2025-01-01");
    }

    @Test
    void withoutAnyPriceTheNextStepIsOffered() {
        tester.press("Diesen Preis löschen");
        tester.press("Diesen Preis löschen");
        assertThat(tester.text()).contains("Noch kein Preis", "Preis eintragen").doesNotContain("Abschlag und Emission");
        tester.press("Verwerfen");
        assertThat(tester.text()).contains("seit 1. Januar 2026").doesNotContain("Noch kein Preis");
    }

    /** X2: the last month is asked for again until it is there, also while the meter is silent. */
    @Test
    void theLastMonthComesWhenItsServiceIsBack() {
        OpenPage page = new OpenPage();
        page.add(tester.component());
        tester.second();
        assertThat(tester.text()).contains("Der letzte Monat wird noch gelesen.").doesNotContain("Sobald ein ganzer Monat");
        AtomicBoolean failed = new AtomicBoolean();
        services.energy = (EnergyService) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {EnergyService.class}, (self, method, arguments) -> {
                    failed.set(true);
                    throw new IllegalStateException("its store is being updated");
                });
        tester.second();
        await().untilTrue(failed);
        services.energy = new WorkedExampleTest.House(NOW.minusYears(1));
        await().until(() -> {
            tester.second();
            return page.run();
        });

        assertThat(tester.text()).contains("745", "Oktober").doesNotContain("noch gelesen");
    }

    @Test
    void beforeTheFirstWholeMonthThatIsSaid() {
        services.energy = new WorkedExampleTest.House(NOW);
        OpenPage page = new OpenPage();
        page.add(tester.component());
        await().until(page::run);

        assertThat(tester.text()).contains("Sobald ein ganzer Monat gemessen ist").doesNotContain("noch gelesen");
    }

    /** H2, H5, H6: what ./opensem run gives to the simulated house must not be taken for somebody's own prices. */
    @Test
    void theSimulatedHousesPricesAreSaidToBeAnExampleUntilOthersAreSaved() {
        services.settings = settings;
        services.driver = new FakeDriver("simulator", new DriverStatus(State.RUNNING, "", true));
        open(Map.of());
        assertThat(tester.text()).as("entered by somebody").doesNotContain("Beispiel für das simulierte Haus");
        settings.write("tariff", settings.read("tariff").orElseThrow(), "file");
        open(Map.of());
        assertThat(tester.text()).contains("Diese Preise sind ein Beispiel für das simulierte Haus.");
        assertThat(new TariffSection(services).summary(Locale.UK)).isEqualTo("example for the simulated house");

        tester.type(tester.field("Arbeitspreis"), "30,00");
        tester.press("Speichern");
        assertThat(tester.text()).doesNotContain("Beispiel für das simulierte Haus");
        settings.write("tariff", settings.read("tariff").orElseThrow(), "file");
        services.driver = new FakeDriver("sml", new DriverStatus(State.RUNNING, "", false));
        open(Map.of());
        assertThat(tester.text()).as("a real meter").doesNotContain("Beispiel für das simulierte Haus");
    }

    @Test
    void theBillingYearIsWrittenAsPeopleDo() {
        tester.type(tester.field("Abrechnungsjahr ab"), "17.3.");
        assertThat(tester.field("Abrechnungsjahr ab").getValue()).isEqualTo("17. März");
        tester.type(tester.field("Abrechnungsjahr ab"), "Ostern");
        assertThat(tester.field("Abrechnungsjahr ab").getErrorMessage()).isEqualTo("Ist kein Tag wie 1. April.");
        tester.type(tester.field("Abrechnungsjahr ab"), "1.4.");
        tester.press("Speichern");
        assertThat(saved().text("billingYearStart")).hasValue("04-01");
    }

    @Test
    void anotherCurrencyHasOtherUnits() {
        tester.type(tester.field("Währung"), "CHF");
        assertThat(tester.field("Abschlag").getSuffixComponent().getElement().getText()).isEqualTo("CHF/Monat");
        tester.press("Speichern");
        assertThat(saved().text("currency")).hasValue("CHF");
    }

    @Test
    void whatIsBeingPressedIsNotMadeAnew() {
        List<NativeButton> before = tester.all(NativeButton.class)
                .filter(button -> button.getClassNames().contains("ver")).toList();
        tester.type(tester.field("Arbeitspreis"), "40");
        assertThat(tester.all(NativeButton.class).filter(button -> button.getClassNames().contains("ver")).toList())
                .as("a click on one is not lost when leaving the field").isEqualTo(before);
    }
}
