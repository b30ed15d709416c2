package org.opensem.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as people type them (E2), and prices in cents that lose no digit (E3, T5). */
class NumberStyleTest {
    private static final NumberStyle PLAIN = NumberStyle.of("kWh");
    private static final NumberStyle CENTS = NumberStyle.of("ct/kWh").places(2).hundredths();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "de | 34,20 | 34.20", "de | 1.234,56 | 1234.56", "de | 1234,5 | 1234.5", "de | 12.345.678 | 12345678", "de | -5 | -5",
        "de | −5 | -5", "de | +0,5 | 0.5", "de | ,5 | .5", "de | 3, | 3", "de | ' 34,2 ' | 34.2", "de | '\u00a07' | 7",
        "en-GB | 34.20 | 34.20", "en-GB | 1,234.56 | 1234.56", "en-US | 1,234 | 1234", "en-US | .5 | .5"})
    void readsWhatTheLanguageWrites(String language, String typed, BigDecimal expected) {
        assertThat(PLAIN.read(typed, Locale.forLanguageTag(language))).hasValueSatisfying(
                number -> assertThat(number).isEqualByComparingTo(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "de | 34.20", "de | 1.23,4", "de | 1.2345", "de | 0x1F", "de | 1e3", "de | 3,4,5", "de | 12 ct", "de | -", "de | ,", "de | ' '",
        "de | NaN", "de | ١٢", "en-GB | 34,20", "en-GB | 1.2.3", "en-US | 1,23",
        "de | 12345678901234567890123456789012345678901"})
    void readsNothingElse(String language, String typed) {
        assertThat(PLAIN.read(typed, Locale.forLanguageTag(language))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "de | 0.3420 | 34,20", "de | 0.34205 | 34,205", "de | 0.342056789 | 34,2056789", "de | 12.5 | 1.250,00", "de | -0.0123 | −1,23",
        "en-GB | 0.3 | 30.00", "en-US | 12345.678 | 1,234,567.80", "de | 0 | 0,00", "de | 0.000001 | 0,0001"})
    void centsAndTheirCurrencyAreTheSameNumber(String language, BigDecimal stored, String shown) {
        Locale locale = Locale.forLanguageTag(language);

        assertThat(CENTS.write(stored, locale)).isEqualTo(shown);
        assertThat(CENTS.read(shown, locale)).hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(stored));
    }

    @Test
    void showsAsManyPlacesAsThereAre() {
        assertThat(PLAIN.write(new BigDecimal("3500.000"), Locale.GERMANY)).isEqualTo("3.500");
        assertThat(PLAIN.write(new BigDecimal("3E+3"), Locale.UK)).isEqualTo("3,000");
        assertThat(PLAIN.write(new BigDecimal("0.5"), Locale.US)).isEqualTo("0.5");
        assertThat(NumberStyle.of("€").places(2).write(new BigDecimal("98"), Locale.GERMANY)).isEqualTo("98,00");
    }
}
