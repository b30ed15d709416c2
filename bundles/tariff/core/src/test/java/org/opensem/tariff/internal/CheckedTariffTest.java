package org.opensem.tariff.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.opensem.tariff.DayTerms;
import org.opensem.tariff.Rate;
import org.opensem.tariff.RateKind;
import org.opensem.tariff.Tariff;

/** What a plug-in's tariff does wrong costs its prices and nothing else (X4). */
class CheckedTariffTest {

    private static CheckedTariff of(Supplier<List<Rate>> rates) {
        return new CheckedTariff(new Tariff() {
            @Override
            public List<Rate> rates(long from, long to) {
                return rates.get();
            }

            @Override
            public Optional<DayTerms> terms(LocalDate day) {
                throw new IllegalStateException("no terms");
            }

            @Override
            public Revision revision() {
                throw new IllegalStateException("no revision");
            }
        });
    }

    private static Rate rate(long from, long to) {
        return new Rate(from, to, RateKind.HIGH, BigDecimal.ONE, null);
    }

    @Test
    void goodRatesAreHandedOn() {
        List<Rate> rates = List.of(rate(0, 10), rate(20, 30));
        assertThat(of(() -> rates).rates(0, 30)).isEqualTo(rates);
    }

    @Test
    void ratesThatOverlapOrLeaveTheRangeAreNone() {
        assertThat(of(() -> List.of(rate(0, 10), rate(9, 30))).rates(0, 30)).isEmpty();
        assertThat(of(() -> List.of(rate(20, 30), rate(0, 10))).rates(0, 30)).isEmpty();
        assertThat(of(() -> List.of(rate(0, 31))).rates(0, 30)).isEmpty();
        assertThat(of(() -> List.of(rate(-1, 5))).rates(0, 30)).isEmpty();
    }

    @Test
    void whatIsThrownIsNoAnswer() {
        CheckedTariff tariff = of(() -> null);
        assertThat(tariff.rates(0, 10)).isEmpty();
        assertThat(tariff.terms(LocalDate.of(2026, 11, 22))).isEmpty();
        assertThat(tariff.revision().currency()).isNull();
    }

    @Test
    void aTariffWhoseBundleIsBeingSwappedIsNoAnswerEither() {
        CheckedTariff tariff = of(() -> {
            throw new NoClassDefFoundError("of a bundle that is being swapped");
        });
        assertThat(tariff.rates(0, 10)).isEmpty();
    }
}
