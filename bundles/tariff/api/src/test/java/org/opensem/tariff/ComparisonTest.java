package org.opensem.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;

/** What a period has more than another, absolute and in per cent (V2). */
class ComparisonTest {
    private static final Period DAY = Period.of(PeriodKind.DAY,
            LocalDate.of(2026, 11, 22).atStartOfDay(ZoneId.of("Europe/Berlin")));

    private static EnergyReport report(Figures figures) {
        return new EnergyReport(DAY, List.of(), figures);
    }

    private static Figures figures(double kilowattHours, int min, int max) {
        return new Figures(86_400, new Energy(Math.round(kilowattHours * 3.6e9), 0, 0, 0, 0, 0, 0), new Extreme(min, 1),
                new Extreme(max, 2));
    }

    private static CostReport cost(String total, String co2) {
        BigDecimal zero = new BigDecimal("0.000000");
        Cost.Lines lines = new Cost.Lines(new BigDecimal(total), zero, zero);
        Cost cost = new Cost(lines, null, zero, co2 == null ? null : new BigDecimal(co2));
        return new CostReport(Currency.getInstance("EUR"), List.of(), cost, false);
    }

    private static Comparison.Difference difference(String absolute, String percent) {
        return new Comparison.Difference(new BigDecimal(absolute), new BigDecimal(percent));
    }

    @Test
    void theExampleOfTheRestDescription() {
        // 10.8 and 9.6 kWh; 3.816 and 3.384.
        Comparison comparison = Comparison.of(report(figures(10.8, 80_000, 3_100_000)), cost("3.816000", "4.104000"),
                report(figures(9.6, 100_000, 2_900_000)), cost("3.384000", "3.648000"));

        assertThat(comparison.kilowattHours()).isEqualTo(difference("1.200000", "12.50"));
        assertThat(comparison.cost()).isEqualTo(difference("0.432000", "12.77"));
        assertThat(comparison.co2Kg()).isEqualTo(difference("0.456000", "12.50"));
        // 450 and 400 W.
        assertThat(comparison.meanWatts()).isEqualTo(difference("50.000000", "12.50"));
        assertThat(comparison.minWatts()).isEqualTo(difference("-20.000", "-20.00"));
        assertThat(comparison.maxWatts()).isEqualTo(difference("200.000", "6.90"));
    }

    @Test
    void whatIsNotKnownHasNoDifference_T4() {
        Comparison comparison = Comparison.of(report(figures(10.8, 1, 2)), null, report(Figures.NONE), cost("1.000000", null));
        Comparison.Difference unknown = new Comparison.Difference(null, null);
        assertThat(comparison).isEqualTo(new Comparison(unknown, unknown, unknown, unknown, unknown, unknown));
    }

    @ParameterizedTest
    @CsvSource({"5, 0, 5, ", "0, 0, 0, ", "-50, -100, 50, 50.00", "50, -100, 150, 150.00", "-150, -100, -50, -50.00",
            "1, 3, -2, -66.67"})
    void percentIsOfTheComparisonsSize(BigDecimal period, BigDecimal comparison, BigDecimal absolute, BigDecimal percent) {
        assertThat(Comparison.Difference.of(period, comparison)).isEqualTo(new Comparison.Difference(absolute, percent));
    }
}
