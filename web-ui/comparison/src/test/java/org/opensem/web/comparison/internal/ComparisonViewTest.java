package org.opensem.web.comparison.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.web.BrowserTab;
import org.opensem.web.Unit;
import org.opensem.web.chart.BarChart.Row;
import org.opensem.web.chart.BarChart.State;
import org.opensem.web.chart.GroupChart;
import org.opensem.web.chart.GroupChart.Group;

/** V1, V2, T4 without a browser: figures, differences, bars, and what is said of periods that are partly known. */
class ComparisonViewTest {
    private final House house = new House("2026-11-19T20:00:00").measured("2026-10-01T00:00:00", "2026-11-19T03:00:00")
            .measured("2026-11-19T03:30:00", "2026-11-19T20:00:00");
    private final BrowserTab context = new BrowserTab("graph", "settings");

    private ComparisonView view() {
        return new ComparisonView(house, context, task -> () -> { });
    }

    private static String text(Component component) {
        StringBuilder text = new StringBuilder();
        collect(component.getElement(), text);
        return text.toString().replace('\u00a0', ' ');
    }

    private static void collect(Element element, StringBuilder text) {
        if (element.isTextNode()) {
            if (!element.getText().isEmpty()) {
                text.append(element.getText()).append('|');
            }
        } else if (element.isVisible()) {
            element.getChildren().forEach(child -> collect(child, text));
        }
    }

    private GroupChart chart(Map<String, String> state, Unit unit) {
        ZonedDateTime now = house.now;
        Shot shot = Shot.of(Place.of(state, House.BERLIN), now, house, house);
        return new Bars(shot, new Words(Locale.GERMANY), unit).chart();
    }

    private static List<String> rows(Group group) {
        return group.rows().stream().map(Row::text).map(text -> text.replace('\u00a0', ' ')).toList();
    }

    @Test
    void todayStandsBesideTheSameWeekdayAWeekBefore_V1() {
        String text = text(view());

        assertThat(text).contains("Zeitraum: heute|Do 19. November 2026|", "verglichen mit|Do 12. November 2026|");
        // 19.5 h of 1 kW against 24 h, at half a euro.
        assertThat(text).contains("Differenz|−2,25 |€|", "heute bis 20:00, Vergleich ganzer Tag|",
                "Do 19. Nov.: 97,5 % gemessen|",
                "Kosten je Stunde|");
    }

    @Test
    void saysInItsHeadThatSumsStillGrow_T4() {
        assertThat(text(view())).doesNotContain("noch berechnet");
        house.status = new AggregationStatus(1, true, Duration.ofSeconds(4));

        assertThat(text(view())).contains("Zahlen werden noch berechnet; Summen können wachsen.|", "Differenz|−2,25 |€|");
    }

    @Test
    void theTableTellsTotalsExtremesAndDifferences_V2() {
        house.doubledFrom = House.at("2026-11-19T00:00:00").toEpochSecond();
        context.state = Map.of("period", "day", "unit", "kwh");
        String text = text(view());

        assertThat(text).contains("Gesamt|39,0 |kWh|24,0 |kWh|+15,0 |kWh|+62,5 |%|",
                "Kosten|19,50 |€|12,00 |€|+7,50 |€|+62,5 |%|",
                "Mittel|2,00 |kW|1,00 |kW|+1,00 |kW|+100,0 |%|", "Maximum|00:00:00|2,00 |kW|00:00:00|1,00 |kW|+1,00 |kW|",
                "Minimum|00:00:00|2,00 |kW|00:00:00|1,00 |kW|");
    }

    @Test
    void extremesOfLongerPeriodsHaveTheirDay_V2() {
        context.state = Map.of("period", "week");

        assertThat(text(view())).contains("Maximum|16. Nov. 00:00:00|1,00 |kW|9. Nov. 00:00:00|");
    }

    @Test
    void thePairsHaveTheirDifferenceAndOpenBoth_V1() {
        GroupChart chart = chart(Map.of(), Unit.ENERGY);

        assertThat(chart.roles()).containsExactly(List.of("actual"), List.of("comparison"));
        assertThat(chart.groups()).hasSize(24);
        Group gap = chart.groups().get(3);
        assertThat(gap.bars().getFirst().state()).isEqualTo(State.GAP);
        assertThat(rows(gap)).containsExactly("0,50 kWh", "1,00 kWh", "−0,50 kWh");
        assertThat(gap.note()).isEqualTo("Do 19. Nov.: 30\u00a0min ohne Messwerte");
        assertThat(gap.opens()).isTrue();
        Group ahead = chart.groups().get(22);
        assertThat(ahead.bars().getFirst().values()).isEmpty();
        assertThat(rows(ahead)).containsExactly("–", "1,00 kWh", "–");
        assertThat(ahead.opens()).as("half of it is yet to come").isFalse();
        assertThat(chart.groups().get(20).bars().getFirst().state()).isEqualTo(State.RUNNING);
    }

    @Test
    void monthsOfDifferentLengthAreMatchedDayByDay() {
        GroupChart chart = chart(Map.of("period", "month", "date", "2026-11-01", "with", "2026-10-01"), Unit.COST);

        assertThat(chart.groups()).hasSize(31);
        assertThat(chart.groups().getFirst().title()).isEqualTo("Tag 1");
        assertThat(chart.groups().getFirst().rows()).extracting(Row::name).containsExactly("So 1. Nov.", "Do 1. Okt.",
                "Differenz");
        assertThat(chart.groups().get(30).bars()).extracting(bar -> bar.values().size()).containsExactly(0, 1);
        assertThat(chart.groups().get(30).opens()).isFalse();
    }

    @Test
    void anHourInMinutesIsShownInQuartersBesideOneWhoseSecondsAreGone() {
        house.minutesKeptFrom = House.at("2026-11-01T00:00:00").toEpochSecond();
        GroupChart chart = chart(Map.of("period", "hour", "date", "2026-11-18T10:00+01:00", "with", "2026-10-08T10:00+02:00"),
                Unit.ENERGY);

        assertThat(chart.groups()).hasSize(4);
        assertThat(rows(chart.groups().getFirst())).containsExactly("250 Wh", "250 Wh", "0 Wh");
        assertThat(chart.groups().getFirst().opens()).isFalse();
    }

    @Test
    void anUnmeasuredPeriodIsNoZero_T4() {
        context.state = Map.of("period", "day", "with", "2026-09-10", "unit", "kwh");

        assertThat(text(view())).contains("Differenz|–|", "Do 10. Sept.: keine Messwerte|", "Gesamt|19,5 |kWh|–|–|–|");
    }

    @Test
    void withoutATariffEnergyIsShownWithTheNextStep() {
        house.priced = false;

        assertThat(text(view())).contains("Für Kosten und CO₂ fehlt der Preis.", "Tarif eingeben|", "Gesamt|19,5 |kWh|")
                .doesNotContain("Kosten|");
        context.views = Set.of();
        assertThat(text(view())).doesNotContain("Tarif eingeben");
    }

    @Test
    void whileServicesAreUpdatedTheLastFiguresStay_X2() {
        ComparisonView view = view();
        house.costsAway = true;
        context.go(Map.of());
        assertThat(text(view)).contains("Differenz|−2,25 |€|", "Kosten werden gerade aktualisiert|");

        house.away = true;
        context.go(Map.of());
        assertThat(text(view)).contains("Differenz|−2,25 |€|", "Auswertung wird gerade aktualisiert|");

        house.away = false;
        house.costsAway = false;
        context.go(Map.of());
        assertThat(text(view)).doesNotContain("aktualisiert");

        house.away = true;
        assertThat(text(view())).contains("Die Auswertung ist gerade nicht da|").doesNotContain("Verbrauchsanalyse");
    }

    @Test
    void nothingMeasuredYetHasItsPicture() {
        assertThat(text(new ComparisonView(new House("2026-11-19T20:00:00"), context, task -> () -> { })))
                .contains("Noch keine Messwerte|", "Zähler einrichten|").doesNotContain("Verbrauchsanalyse", "Differenz");
    }

    @Test
    void speaksEnglish_E2() {
        context.locale = Locale.US;

        assertThat(text(view())).contains("Period: today|Thu, November 19, 2026|",
                "today until 8:00 PM, compared with the whole day|",
                "Cost per hour|", "−€|2.25|").doesNotContain("Kosten", "Mittel");
    }
}
