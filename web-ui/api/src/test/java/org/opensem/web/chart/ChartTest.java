package org.opensem.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.opensem.web.chart.BarChart.Bar;
import org.opensem.web.chart.BarChart.Row;
import org.opensem.web.chart.BarChart.State;
import tools.jackson.databind.node.ObjectNode;

/** What the chart's script is told. */
class ChartTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static BarChart bars(Double value, State state) {
        Bar bar = new Bar(3, "03:00", "03:00–04:00", value, state, List.of(new Row("base", "Grundlast", "0,20 kWh")), "", true);
        return new BarChart("Energie", "kWh", List.of(bar), List.of(), List.of(1, 3), "k", 1, "läuft", "Klick",
                List.of("Zeit", "kWh"));
    }

    @Test
    void theElementsNameHoldsTheHashOfTheScriptAndItsParts() {
        Chart chart = new Chart();

        assertThat(chart.getElement().getTag()).matches("sem-chart-[0-9a-f]{12}");
        assertThat(chart.getElement().hasAttribute("data-sem-chart")).isTrue();
    }

    @Test
    void aBarWithoutMeasurementsIsNullAndNeverZero() {
        ObjectNode told = Chart.describe(bars(null, State.GAP));

        assertThat(told.get("kind").asString()).isEqualTo("bars");
        assertThat(told.get("opens").asBoolean()).isTrue();
        assertThat(told.get("bars").get(0).get("value").isNull()).isTrue();
        assertThat(told.get("bars").get(0).get("state").asString()).isEqualTo("GAP");
        assertThat(told.get("bars").get(0).get("rows").get(0).get("text").asString()).isEqualTo("0,20 kWh");
    }

    @Test
    void everyKindCanBeTold() {
        RingChart.Part part = new RingChart.Part("l1", "L1", 1, "1 kWh", "100 %");
        assertThat(Chart.describe(new RingChart("n", "t", List.of(part), List.of())).get("parts").get(0).get("role").asString())
                .isEqualTo("l1");
        assertThat(Chart.describe(new SparkChart("n", BERLIN, 7, List.of("a", "b"))).get("zone").asString())
                .isEqualTo("Europe/Berlin");
        assertThat(Chart.describe(PowerCurve.ofDay(Locale.UK, LocalDate.of(2026, 11, 19), BERLIN, 0)).get("kind").asString())
                .isEqualTo("curve");
        GroupChart.Group group = new GroupChart.Group(0, "00:00", "00:00–01:00",
                List.of(GroupChart.Bar.of(1.5, State.FULL), GroupChart.Bar.of(null, State.EMPTY)), List.of(), "", true);
        ObjectNode groups = Chart.describe(groups(List.of(List.of("actual"), List.of("comparison")), group));
        assertThat(groups.get("groups").get(0).get("bars").toString())
                .isEqualTo("[{\"values\":[1.5],\"state\":\"FULL\"},{\"values\":[],\"state\":\"EMPTY\"}]");
        TargetChart.Point ahead = new TargetChart.Point(3, "until 03:00", 37.69, null, false, List.of(), "");
        ObjectNode told = Chart.describe(new TargetChart("n", "", true, 0, 24, List.of(ahead),
                List.of(new TargetChart.Tick(0, 0, "00:00")), List.of(3), "k", List.of()));
        assertThat(told.get("kind").asString()).isEqualTo("target");
        assertThat(told.get("lines").asBoolean()).isTrue();
        assertThat(told.get("points").get(0).get("target").asDouble()).isEqualTo(37.69);
        assertThat(told.get("points").get(0).get("actual").isNull()).as("never 0").isTrue();
        assertThat(told.get("ticks").get(0).get("label").asString()).isEqualTo("00:00");
    }

    private static GroupChart groups(List<List<String>> roles, GroupChart.Group group) {
        return new GroupChart("n", "kWh", roles, List.of(group), List.of(1), "k", 1, "", List.of("a"));
    }

    @Test
    void aGroupHasABarForEachRoleAndABarAValueForEachPart() {
        GroupChart.Group one = new GroupChart.Group(0, "", "0", List.of(new GroupChart.Bar(List.of(1.0, 2.0), State.FULL)),
                List.of(), "", false);

        assertThat(groups(List.of(List.of("base", "switched")), one).groups()).hasSize(1);
        assertThatThrownBy(() -> groups(List.of(List.of("base")), one)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> groups(List.of(List.of("base", "switched"), List.of("na")), one))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTargetChartsScaleEndsAfterItsStart() {
        assertThatThrownBy(() -> new TargetChart("n", "", true, 1, 1, List.of(), List.of(), List.of(1), "k", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TargetChart("n", "", true, 0, 1, List.of(), List.of(), List.of(), "k", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameAgainIsNotSentAgain() {
        Chart chart = new Chart();
        chart.show(bars(1.0, State.FULL));
        Object sent = chart.getElement().getPropertyRaw("spec");

        chart.show(bars(1.0, State.FULL));
        assertThat(chart.getElement().getPropertyRaw("spec")).isSameAs(sent);
        chart.show(bars(2.0, State.FULL));
        assertThat(chart.getElement().getPropertyRaw("spec")).isNotSameAs(sent);
    }

    @Test
    void aPartOfATotalIsNotNegative() {
        assertThatThrownBy(() -> new RingChart.Part("l1", "L1", -1, "", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RingChart.Part("l1", "L1", Double.NaN, "", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDayHas23To25HoursAndTintsTheTwoThatAreAlike() {
        PowerCurve autumn = PowerCurve.ofDay(Locale.GERMANY, LocalDate.of(2026, 10, 25), BERLIN, 0);
        PowerCurve spring = PowerCurve.ofDay(Locale.GERMANY, LocalDate.of(2026, 3, 29), BERLIN, 0);

        assertThat(autumn.dayTo() - autumn.dayFrom()).isEqualTo(25 * 3600);
        assertThat(autumn.shades()).extracting(PowerCurve.Shade::text).containsExactly("", "02:00 zweimal:\n+02:00, +01:00");
        assertThat(autumn.shades().getFirst().from()).isEqualTo(autumn.dayFrom() + 2 * 3600);
        assertThat(autumn.shades().getLast().to()).isEqualTo(autumn.dayFrom() + 4 * 3600);
        assertThat(spring.dayTo() - spring.dayFrom()).isEqualTo(23 * 3600);
        assertThat(spring.shades()).isEmpty();
    }

    @Test
    void theDaysEndIs24OnlyWhereTheClockHas24Hours() {
        LocalDate day = LocalDate.of(2026, 11, 19);

        assertThat(PowerCurve.ofDay(Locale.GERMANY, day, BERLIN, 0).midnight()).isEqualTo("24:00");
        assertThat(PowerCurve.ofDay(Locale.UK, day, BERLIN, 0).midnight()).isEqualTo("24:00");
        assertThat(PowerCurve.ofDay(Locale.US, day, BERLIN, 0).midnight()).isEmpty();
    }

    @Test
    void aWindowEndsAfterItsStart() {
        PowerCurve day = PowerCurve.ofDay(Locale.UK, LocalDate.of(2026, 11, 19), BERLIN, 0);

        assertThat(day.whole()).isTrue();
        assertThat(day.withWindow(day.dayFrom(), day.dayFrom() + 60, 2).whole()).isFalse();
        assertThatThrownBy(() -> day.withWindow(5, 5, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCurveTellsWhatIsMarkedInvalidAndWhatIsProposed_G7() {
        PowerCurve plain = PowerCurve.ofDay(Locale.UK, LocalDate.of(2026, 11, 19), BERLIN, 0);
        long from = plain.dayFrom();
        PowerCurve marked = plain.withInvalid(List.of(new PowerCurve.Shade(from, from + 60, "Meter exchanged")))
                .withProposed(new PowerCurve.Shade(from + 90, from + 120, "")).withLive(true).withPhase(PowerCurve.Phases.L1)
                .withFirst(from).withWindow(from, from + 600, 2);

        ObjectNode told = Chart.describe(marked);
        assertThat(told.get("invalid").get(0).get("to").asLong()).isEqualTo(from + 60);
        assertThat(told.get("invalid").get(0).get("text").asString()).isEqualTo("Meter exchanged");
        assertThat(told.get("proposed").get("from").asLong()).isEqualTo(from + 90);
        assertThat(told.get("texts").get("invalid").asString()).isEqualTo("marked invalid");
        assertThat(Chart.describe(plain).get("invalid").isEmpty()).isTrue();
        assertThat(Chart.describe(plain).get("proposed").isNull()).isTrue();
    }
}
