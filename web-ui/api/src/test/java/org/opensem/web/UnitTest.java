package org.opensem.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** H1: the switch between cost, energy and CO2. */
class UnitTest {

    @Test
    void everyUnitIsFoundByItsKey() {
        for (Unit unit : Unit.values()) {
            assertThat(Unit.named(unit.key())).contains(unit);
            assertThat(unit.key()).as("fit for a URL and a preference").matches("[a-z0-9]+");
        }
        assertThat(Unit.named("miles")).isEmpty();
        assertThat(Unit.named(null)).isEmpty();
    }

    @Test
    void theLabelsAreTheCurrencysSymbolAndUnits() {
        assertThat(Unit.labels(Currency.getInstance("EUR"), Locale.UK).values()).containsExactly("€", "kWh", "CO₂");
        assertThat(Unit.labels(Currency.getInstance("CHF"), Locale.GERMANY).get(Unit.COST)).isEqualTo("CHF");
        assertThat(Unit.labels(null, Locale.UK).get(Unit.COST)).as("without a tariff the country's").isEqualTo("£");
        assertThat(Unit.labels(null, Locale.GERMAN).get(Unit.COST)).isEqualTo("€");
    }
}
