package org.opensem.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as design.md wants them (E2). */
class FormatsTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency GBP = Currency.getInstance("GBP");

    private final Formats german = Formats.of(Locale.GERMANY);
    private final Formats british = Formats.of(Locale.UK);
    private final Formats american = Formats.of(Locale.US);

    /** {@code _} stands for the no-break space, {@code ~} for the minus sign. */
    private static String plain(Object quantity) {
        return quantity.toString().replace('\u00a0', '_').replace('\u2212', '~');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0|0_W", "497.4|497_W", "999.4|999_W", "999.5|1,00_kW", "1000|1,00_kW", "2896|2,90_kW", "9994|9,99_kW", "9995|10,0_kW",
        "12345|12,3_kW", "1234567|1.234,6_kW", "-450|~450_W", "-2500|~2,50_kW", "-0.3|0_W", "-999.6|~1,00_kW"
    })
    void powerIsInWholeWattsBelowAThousandAndInKilowattsFromThere(double watts, String text) {
        assertThat(plain(german.power(watts))).isEqualTo(text);
    }

    @Test
    void aLiveValueReturnsToWattsOnlyBelow950() {
        assertThat(german.livePowerUnit(990, PowerUnit.WATT)).isEqualTo(PowerUnit.WATT);
        assertThat(german.livePowerUnit(1000, PowerUnit.WATT)).isEqualTo(PowerUnit.KILOWATT);
        assertThat(german.livePowerUnit(960, PowerUnit.KILOWATT)).isEqualTo(PowerUnit.KILOWATT);
        assertThat(german.livePowerUnit(949.9, PowerUnit.KILOWATT)).isEqualTo(PowerUnit.WATT);
        assertThat(plain(german.power(960, PowerUnit.KILOWATT))).isEqualTo("0,96_kW");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0|0,00_kWh", "8.294|8,29_kWh", "9.996|10,0_kWh", "99.94|99,9_kWh", "99.96|100_kWh",
        "12345.6|12.346_kWh", "-1.5|~1,50_kWh"
    })
    void energyHasTwoOneOrNoPlaces(double kilowattHours, String text) {
        assertThat(plain(german.energy(kilowattHours))).isEqualTo(text);
    }

    @Test
    void co2IsInGramsBelowAKilogram() {
        assertThat(plain(german.co2(0.4567))).isEqualTo("457_g");
        assertThat(plain(german.co2(0.9996))).isEqualTo("1,00_kg");
        assertThat(plain(german.co2(3.149))).isEqualTo("3,15_kg");
        assertThat(plain(german.co2(31.49))).isEqualTo("31,5_kg");
    }

    @Test
    void moneyFollowsTheCountry() {
        BigDecimal amount = new BigDecimal("1234.56");
        assertThat(plain(german.money(amount, EUR))).isEqualTo("1.234,56_€");
        assertThat(plain(british.money(amount, GBP))).isEqualTo("£1,234.56");
        assertThat(plain(british.money(amount.negate(), EUR))).isEqualTo("~€1,234.56");
        assertThat(plain(american.money(amount, Currency.getInstance("USD")))).isEqualTo("$1,234.56");
        assertThat(plain(british.money(amount, Currency.getInstance("CHF")))).isEqualTo("CHF_1,234.56");
        assertThat(plain(german.price(new BigDecimal("31.728")))).isEqualTo("31,73_ct/kWh");
        assertThat(plain(british.price(new BigDecimal("31.728"), Currency.getInstance("EUR")))).isEqualTo("31.73_ct/kWh");
        assertThat(plain(british.price(new BigDecimal("31.728"), Currency.getInstance("GBP")))).isEqualTo("31.73_p/kWh");
        assertThat(plain(german.price(new BigDecimal("31.728"), Currency.getInstance("GBP")))).isEqualTo("31,73_p/kWh");
    }

    @Test
    void differencesHaveASignAndZeroHasNone() {
        assertThat(plain(german.moneyDifference(new BigDecimal("34.65"), EUR))).isEqualTo("+34,65_€");
        assertThat(plain(british.moneyDifference(new BigDecimal("-0.99"), GBP))).isEqualTo("~£0.99");
        assertThat(plain(german.moneyDifference(new BigDecimal("0.001"), EUR))).isEqualTo("0,00_€");
        assertThat(plain(german.powerDifference(-22))).isEqualTo("~22_W");
        assertThat(plain(german.powerDifference(1500))).isEqualTo("+1,50_kW");
        assertThat(plain(german.energyDifference(0.5))).isEqualTo("+0,50_kWh");
    }

    @Test
    void sharesHaveOnePlace() {
        assertThat(plain(german.share(0.1254))).isEqualTo("12,5_%");
        assertThat(plain(american.share(1))).isEqualTo("100.0_%");
    }

    @Test
    void everyLanguageIsOneOfTheThree() {
        assertThat(Formats.of(Locale.forLanguageTag("de-AT")).locale()).isEqualTo(Locale.GERMANY);
        assertThat(Formats.of(Locale.US).locale()).isEqualTo(Locale.US);
        assertThat(Formats.of(Locale.FRENCH).locale()).isEqualTo(Locale.UK);
    }
}
