package org.opensem.web.home.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyReport.Bucket;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.web.Unit;
import org.opensem.web.chart.RingChart;
import org.opensem.web.home.HomeFigures;
import org.opensem.web.home.HomeFigures.Money;
import org.opensem.web.home.HomeFigures.Prices;

/** H2, T5: the rings' parts add up to the total as it is written, in every unit. */
class RingsTest {
    private static final String SPACE = "\u00a0";

    private final Words german = new Words(Locale.GERMANY);
    private final org.opensem.web.home.internal.Prices prices = new org.opensem.web.home.internal.Prices();

    /** A day that has one hour's energy in each of some hours. */
    private HomeFigures day(Unit unit, Energy... hours) {
        Period day = Period.of(PeriodKind.DAY, House.at("2026-11-19T00:00:00"));
        Figures totals = Figures.NONE;
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Extreme extreme = new Extreme(1, day.start().toEpochSecond());
            // Noon first, at the high rate.
            int at = (i + 12) % 24;
            Figures figures = at < hours.length ? new Figures(3600, hours[at], extreme, extreme) : Figures.NONE;
            buckets.add(new Bucket(day.parts().get(i), figures));
            totals = totals.plus(figures);
        }
        EnergyReport report = new EnergyReport(day, buckets, totals);
        var cost = prices.cost(report);
        Money money = new Money(cost.isPresent() ? Prices.KNOWN : Prices.MISSING, cost, Optional.empty(),
                Optional.empty());
        return new HomeFigures(report, unit, money, House.at("2026-11-20T10:00:00"),
                OptionalLong.of(0), Optional.empty());
    }

    private static List<String> texts(RingChart ring) {
        return ring.parts().stream().map(part -> part.name() + " " + part.text().replace(SPACE, " ")).toList();
    }

    /** What the written parts add up to, in units of the last place. */
    private static long sum(RingChart ring) {
        return ring.parts().stream().mapToLong(part -> Long.parseLong(part.text().replaceAll("[^0-9]", ""))).sum();
    }

    @Test
    void roundedPartsAddUpToTheRoundedTotal() {
        assertThat(Portions.round(new long[] {333, 333, 334}, 10)).containsExactly(33, 33, 34);
        assertThat(Portions.round(new long[] {14, 14, 14}, 10)).as("42 is shown as 4 tens").satisfies(
                units -> assertThat(Arrays.stream(units).sum()).isEqualTo(4));
        assertThat(Portions.round(new long[] {0, 0}, 10)).containsExactly(0, 0);
        assertThat(Portions.round(new long[] {-26, 14}, 10)).as("negative prices").containsExactly(-2, 1);
        assertThat(Portions.round(-15, 10)).as("halves away from zero").isEqualTo(-2);
        assertThat(Portions.round(new long[] {24, 24}, 10, 4)).as("a total rounded with others").containsExactly(2, 2);
        assertThat(Portions.divide(100, 1, 1, 1)).containsExactly(33, 33, 34);
        assertThat(Portions.divide(100, 0, 0)).containsExactly(0, 100);
    }

    @Test
    void energiesOfEachRingAddUp() {
        long third = 4_422_000_000L;
        Energy hour = new Energy(3 * third, 0, third, third, third, 3 * third, 5_000_000_000L);
        Rings rings = new Rings(day(Unit.ENERGY, hour), german);

        assertThat(texts(rings.phases())).containsExactly("L1 1,23 kWh", "L2 1,23 kWh", "L3 1,23 kWh");
        assertThat(texts(rings.load())).containsExactly("Grundlast 1,39 kWh", "Schaltlast 2,30 kWh");
        assertThat(texts(rings.devices())).containsExactly("nicht zugeordnet 3,69 kWh");
        assertThat(rings.devices().parts()).extracting(RingChart.Part::share).containsExactly("100,0\u00a0%");
        assertThat(rings.phasesTogether()).contains(new Rings.Together("3,69\u00a0kWh", false));
    }

    @Test
    void costsOfEachRingAddUpAndAllHaveTheSameBasePrice() {
        for (long milliwatts = 1_000; milliwatts < 3_000_000; milliwatts += 7_919) {
            long energy = milliwatts * 3600;
            Energy hour = new Energy(energy, 0, energy / 2, energy / 4, energy - energy / 2 - energy / 4, energy, energy / 10);
            HomeFigures figures = day(Unit.COST, hour, hour, hour);
            Rings rings = new Rings(figures, german);
            String total = new Overview(figures, german).amount().orElseThrow().toString();
            long cents = Long.parseLong(total.replaceAll("[^0-9]", ""));

            assertThat(sum(rings.phases())).as(total).isEqualTo(cents);
            assertThat(sum(rings.load())).as(total).isEqualTo(cents);
            assertThat(sum(rings.devices())).as(total).isEqualTo(cents);
            assertThat(List.of(rings.phases(), rings.load(), rings.devices()))
                    .allSatisfy(ring -> assertThat(texts(ring).getLast()).isEqualTo("Grundpreis 0,03 €"));
        }
    }

    @Test
    void co2IsDividedInProportion() {
        long kilowattHour = 3_600_000_000L;
        long quarter = kilowattHour / 4;
        Energy one = new Energy(kilowattHour, 0, 2 * quarter, quarter, quarter, kilowattHour, kilowattHour / 10);
        Rings rings = new Rings(day(Unit.CO2, one, one), german);

        assertThat(texts(rings.phases())).containsExactly("L1 400 g", "L2 200 g", "L3 200 g");
        assertThat(texts(rings.load())).containsExactly("Grundlast 80 g", "Schaltlast 720 g");
        assertThat(rings.load().name()).isEqualTo("CO₂ nach Grundlast und Schaltlast");
    }

    @Test
    void aMeterWithoutPhasesHasNoPhaseRing() {
        for (Unit unit : Unit.values()) {
            Rings rings = new Rings(day(unit, new Energy(3_600_000_000L, 0, 0, 0, 0, 0, 10)), german);
            assertThat(rings.phases().parts()).as("in %s", unit).isEmpty();
            assertThat(rings.load().parts()).isNotEmpty();
        }
    }

    @Test
    void timeWithoutPhasesIsAPartOfItsOwn() {
        Energy phased = new Energy(7_200_000_000L, 0, 3_600_000_000L, 3_600_000_000L, 0, 7_200_000_000L, 0);
        Energy total = new Energy(3_600_000_000L, 0, 0, 0, 0, 0, 0);

        assertThat(texts(new Rings(day(Unit.ENERGY, phased, total), german).phases()))
                .containsExactly("L1 1,00 kWh", "L2 1,00 kWh", "L3 0,00 kWh", "ohne Phasen 1,00 kWh");
        assertThat(texts(new Rings(day(Unit.CO2, phased, total), german).phases()))
                .containsExactly("L1 0,40 kg", "L2 0,40 kg", "L3 0,00 kg", "ohne Phasen 0,40 kg");
    }

    /** T7: the phase ring divides Σ max(phase, 0), which is more than the import where one of them feeds in. */
    @Test
    void phasesThatAreMoreThanTheTotalSaySo() {
        Energy fedIn = new Energy(3_600_000_000L, 0, 7_200_000_000L, 0, 0, 3_600_000_000L, 0);
        Rings rings = new Rings(day(Unit.ENERGY, fedIn), german);

        assertThat(texts(rings.phases()).getFirst()).isEqualTo("L1 2,00 kWh");
        assertThat(rings.phasesTogether()).contains(new Rings.Together("2,00\u00a0kWh", true));
    }

    @Test
    void anHourThatEarnedMoneyHasNoNegativePart() {
        prices.factor = BigDecimal.valueOf(-1);
        Energy hour = new Energy(3_600_000_000L, 0, 3_600_000_000L, 0, 0, 3_600_000_000L, 0);
        Rings rings = new Rings(day(Unit.COST, hour), german);

        assertThat(texts(rings.devices())).containsExactly("nicht zugeordnet −0,30 €", "Grundpreis 0,01 €");
        assertThat(rings.devices().parts()).allSatisfy(part -> assertThat(part.value()).isNotNegative());
    }

    @Test
    void nothingMeasuredIsAnEmptyRing() {
        assertThat(new Rings(day(Unit.ENERGY), german).load().parts()).isEmpty();
        assertThat(new Rings(day(Unit.COST), german).load().parts()).isEmpty();
    }
}
