package org.opensem.tariff.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Parts add up to the rounded sum, to the last place (T5). */
class RoundingTest {

    private static List<BigDecimal> numbers(String... texts) {
        return List.of(texts).stream().map(BigDecimal::new).toList();
    }

    @Test
    void theLargestRemaindersGetTheLastPlaces() {
        // 1.0000015 + 2.0000014 + 3.0000013 = 6.0000042; down: 1.000001 2.000001 3.000001 = 6.000003; one more for the first.
        assertThat(Rounding.column(numbers("1.0000015", "2.0000014", "3.0000013")))
                .isEqualTo(numbers("1.000002", "2.000001", "3.000001"));
        assertThat(Rounding.column(numbers("0.0000005", "0.0000004"))).isEqualTo(numbers("0.000001", "0.000000"));
        assertThat(Rounding.column(numbers("-0.0000007", "0.0000002"))).isEqualTo(numbers("-0.000001", "0.000000"));
        assertThat(Rounding.column(List.of())).isEmpty();
    }

    @Test
    void aGivenTotalIsDividedWhateverIsMissing() {
        assertThat(Rounding.parts(new BigDecimal("3.000002"), numbers("1", "2"))).isEqualTo(numbers("1.000001", "2.000001"));
        assertThat(Rounding.parts(new BigDecimal("2.999999"), numbers("1", "2.0000001")))
                .isEqualTo(numbers("0.999999", "2.000000"));
        assertThat(Rounding.shares(new BigDecimal("1.000000"), 1, 1, 1)).isEqualTo(numbers("0.333334", "0.333333", "0.333333"));
        assertThat(Rounding.shares(new BigDecimal("-1.000000"), 3, 0, 1))
                .isEqualTo(numbers("-0.750000", "0.000000", "-0.250000"));
    }

    @Test
    void partsAlwaysAddUpAndAreLessThanOnePlaceOff() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            List<BigDecimal> exact = IntStream.range(0, 1 + random.nextInt(40))
                    .mapToObj(i -> BigDecimal.valueOf(random.nextLong(-1_000_000_000L, 1_000_000_000L), 9)).toList();
            List<BigDecimal> parts = Rounding.column(exact);
            assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(Rounding.round(exact.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
            for (int i = 0; i < exact.size(); i++) {
                assertThat(parts.get(i).subtract(exact.get(i)).abs()).isLessThan(new BigDecimal("0.000001"));
            }
        }
    }
}
