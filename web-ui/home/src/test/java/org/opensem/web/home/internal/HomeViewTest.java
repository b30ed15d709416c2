package org.opensem.web.home.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.metering.Sample;

/** Home as a whole, without a browser: H1–H6, its states, and what stays while bundles are updated (X2). */
class HomeViewTest {
    private final House house = new House("2026-11-19T20:47:12").measured("2026-11-01T00:00:00", "2026-11-19T03:12:00")
            .measured("2026-11-19T03:41:00", "2026-11-19T20:47:12");
    private final Tab tab = new Tab();
    private final PanelRegistry panels = Panels.own();

    @BeforeEach
    void budget() {
        house.prices.with(Prices.designDay(house.now));
    }

    private HomeView view() {
        return new HomeView(house, panels, tab, task -> () -> { });
    }

    private String text() {
        return Tab.text(view());
    }

    @Test
    void showsTodayWithItsGap() {
        assertThat(text()).contains("Donnerstag, 19. November 2026", "Kosten heute", "29\u00a0min ohne Messwerte, 03:12–03:41",
                "Grundlast", "Schaltlast", "Grundpreis", "nicht zugeordnet", "Noch keine Muster");
    }

    @Test
    void saysInItsHeadThatSumsStillGrow_T4() {
        assertThat(text()).doesNotContain("noch berechnet");
        house.status = new AggregationStatus(1, true, Duration.ofSeconds(4));

        assertThat(text()).contains("Zahlen werden noch berechnet; Summen können wachsen.", "Kosten heute");
    }

    @Test
    void theFivePanelsStandInOrder() {
        assertThat(Tab.panels(view())).containsExactly("overview", "history", "use", "target", "budget");
    }

    @Test
    void followsTheUrlAndFindsBack() {
        HomeView view = view();
        tab.go(Map.of("period", "year"));
        assertThat(Tab.text(view)).contains("Kosten dieses Jahr");

        tab.go(Map.of("period", "day", "date", "2026-11-17"));
        assertThat(Tab.text(view)).contains("Dienstag, 17. November 2026").doesNotContain("ohne Messwerte");
        tab.go(Map.of());
        assertThat(Tab.text(view)).contains("Donnerstag, 19. November 2026");
    }

    /** H1: the URL's unit first, then what the browser remembers, then cost. */
    @Test
    void theUnitIsOfTheUrlElseOfTheBrowserElseCost() {
        HomeView view = view();
        tab.go(Map.of("period", "day", "unit", "kwh"));
        assertThat(Tab.text(view)).contains("Energie heute").doesNotContain("Grundpreis");
        tab.go(Map.of("period", "day"));
        assertThat(Tab.text(view)).contains("Kosten heute");

        tab.preferences.put("unit", "co2");
        tab.go(Map.of("period", "week"));
        assertThat(Tab.text(view)).contains("CO₂ diese Woche");
        tab.go(Map.of("period", "week", "unit", "cost"));
        assertThat(Tab.text(view)).contains("Kosten diese Woche");
    }

    @Test
    void eachSecondShowsAtOnce() {
        HomeView view = view();
        tab.onLive.accept(Sample.ofPhases(house.now.toEpochSecond(), 43_000, 153_000, 301_000));
        assertThat(Tab.text(view)).contains("20:47:12", "497", "43", "153", "301", "68\u00a0W über vorausbezahlt");

        tab.onLive.accept(Sample.ofTotal(house.now.toEpochSecond() + 1, 1_500_000));
        assertThat(Tab.text(view)).contains("1,50", "Der Zähler meldet nur die Summe.", "1,07\u00a0kW über vorausbezahlt");
    }

    @Test
    void keepsItsFiguresWhileTheyAreBeingUpdated() {
        HomeView view = view();
        house.away = true;
        tab.go(Map.of("period", "month"));
        assertThat(Tab.text(view)).as("X2").contains("Auswertung wird gerade aktualisiert", "Grundlast");

        house.away = false;
        house.failing = true;
        tab.go(Map.of("period", "month"));
        assertThat(Tab.text(view)).contains("Auswertung wird gerade aktualisiert");

        house.failing = false;
        tab.go(Map.of("period", "month"));
        assertThat(Tab.text(view)).contains("November 2026").doesNotContain("aktualisiert");
    }

    @Test
    void costsAndBudgetStayWhileTheirBundleIsBeingUpdated() {
        HomeView view = view();
        String before = Tab.text(view);
        assertThat(before).contains("37,69", "98,99\u00a0€").doesNotContain("aktualisiert");

        Prices gone = house.prices;
        house.prices = null;
        tab.go(Map.of("period", "day"));
        assertThat(Tab.text(view)).contains("Kosten werden gerade aktualisiert", "Kosten heute", "37,69", "98,99\u00a0€");

        house.prices = gone;
        gone.failing = true;
        tab.go(Map.of());
        assertThat(Tab.text(view)).contains("Kosten werden gerade aktualisiert", "37,69");

        tab.go(Map.of("period", "week"));
        assertThat(Tab.text(view)).as("of another period nothing is known").doesNotContain("37,69")
                .contains("Energie diese Woche", "Kosten werden gerade aktualisiert");

        gone.failing = false;
        tab.go(Map.of("period", "day"));
        assertThat(Tab.text(view)).isEqualTo(before);
    }

    @Test
    void startsQuietlyWhereThereIsNothingYet() {
        house.away = true;
        assertThat(text()).contains("Die Auswertung ist gerade nicht da").doesNotContain("Grundlast");
        house.away = false;
    }

    @Test
    void anEmptyDatabaseSaysWhatToDo() {
        House empty = new House("2026-11-19T20:47:12");
        HomeView view = new HomeView(empty, panels, tab, task -> () -> { });
        assertThat(Tab.text(view)).contains("Noch keine Messwerte", "POST /api/v1/live")
                .doesNotContain("Grundlast", "einrichten");

        tab.views = Set.of("settings");
        view = new HomeView(empty, panels, tab, task -> () -> { });
        Tab.click(view, "Zähler einrichten");
        assertThat(tab.opened).containsExactly("settings {section=driver}");
    }

    @Test
    void withoutATariffEnergyIsShownAndTheWayToTheTariff() {
        house.prices.none = true;
        house.prices.budgets.clear();
        assertThat(text()).contains("Energie heute", "Kosten zeigt openSEM, sobald ein Preis eingetragen ist.",
                "Für Kosten fehlt der Preis", "kWh").doesNotContain("Grundpreis", "Tarif eingeben");

        tab.views = Set.of("settings");
        HomeView view = view();
        assertThat(Tab.text(view)).contains("Tarif eingeben");
        Tab.click(view, "Tarif eingeben");
        assertThat(tab.opened).containsExactly("settings {section=tariff}");
    }

    @Test
    void withoutAnInstalmentThereAreCostsAndTheWayToIt() {
        house.prices.budgets.clear();
        tab.views = Set.of("settings");
        assertThat(text()).contains("Kosten heute", "Noch kein Abschlag", "Abschlag eingeben").doesNotContain("Tarif eingeben");
    }

    @Test
    void theLastValueOfASilentMeterIsNoneOfNow() {
        house.newest = Optional.of(Sample.ofTotal(House.at("2026-11-19T20:31:10").toEpochSecond(), 497_000));
        assertThat(text()).contains("seit 20:31", "letzter Wert", "Letzter Wert, 20:31");
    }

    @Test
    void theFirstDaySaysSinceWhen() {
        House first = new House("2026-11-19T20:47:12").measured("2026-11-19T14:20:00", "2026-11-19T20:47:12");

        assertThat(Tab.text(new HomeView(first, panels, tab, task -> () -> { }))).contains("misst seit 14:20")
                .doesNotContain("ohne Messwerte");
    }

    @Test
    void speaksEnglish() {
        tab.locale = Locale.UK;
        HomeView view = view();
        tab.onLive.accept(Sample.ofPhases(house.now.toEpochSecond(), 43_000, 153_000, 301_000));

        assertThat(Tab.text(view)).contains("Cost today", "Target", "Actual", "Difference", "+€ 34.64", "68\u00a0W above prepaid",
                "Remaining instalment", "Forecast November", "as of 20:47").doesNotContain("Kosten", "Abschlag", "Soll");
    }
}
