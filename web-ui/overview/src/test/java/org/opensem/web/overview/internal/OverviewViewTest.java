package org.opensem.web.overview.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.report.DayHours;
import org.opensem.report.Pricing;
import org.opensem.report.ReportFormat;
import org.opensem.web.BrowserTab;
import org.opensem.web.Unit;
import org.opensem.web.chart.BarChart.State;
import org.opensem.web.chart.GroupChart;

/** U1–U3 without a browser: table, tabs, files, and the honest pictures when something is missing. */
class OverviewViewTest {
    private final FakeSource source = new FakeSource();
    private final BrowserTab context = new BrowserTab("graph", "settings");

    private OverviewView view() {
        return new OverviewView(source, context, task -> () -> { });
    }

    /** All text that can be seen. */
    private static String text(Component component) {
        StringBuilder text = new StringBuilder();
        collect(component.getElement(), text);
        return text.toString();
    }

    private static void collect(Element element, StringBuilder text) {
        if (element.isTextNode()) {
            text.append(element.getText()).append('|');
        } else if (element.isVisible()) {
            element.getChildren().forEach(child -> collect(child, text));
        }
    }

    private static <T extends Component> Stream<T> all(Component component, Class<T> type) {
        return Stream.concat(type.isInstance(component) ? Stream.of(type.cast(component)) : Stream.empty(),
                component.getChildren().filter(Component::isVisible).flatMap(child -> all(child, type)));
    }

    private static void click(NativeButton button) {
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
    }

    private static NativeButton named(Component component, String label) {
        return all(component, NativeButton.class).filter(button -> label.equals(button.getElement().getAttribute("aria-label")))
                .findFirst().orElseThrow(() -> new AssertionError("no button " + label));
    }

    @Test
    void showsTheTableInTheChosenUnit_U1() {
        OverviewView view = view();
        assertThat(text(view)).contains("Donnerstag, 19. November 2026|", "cost|", "TOTAL|3,50|3,50|", "Korrekturfaktor 0,97.")
                .doesNotContain("a demo");

        context.go(Map.of("unit", "kwh"));
        assertThat(text(view)).contains("energy|", "TOTAL|3,00|");
    }

    @Test
    void saysInItsHeadThatSumsStillGrow_T4() {
        assertThat(text(view())).doesNotContain("noch berechnet");
        source.status = new AggregationStatus(1, true, Duration.ofSeconds(4));

        assertThat(text(view())).contains("Zahlen werden noch berechnet; Summen können wachsen.|", "TOTAL|3,50|3,50|");
    }

    @Test
    void aCategoryWithoutPatternsIsNotZero_U1() {
        assertThat(text(view())).contains("all · noch keine Muster|", "HEAT|–|–|");
    }

    @Test
    void figuresOfTheFirstTwoColumnsOpenATab_U2() {
        OverviewView view = view();
        click(named(view, "BASE, DAY_BEFORE: 1,00, Einzelheiten"));

        assertThat(context.state).containsEntry("tab", "total.2026-11-18");
        assertThat(text(view)).contains("Gesamt, Mi 18.|", "Gesamt, Mittwoch, 18. November 2026|",
                "Grundlast|1,00\u00a0|€|28,6\u00a0%|",
                "Schaltlast|2,00", "Grundpreis|0,50").doesNotContain("TOTAL|3,50");
        assertThat(all(view, NativeButton.class).map(button -> button.getElement().getAttribute("aria-label"))
                .filter(Objects::nonNull)).noneMatch(label -> label.contains("WEEK"));

        click(named(view, "Gesamt, Mi 18.: schließen"));
        assertThat(context.state).isEmpty();
        assertThat(text(view)).contains("TOTAL|3,50");
    }

    @Test
    void aCategorysTabSaysThatThereAreNoPatternsAndLeadsToTheDay_U2() {
        OverviewView view = view();
        click(named(view, "HEAT, DAY: –, Einzelheiten"));

        assertThat(text(view)).contains("Wärme, Donnerstag, 19. November 2026|", "Noch keine Muster|");
        click(all(view, NativeButton.class).filter(button -> button.getText().contains("Graphik")).findFirst().orElseThrow());
        assertThat(context.opened).containsExactly("graph {date=2026-11-19}");
        context.views = Set.of();
        context.go(context.state);
        assertThat(text(view)).doesNotContain("Graphik des Tages");
    }

    @Test
    void everyFormatHasALink_U3() {
        source.formats = List.of(new ReportFormat.Descriptor("csv", "CSV", "text/csv", "csv"),
                new ReportFormat.Descriptor("ods", "ODS", "application/ods", "ods"));
        context.state = Map.of("date", "2026-11-18");

        assertThat(all(view(), Anchor.class).map(Anchor::getHref)).containsExactly(
                "/api/v1/overview?date=2026-11-18&format=csv", "/api/v1/overview?date=2026-11-18&format=ods");
    }

    @Test
    void withoutATariffEnergyIsShownWithTheNextStep() {
        source.pricing = Pricing.NONE;
        OverviewView view = view();

        assertThat(text(view)).contains("TOTAL|3,00", "Für Kosten und CO₂ fehlt der Preis.", "Tarif eingeben|");
        click(all(view, NativeButton.class).filter(button -> button.getText().equals("Tarif eingeben")).findFirst()
                .orElseThrow());
        assertThat(context.opened).containsExactly("settings {section=tariff}");
        context.go(Map.of("unit", "kwh"));
        assertThat(text(view)).doesNotContain("fehlt der Preis");
    }

    @Test
    void whileServicesAreUpdatedTheLastFiguresStay_X2() {
        OverviewView view = view();
        source.pricing = Pricing.AWAY;
        source.factor = BigDecimal.TWO;
        context.go(Map.of());
        assertThat(text(view)).contains("TOTAL|3,50", "Kosten werden gerade aktualisiert");

        source.away = true;
        context.go(Map.of());
        assertThat(text(view)).contains("TOTAL|3,50", "Auswertung wird gerade aktualisiert");

        source.away = false;
        source.pricing = Pricing.in(Currency.getInstance("EUR"));
        context.go(Map.of());
        assertThat(text(view)).contains("TOTAL|7,00").doesNotContain("aktualisiert");
    }

    @Test
    void nothingMeasuredYetAndFiguresThatStartHaveTheirPictures() {
        source.first = OptionalLong.empty();
        assertThat(text(view())).contains("Noch keine Messwerte|", "Zähler einrichten|").doesNotContain("TOTAL", "CSV");

        source.away = true;
        assertThat(text(view())).contains("Die Auswertung ist gerade nicht da|").doesNotContain("TOTAL", "einrichten");
    }

    @Test
    void speaksEnglish_E2() {
        context.locale = Locale.US;
        context.state = Map.of("tabs", "total.2026-11-18", "tab", "total.2026-11-18");

        assertThat(text(view())).contains("Thursday, November 19, 2026|", "Total, Wed 18|", "Base load|")
                .doesNotContain("Grundlast", "Gesamt");
    }

    @Test
    void theHoursAreStacksWithGapsAndARunningOne_U2() {
        DayHours hours = source.hours(source.now.atZone(context.zone()).toLocalDate(), context.zone());
        Words words = new Words(Locale.GERMANY);
        GroupChart chart = new SplitChart(words, hours, new SplitScale(words, hours, Unit.COST)).chart();

        assertThat(chart.roles()).containsExactly(List.of("base", "switched", "baseprice"));
        assertThat(chart.groups()).hasSize(24);
        assertThat(chart.groups().get(0).bars().getFirst().values()).containsExactly(0.05, 0.10, 0.025);
        // 0.05 + 0.10 + 0.025 = 0.175: shown as 0.18, and so are its parts.
        assertThat(chart.groups().get(0).rows()).extracting(row -> row.text())
                .containsExactly("0,05\u00a0€", "0,10\u00a0€", "0,03\u00a0€", "0,18\u00a0€");
        assertThat(chart.groups().get(3).bars().getFirst().state()).isEqualTo(State.GAP);
        assertThat(chart.groups().get(3).bars().getFirst().values()).isEmpty();
        assertThat(chart.groups().get(3).note()).isEqualTo("1\u00a0h ohne Messwerte");
        assertThat(chart.groups().get(20).bars().getFirst().state()).isEqualTo(State.RUNNING);
    }
}
