package org.opensem.web.home.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.PeriodKind;
import org.opensem.web.Unit;

/** H4: the leading figure in the unit, the other two below; what is not known is said. */
class OverviewTest {
    private final Words german = new Words(Locale.GERMANY);
    private final House house = new House("2026-11-19T20:47:12").measured("2026-11-01T00:00:00", "2026-11-19T20:47:12");

    private Overview today(Unit unit) {
        return new Overview(house.show(PeriodKind.DAY, "2026-11-19T00:00:00", unit), german);
    }

    private static String plain(Object text) {
        return text.toString().replace('\u00a0', ' ');
    }

    @Test
    void eachUnitLeadsWithTheOtherTwoBelow() {
        assertThat(today(Unit.COST).label()).isEqualTo("Kosten heute");
        assertThat(plain(today(Unit.COST).amount().orElseThrow())).isEqualTo("2,24 €");
        assertThat(plain(today(Unit.COST).under())).isEqualTo("7,48 kWh · 2,99 kg CO₂");
        assertThat(plain(today(Unit.ENERGY).amount().orElseThrow())).isEqualTo("7,48 kWh");
        assertThat(plain(today(Unit.ENERGY).under())).isEqualTo("2,24 € · 2,99 kg CO₂");
        assertThat(today(Unit.CO2).label()).isEqualTo("CO₂ heute");
        assertThat(plain(today(Unit.CO2).amount().orElseThrow())).isEqualTo("2,99 kg");
        assertThat(plain(today(Unit.CO2).under())).isEqualTo("2,24 € · 7,48 kWh");
    }

    @Test
    void aPeriodThatIsOverIsNotOfToday() {
        assertThat(new Overview(house.show(PeriodKind.DAY, "2026-11-18T00:00:00", Unit.COST), german).label())
                .isEqualTo("Kosten");
    }

    @Test
    void whatIsMissingIsSaid() {
        house.prices.none = true;
        assertThat(today(Unit.COST).under()).isEqualTo("Kosten zeigt openSEM, sobald ein Preis eingetragen ist.");
        assertThat(today(Unit.COST).label()).isEqualTo("Energie heute");
        assertThat(today(Unit.COST).priceMissing()).isTrue();
        assertThat(today(Unit.ENERGY).under()).isEmpty();
        assertThat(today(Unit.ENERGY).priceMissing()).isFalse();
        assertThat(new Overview(house.show(PeriodKind.DAY, "2026-11-18T00:00:00", Unit.COST), german).under())
                .isEqualTo("Für diesen Zeitraum ist kein Preis eingetragen.");

        house.prices = null;
        assertThat(today(Unit.COST).under()).isEqualTo("Kosten werden gerade aktualisiert");
        assertThat(today(Unit.COST).priceMissing()).isFalse();
    }

    @Test
    void withoutGramsPerKwhThereIsNoCo2() {
        house.prices.co2KgPerKwh = null;
        assertThat(today(Unit.CO2).label()).isEqualTo("Energie heute");
        assertThat(today(Unit.CO2).under()).isEqualTo("CO₂ zeigt openSEM, sobald im Tarif die Gramm je kWh stehen.");
        assertThat(plain(today(Unit.COST).under())).isEqualTo("7,48 kWh");
    }

    @Test
    void whatWasFedInHasALineOfItsOwn() {
        assertThat(today(Unit.COST).exported()).isEmpty();

        house.feedsIn = true;
        assertThat(plain(today(Unit.COST).exported())).isEqualTo("Einspeisung 2,49 kWh");
        assertThat(plain(today(Unit.COST).under())).isEqualTo("7,48 kWh · 2,99 kg CO₂");
        house.prices.none = true;
        assertThat(plain(today(Unit.COST).exported())).as("without a tariff too").isEqualTo("Einspeisung 2,49 kWh");
    }

    @Test
    void aCostThatIsNotWholeSaysSo() {
        house.prices.partial = true;
        assertThat(today(Unit.COST).under()).endsWith("nur zum Teil mit Preis");
    }
}
