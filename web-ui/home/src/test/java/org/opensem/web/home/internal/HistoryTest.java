package org.opensem.web.home.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.PeriodKind;
import org.opensem.web.Unit;
import org.opensem.web.chart.BarChart;
import org.opensem.web.chart.BarChart.Bar;
import org.opensem.web.chart.BarChart.State;

/** H3: bars in the next smaller unit. */
class HistoryTest {
    private final Words german = new Words(Locale.GERMANY);
    private final House house = new House("2026-11-19T20:47:12").measured("2026-11-01T00:00:00", "2026-11-19T03:12:00")
            .measured("2026-11-19T03:41:00", "2026-11-19T20:47:12");

    private BarChart chart(PeriodKind kind, String day) {
        return new History(house.show(kind, day, Unit.ENERGY), german).chart();
    }

    @Test
    void aDayHasItsHours() {
        BarChart chart = chart(PeriodKind.DAY, "2026-11-19T00:00:00");
        List<Bar> bars = chart.bars();

        assertThat(bars).hasSize(24);
        assertThat(bars.get(2).state()).isEqualTo(State.FULL);
        assertThat(bars.get(2).value()).isEqualTo(0.36);
        assertThat(bars.get(2).title()).isEqualTo("02:00–03:00");
        assertThat(bars.get(2).rows()).extracting(row -> row.name() + " " + row.text())
                .containsExactly("Schaltlast 0,32\u00a0kWh", "Grundlast 0,04\u00a0kWh", "Gesamt 0,36\u00a0kWh");
        assertThat(bars.get(3).state()).isEqualTo(State.GAP);
        assertThat(bars.get(3).note()).isEqualTo("29\u00a0min ohne Messwerte");
        assertThat(bars.get(20).state()).isEqualTo(State.RUNNING);
        assertThat(bars.get(20).note()).isEqualTo("läuft noch");
        assertThat(bars.get(21)).satisfies(bar -> {
            assertThat(bar.state()).isEqualTo(State.EMPTY);
            assertThat(bar.value()).as("never 0").isNull();
            assertThat(bar.opens()).isFalse();
        });
        assertThat(bars.getLast().title()).isEqualTo("23:00–24:00");
        assertThat(chart.unit()).isEqualTo("kWh");
    }

    @Test
    void anHourHasItsMinutesInWattHours() {
        BarChart chart = chart(PeriodKind.HOUR, "2026-11-19T02:00:00");

        assertThat(chart.bars()).hasSize(60).allSatisfy(bar -> assertThat(bar.opens()).isFalse());
        assertThat(chart.unit()).isEqualTo("Wh");
        assertThat(chart.bars().getFirst().value()).isEqualTo(6.0);
        assertThat(chart.bars().getFirst().rows().getLast().text()).isEqualTo("6,00\u00a0Wh");
        assertThat(chart.opens()).isFalse();
    }

    @Test
    void longerPeriodsHaveDaysAndMonths() {
        assertThat(chart(PeriodKind.WEEK, "2026-11-19T00:00:00").bars()).extracting(Bar::label)
                .startsWith("Mo 16.", "Di 17.").hasSize(7);
        assertThat(chart(PeriodKind.MONTH, "2026-11-19T00:00:00").bars()).extracting(Bar::title)
                .startsWith("Sonntag, 1. November 2026").hasSize(30);
        assertThat(chart(PeriodKind.YEAR, "2026-11-19T00:00:00").bars()).extracting(Bar::label)
                .contains("Jan", "Dez").hasSize(12);
    }

    @Test
    void theFirstDayIsShadedUpToTheFirstMeasurement() {
        House first = new House("2026-11-19T20:47:12").measured("2026-11-19T14:20:00", "2026-11-19T20:47:12");
        BarChart chart = new History(first.show(PeriodKind.DAY, "2026-11-19T00:00:00", Unit.ENERGY), german).chart();

        assertThat(chart.shades()).containsExactly(new BarChart.Shade(0, 13, "vor der\nersten Messung", true));
        assertThat(chart.bars().get(5).note()).isEqualTo("vor der ersten Messung");
        assertThat(chart.bars().get(14).state()).as("begun at 14:20, nothing missing").isEqualTo(State.FULL);
    }

    @Test
    void anAutumnDayHas25HoursAndNamesTheTwoAlike() {
        House autumn = new House("2026-11-19T20:47:12").measured("2026-10-01T00:00:00", "2026-11-19T20:47:12");
        BarChart chart = new History(autumn.show(PeriodKind.DAY, "2026-10-25T12:00:00", Unit.ENERGY), german).chart();

        assertThat(chart.bars()).hasSize(25);
        assertThat(chart.bars().get(2).title()).isEqualTo("02:00–02:00 (+02:00)");
        assertThat(chart.bars().get(3).title()).isEqualTo("02:00–03:00 (+01:00)");
        assertThat(chart.bars().get(3).ordinal()).isEqualTo(2);
        assertThat(chart.shades()).containsExactly(new BarChart.Shade(2, 3, "02:00 zweimal:\n+02:00, +01:00", false));
    }

    @Test
    void aSpringDayHas23HoursWithoutTwo() {
        House spring = new House("2026-11-19T20:47:12").measured("2026-03-01T00:00:00", "2026-11-19T20:47:12");
        BarChart chart = new History(spring.show(PeriodKind.DAY, "2026-03-29T12:00:00", Unit.ENERGY), german).chart();

        assertThat(chart.bars()).hasSize(23).extracting(Bar::label).doesNotContain("02:00").contains("01:00", "03:00");
        assertThat(chart.shades()).isEmpty();
    }

    @Test
    void americansHaveTwelveHours() {
        BarChart chart = new History(house.show(PeriodKind.DAY, "2026-11-19T00:00:00", Unit.ENERGY), new Words(Locale.US)).chart();

        assertThat(chart.bars().getFirst().label()).isEqualTo("12\u00a0AM");
        assertThat(chart.bars().get(15).label()).isEqualTo("3\u00a0PM");
    }

    @Test
    void aCostsTooltipHasItsLinesWhichAddUp() {
        BarChart chart = new History(house.show(PeriodKind.DAY, "2026-11-19T00:00:00", Unit.COST), german).chart();

        assertThat(chart.unit()).isEqualTo("€");
        assertThat(chart.name()).isEqualTo("Kosten: Donnerstag, 19. November 2026");
        assertThat(chart.tableHead()).containsExactly("Zeit", "Schaltlast", "Grundlast", "Grundpreis", "Gesamt", "Hochtarif",
                "Niedertarif");
        // 0.36 kWh at 30 ct, a tenth of it base load, and 1 ct.
        assertThat(chart.bars().get(12).value()).isEqualTo(0.118);
        assertThat(chart.bars().get(12).rows()).extracting(row -> row.name() + " " + row.text()).containsExactly(
                "Schaltlast 0,10\u00a0€", "Grundlast 0,01\u00a0€", "Grundpreis 0,01\u00a0€", "Gesamt 0,12\u00a0€",
                "davon Hochtarif 0,11\u00a0€", "davon Niedertarif 0,00\u00a0€");
        assertThat(chart.bars().get(2).rows()).extracting(row -> row.name() + " " + row.text())
                .contains("davon Niedertarif 0,07\u00a0€");
    }

    @Test
    void withOneRateThereAreNoRatesToTell() {
        BarChart chart = new History(house.show(PeriodKind.HOUR, "2026-11-19T12:00:00", Unit.COST), german).chart();

        assertThat(chart.tableHead()).containsExactly("Zeit", "Schaltlast", "Grundlast", "Grundpreis", "Gesamt");
    }

    @Test
    void minutesCostCents() {
        BarChart chart = new History(house.show(PeriodKind.HOUR, "2026-11-19T12:00:00", Unit.COST), german).chart();

        assertThat(chart.unit()).isEqualTo("ct");
        // 6 Wh at 30 ct/kWh, and a sixtieth of 1 ct.
        assertThat(chart.bars().getFirst().value()).isCloseTo(0.1967, org.assertj.core.data.Offset.offset(0.0001));
        assertThat(chart.bars().getFirst().rows().getLast().text()).isEqualTo("0,20\u00a0ct");
        house.prices.currency = "JPY";
        assertThat(new History(house.show(PeriodKind.HOUR, "2026-11-19T12:00:00", Unit.COST), german).chart().bars().getFirst()
                .rows().getLast().text()).isEqualTo("0,0020\u00a0¥");
    }

    @Test
    void co2IsInGramsWhereItIsLittle() {
        BarChart day = new History(house.show(PeriodKind.DAY, "2026-11-19T00:00:00", Unit.CO2), german).chart();
        BarChart month = new History(house.show(PeriodKind.MONTH, "2026-11-19T00:00:00", Unit.CO2), german).chart();

        assertThat(day.unit()).isEqualTo("g");
        assertThat(day.bars().get(12).value()).isEqualTo(144);
        assertThat(day.bars().get(12).rows()).extracting(row -> row.name() + " " + row.text())
                .containsExactly("Schaltlast 130\u00a0g", "Grundlast 14\u00a0g", "Gesamt 144\u00a0g");
        assertThat(month.unit()).isEqualTo("kg");
        assertThat(month.bars().getFirst().rows().getLast().text()).isEqualTo("3,46\u00a0kg");
    }

    @Test
    void anotherUnitIsAnotherScale() {
        assertThat(chart(PeriodKind.DAY, "2026-11-19T00:00:00").scaleKey()).isNotEqualTo(
                new History(house.show(PeriodKind.DAY, "2026-11-19T00:00:00", Unit.COST), german).chart().scaleKey());
    }

    @Test
    void aPartWithoutAPriceIsNeverZero() {
        house.prices.co2KgPerKwh = null;
        assertThat(new History(house.show(PeriodKind.DAY, "2026-11-19T00:00:00", Unit.CO2), german).chart().unit())
                .as("without grams per kWh energy is shown").isEqualTo("kWh");
        BarChart cost = new History(house.show(PeriodKind.DAY, "2026-11-19T00:00:00", Unit.COST), german).chart();
        assertThat(cost.bars().get(21).value()).isNull();
    }
}
