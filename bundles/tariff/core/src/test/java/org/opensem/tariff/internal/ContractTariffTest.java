package org.opensem.tariff.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.tariff.internal.Documents.ALL_DAYS;
import static org.opensem.tariff.internal.Documents.nightRate;
import static org.opensem.tariff.internal.Documents.of;
import static org.opensem.tariff.internal.Documents.oneRate;
import static org.opensem.tariff.internal.Documents.tier;
import static org.opensem.tariff.internal.Documents.version;
import static org.opensem.tariff.internal.Documents.window;
import static org.opensem.tariff.internal.Documents.with;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensem.tariff.DayTerms;
import org.opensem.tariff.Rate;
import org.opensem.tariff.RateKind;

/** Which price holds when: tiers, windows of the low rate by the wall clock, versions (E3, T2). */
class ContractTariffTest {

    private static FixedTariff windows(List<?>... windows) {
        List<Object> all = new ArrayList<>();
        for (List<?> window : windows) {
            all.addAll(window);
        }
        return FixedTariff.of(of(version("2026-01-01", null, 2, List.of(tier(0, 0, "0.36", "0.24")), all)));
    }

    /** The low rate's stretches on a day, by the wall clock with offset. */
    private static List<String> low(FixedTariff tariff, String day) {
        return low(tariff, day, House.BERLIN);
    }

    private static List<String> low(FixedTariff tariff, String day, ZoneId zone) {
        LocalDate date = LocalDate.parse(day);
        return tariff.rates(date.atStartOfDay(zone).toEpochSecond(), date.plusDays(1).atStartOfDay(zone).toEpochSecond()).stream()
                .filter(rate -> rate.kind() == RateKind.LOW)
                .map(rate -> text(rate.from(), zone) + " " + text(rate.to(), zone)).toList();
    }

    private static String text(long second, ZoneId zone) {
        return Instant.ofEpochSecond(second).atZone(zone).toOffsetDateTime().toString().substring(11);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.40", "999, 0.40", "1000, 0.35", "2499.9, 0.35", "2500, 0.30", "3999, 0.30", "4000, 0.25", "90000, 0.25"})
    void theTierIsTheLastWhoseThresholdLastYearReaches(String lastYear, String price) {
        FixedTariff tariff = FixedTariff.of(with(of(version("2026-01-01", null, 1, List.of(tier(0, 12, "0.40", null),
                tier(1000, 11, "0.35", null), tier(2500, 10, "0.30", null), tier(4000, 9, "0.25", null)), null)),
                "lastYearKwh", new BigDecimal(lastYear)));
        assertThat(tariff.rates(House.second("2026-06-01T00:00"), House.second("2026-08-01T00:00")))
                .containsExactly(new Rate(House.second("2026-06-01T00:00"), House.second("2026-08-01T00:00"), RateKind.HIGH,
                        new BigDecimal(price), new BigDecimal(380)));
    }

    @Test
    void aWindowAcrossMidnightBelongsToTheDayOnWhichItStarts() {
        // 2026-11-20 is a Friday. Friday night until six, and nothing else.
        FixedTariff tariff = windows(List.of(window(List.of("FR"), "22:00", "06:00")));
        assertThat(low(tariff, "2026-11-20")).containsExactly("22:00+01:00 00:00+01:00");
        assertThat(low(tariff, "2026-11-21")).containsExactly("00:00+01:00 06:00+01:00");
        assertThat(low(tariff, "2026-11-22")).isEmpty();
        assertThat(low(tariff, "2026-11-19")).isEmpty();
    }

    @Test
    void overlappingAndTouchingWindowsAreOne() {
        FixedTariff tariff = windows(List.of(window(ALL_DAYS, "22:00", "06:00"), window(ALL_DAYS, "05:00", "07:30"),
                window(ALL_DAYS, "13:00", "15:00"), window(ALL_DAYS, "15:00", "15:10"), window(List.of("SU"), "00:00", "24:00")));
        assertThat(low(tariff, "2026-11-20")).containsExactly(
                "00:00+01:00 07:30+01:00", "13:00+01:00 15:10+01:00", "22:00+01:00 00:00+01:00");
        assertThat(low(tariff, "2026-11-22")).containsExactly("00:00+01:00 00:00+01:00");
    }

    @Test
    void theHourLeftOutInSpringHasNoLowRateAndTheOneInAutumnHasItTwice_T2() {
        FixedTariff early = windows(List.of(window(ALL_DAYS, "02:00", "03:00")));
        assertThat(low(early, "2026-03-28")).containsExactly("02:00+01:00 03:00+01:00");
        assertThat(low(early, "2026-03-29")).isEmpty();
        assertThat(low(early, "2026-10-25")).containsExactly("02:00+02:00 03:00+01:00");

        FixedTariff half = windows(List.of(window(ALL_DAYS, "02:30", "05:00")));
        assertThat(low(half, "2026-03-29")).containsExactly("03:00+02:00 05:00+02:00");
        // 02:30 to 03:00 summer time; then the clock shows 02:00 again.
        assertThat(low(half, "2026-10-25")).containsExactly("02:30+02:00 02:00+01:00", "02:30+01:00 05:00+01:00");
    }

    @Test
    void aNightOfAClockChangeHasSevenOrNineHours_T2() {
        FixedTariff tariff = windows(List.of(window(ALL_DAYS, "22:00", "06:00")));
        assertThat(tariff.rates(House.second("2026-03-28T12:00"), House.second("2026-03-29T12:00"))).extracting(
                rate -> (rate.to() - rate.from()) / 3600).containsExactly(10L, 7L, 6L);
        assertThat(tariff.rates(House.second("2026-10-24T12:00"), House.second("2026-10-25T12:00"))).extracting(
                rate -> (rate.to() - rate.from()) / 3600).containsExactly(10L, 9L, 6L);
    }

    @Test
    void aChangeAtMidnightLosesNothing_T2() {
        // In Havana the clock goes from 00:00 to 01:00 on 8 March and from 01:00 to 00:00 on 1 November 2026.
        ZoneId havana = ZoneId.of("America/Havana");
        FixedTariff tariff = FixedTariff.of(of(version("2026-01-01", null, 2, List.of(tier(0, 0, 1, 2)),
                List.of(window(ALL_DAYS, "23:00", "02:00")))), havana);
        assertThat(low(tariff, "2026-03-08", havana)).containsExactly("01:00-04:00 02:00-04:00", "23:00-04:00 00:00-04:00");
        assertThat(low(tariff, "2026-11-01", havana)).containsExactly("00:00-04:00 02:00-05:00", "23:00-05:00 00:00-05:00");
    }

    @Test
    void versionsSwitchAtLocalMidnightAndNothingIsKnownBeforeTheFirst() {
        FixedTariff tariff = FixedTariff.of(of(oneRate("2026-03-01", "90", "0.30"),
                nightRate("2026-07-01", "95", "0.36", "0.24")));
        List<Rate> rates = tariff.rates(House.second("2026-02-01T00:00"), House.second("2026-07-01T12:00"));
        // Of the low rate's night before the new version only its own part has its price.
        assertThat(rates).extracting(rate -> text(rate.from(), House.BERLIN) + " " + rate.pricePerKwh())
                .containsExactly("00:00+01:00 0.30", "00:00+02:00 0.24", "06:00+02:00 0.36");
        assertThat(rates.get(0).from()).isEqualTo(House.second("2026-03-01T00:00"));
        assertThat(rates.get(1).from()).isEqualTo(House.second("2026-07-01T00:00"));
        assertThat(tariff.terms(LocalDate.parse("2026-02-28"))).isEmpty();
        assertThat(tariff.terms(LocalDate.parse("2026-03-01"))).isPresent();
        assertThat(FixedTariff.of(Map.of()).rates(0, 4_000_000_000L)).isEmpty();
    }

    @Test
    void theBasePriceIsDividedByTheDaysOfItsMonthOrYear() {
        FixedTariff month = FixedTariff.of(of(oneRate("2024-01-01", null, "0.30")));
        // 10.80 / 30, / 28, / 29
        assertThat(basePrice(month, "2026-11-05")).isEqualByComparingTo("0.36");
        assertThat(basePrice(month, "2025-02-05").multiply(new BigDecimal(28))).isCloseTo(new BigDecimal("10.80"), precise());
        assertThat(basePrice(month, "2024-02-29").multiply(new BigDecimal(29))).isCloseTo(new BigDecimal("10.80"), precise());
        FixedTariff year = FixedTariff.of(of(with(oneRate("2024-01-01", null, "0.30"), "basePricePer", "year")));
        assertThat(basePrice(year, "2025-02-05").multiply(new BigDecimal(365))).isCloseTo(new BigDecimal("10.80"), precise());
        assertThat(basePrice(year, "2024-02-05").multiply(new BigDecimal(366))).isCloseTo(new BigDecimal("10.80"), precise());
    }

    private static Offset<BigDecimal> precise() {
        return Offset.offset(new BigDecimal("1e-28"));
    }

    private static BigDecimal basePrice(FixedTariff tariff, String day) {
        return tariff.terms(LocalDate.parse(day)).orElseThrow().basePrice();
    }

    @Test
    void theInstalmentIsThatOfTheMonthsFirstDay() {
        FixedTariff tariff = FixedTariff.of(with(of(oneRate("2026-03-11", "90", "0.30"), oneRate("2026-05-20", "95", "0.30")),
                "billingYearStart", "04-15"));
        assertThat(tariff.terms(LocalDate.parse("2026-03-11")).orElseThrow())
                .isEqualTo(new DayTerms(basePrice(tariff, "2026-03-11"), new BigDecimal("90"), MonthDay.of(4, 15)));
        assertThat(instalment(tariff, "2026-05-19")).isEqualByComparingTo("90");
        assertThat(instalment(tariff, "2026-05-20")).isEqualByComparingTo("90");
        assertThat(instalment(tariff, "2026-06-01")).isEqualByComparingTo("95");
    }

    private static BigDecimal instalment(FixedTariff tariff, String day) {
        return tariff.terms(LocalDate.parse(day)).orElseThrow().instalment();
    }
}
