package org.opensem.testkit.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opensem.tariff.DayTerms;
import org.opensem.tariff.Rate;
import org.opensem.tariff.Tariff;

/** What every {@link Tariff} keeps (E3): extend it beside yours. */
public abstract class TariffContract {
    private static final int ROUNDS = 200;
    private static final int DAYS = 31;

    private final Random random = new Random(11);

    /** The tariff, set up so that it knows everything from {@link #firstDay} on, for at least a month. */
    protected abstract Tariff tariff();

    /** The zone of its days. */
    protected abstract ZoneId zone();

    /** A day on which everything is known, best one shortly before a change of the clock. */
    protected abstract LocalDate firstDay();

    private long start(LocalDate day) {
        return day.atStartOfDay(zone()).toEpochSecond();
    }

    private long from() {
        return start(firstDay());
    }

    private long to() {
        return start(firstDay().plusDays(DAYS));
    }

    private long anySecond() {
        return random.nextLong(from() - 40L * 86_400, to() + 1);
    }

    @Test
    void ratesAscendWithoutOverlapWithinTheRange() {
        for (int round = 0; round < ROUNDS; round++) {
            long from = anySecond();
            long to = from + random.nextLong(1, 10 * 86_400);
            long before = from;
            for (Rate rate : tariff().rates(from, to)) {
                assertThat(rate.from()).isBetween(before, to - 1);
                assertThat(rate.to()).isBetween(rate.from() + 1, to);
                before = rate.to();
            }
        }
    }

    @Test
    void everySecondOfAKnownDayHasAPrice() {
        long at = from();
        for (Rate rate : tariff().rates(from(), to())) {
            assertThat(rate.from()).isEqualTo(at);
            at = rate.to();
        }
        assertThat(at).isEqualTo(to());
    }

    @Test
    void aRangeHasThePricesOfItsParts() {
        for (int round = 0; round < ROUNDS; round++) {
            long from = anySecond();
            long to = from + random.nextLong(2, 10 * 86_400);
            long cut = random.nextLong(from + 1, to);
            List<Rate> parts = new ArrayList<>(tariff().rates(from, cut));
            parts.addAll(tariff().rates(cut, to));
            assertThat(joined(parts)).isEqualTo(joined(tariff().rates(from, to)));
        }
    }

    /** Neighbours of one price as one, so that only the prices count and not how they are cut. */
    private static List<Rate> joined(List<Rate> rates) {
        List<Rate> joined = new ArrayList<>();
        for (Rate rate : rates) {
            Rate last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.to() == rate.from()
                    && rate.equals(new Rate(rate.from(), rate.to(), last.kind(), last.pricePerKwh(), last.co2GramsPerKwh()))) {
                joined.set(joined.size() - 1,
                        new Rate(last.from(), rate.to(), last.kind(), last.pricePerKwh(), last.co2GramsPerKwh()));
            } else {
                joined.add(rate);
            }
        }
        return joined;
    }

    @Test
    void aSecondHasOnePriceAtMost() {
        for (int round = 0; round < ROUNDS; round++) {
            long second = anySecond();
            assertThat(tariff().rates(second, second + 1)).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void askedAgainItAnswersTheSame() {
        Tariff.Revision revision = tariff().revision();
        for (int round = 0; round < ROUNDS; round++) {
            long from = anySecond();
            assertThat(tariff().rates(from, from + 86_400)).isEqualTo(tariff().rates(from, from + 86_400));
        }
        assertThat(tariff().terms(firstDay())).isEqualTo(tariff().terms(firstDay()));
        assertThat(tariff().revision()).isEqualTo(revision);
    }

    @Test
    void aKnownDayHasTermsThatAreNotNegative() {
        for (LocalDate day = firstDay(); day.isBefore(firstDay().plusDays(DAYS)); day = day.plusDays(1)) {
            Optional<DayTerms> terms = tariff().terms(day);
            assertThat(terms).as("terms of %s", day).isPresent();
            assertThat(terms.get().basePrice()).isGreaterThanOrEqualTo(BigDecimal.ZERO);
            if (terms.get().instalment() != null) {
                assertThat(terms.get().instalment()).isGreaterThanOrEqualTo(BigDecimal.ZERO);
            }
        }
    }

    @Test
    void theInstalmentIsTheSameOnAllDaysOfAMonth() {
        LocalDate end = firstDay().plusDays(DAYS);
        for (LocalDate day = firstDay().plusDays(1); day.isBefore(end); day = day.plusDays(1)) {
            if (day.getDayOfMonth() > 1) {
                assertThat(tariff().terms(day).map(DayTerms::instalment))
                        .isEqualTo(tariff().terms(day.minusDays(1)).map(DayTerms::instalment));
            }
        }
    }

    @Test
    void itHasACurrency() {
        assertThat(tariff().revision().currency()).isNotNull();
    }
}
