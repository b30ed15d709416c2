package org.opensem.web.settings.internal.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensem.language.Formats;
import org.opensem.tariff.DayTerms;
import org.opensem.tariff.Rate;
import org.opensem.tariff.RateKind;
import org.opensem.tariff.Tariff;

/** The price of now and until when it holds; money and days of the year by language (E2, E3). */
class PriceNowTest {
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 19, 20, 47, 0, 0, ZoneId.of("Europe/Berlin"));
    private static final BigDecimal HIGH = new BigDecimal("0.3420");
    private static final BigDecimal LOW = new BigDecimal("0.2680");

    private record Rates(Rate... rates) implements Tariff {
        @Override
        public List<Rate> rates(long from, long to) {
            return List.of(rates);
        }

        @Override
        public Optional<DayTerms> terms(LocalDate day) {
            return Optional.empty();
        }

        @Override
        public Revision revision() {
            return new Revision(Currency.getInstance("EUR"), 1);
        }
    }

    private static Rate rate(ZonedDateTime from, ZonedDateTime to, RateKind kind, BigDecimal price) {
        return new Rate(from.toEpochSecond(), to.toEpochSecond(), kind, price, null);
    }

    private static String text(Locale locale, Rate... rates) {
        return PriceNow.of(new Rates(rates), NOW.toInstant()).orElseThrow().text(new TariffWords(locale), NOW);
    }

    @Test
    void tellsUntilWhenAndWhatComesThen() {
        ZonedDateTime ten = NOW.withHour(22).withMinute(0);
        Rate[] rates = {rate(NOW, ten, RateKind.HIGH, HIGH), rate(ten, ten.plusHours(8), RateKind.LOW, LOW)};

        assertThat(text(Locale.GERMANY, rates)).isEqualTo("Hochtarif, noch 1\u00a0h 13\u00a0min. Ab 22:00 Niedertarif.");
        assertThat(text(Locale.US, rates)).isEqualTo("High rate, 1\u00a0h 13\u00a0min to go. From 10:00\u00a0PM low rate.");
    }

    @Test
    void tellsTheDayOfALaterChange() {
        ZonedDateTime sunday = NOW.withDayOfMonth(22).withHour(0).withMinute(0);
        ZonedDateTime midnight = NOW.plusDays(1).withHour(0).withMinute(0);
        assertThat(text(Locale.GERMANY, rate(NOW, midnight, RateKind.HIGH, HIGH), rate(midnight, sunday, RateKind.HIGH, HIGH),
                rate(sunday, sunday.plusDays(1), RateKind.HIGH, LOW))).isEqualTo("Ein anderer Preis gilt ab 22. Nov., 00:00.");
        assertThat(text(Locale.GERMANY, rate(NOW, midnight, RateKind.HIGH, HIGH), rate(midnight, sunday, RateKind.HIGH, HIGH)))
                .isEqualTo("Gilt zu jeder Stunde.");
    }

    @Test
    void tellsNothingWhereNothingHoldsNow() {
        assertThat(PriceNow.of(new Rates(), NOW.toInstant())).isEmpty();
        Rate later = rate(NOW.plusHours(1), NOW.plusHours(2), RateKind.HIGH, HIGH);
        assertThat(PriceNow.of(new Rates(later), NOW.toInstant())).isEmpty();
    }

    @Test
    void pricesStandInHundredthsOfACurrencyThatHasSuch() {
        assertThat(units("EUR", Locale.GERMANY).price(new BigDecimal("0.34205"))).isEqualTo("34,205\u00a0ct/kWh");
        assertThat(units("GBP", Locale.UK).price(HIGH)).isEqualTo("34.20\u00a0p/kWh");
        assertThat(units("EUR", Locale.UK).briefPrice(HIGH)).isEqualTo("34.20\u00a0ct");
        assertThat(units("USD", Locale.US).briefPrice(HIGH)).isEqualTo("34.20\u00a0\u00a2");
        assertThat(units("JPY", Locale.US).price(new BigDecimal("31.5"))).isEqualTo("31.50\u00a0¥/kWh");
        assertThat(units("EUR", Locale.GERMANY).money(true).unit()).isEqualTo("€/Jahr");
        assertThat(units("GBP", Locale.UK).money(false).unit()).isEqualTo("£/month");
    }

    private static Units units(String currency, Locale locale) {
        TariffWords words = new TariffWords(locale);
        return new Units(Currency.getInstance(currency), Formats.of(locale), words.texts());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "de | 1. Januar | 01-01", "de | 1.1. | 01-01", "de | 17.03 | 03-17", "de | 3. Mär | 03-03", "de | 31. dez. | 12-31",
        "en-GB | 1 April | 04-01", "en-GB | 17/3 | 03-17", "en-US | 3/17 | 03-17", "en-US | April 1 | 04-01",
        "en-GB | Sep 30 | 09-30"})
    void aDayOfTheYearIsReadAsPeopleWriteIt(String language, String typed, String stored) {
        assertThat(new MonthDays(Locale.forLanguageTag(language)).read(typed)).hasValue(stored);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"de | 31. Februar", "de | 1.13.", "de | Januar", "en-GB | 1 Mai", "de | 0.1.", "de | x"})
    void whatIsNoDayIsNotRead(String language, String typed) {
        assertThat(new MonthDays(Locale.forLanguageTag(language)).read(typed)).isEmpty();
    }

    @Test
    void aDayOfTheYearIsWrittenByLanguage() {
        assertThat(new MonthDays(Locale.GERMANY).write("01-01")).isEqualTo("1. Januar");
        assertThat(new MonthDays(Locale.US).write("04-01")).isEqualTo("April 1");
        assertThat(new MonthDays(Locale.UK).write("04-01")).isEqualTo("1 April");
        assertThat(new MonthDays(Locale.UK).write("13-01")).isEmpty();
    }
}
