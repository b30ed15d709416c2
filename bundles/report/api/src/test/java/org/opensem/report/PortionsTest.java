package org.opensem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** T5: parts add up exactly. */
class PortionsTest {

    @Test
    void theRestGoesToTheLargestRemainders() {
        assertThat(Portions.split(10, 1, 1, 1)).containsExactly(4, 3, 3);
        assertThat(Portions.split(100, 1, 2, 5)).containsExactly(13, 25, 62);
        assertThat(Portions.split(-10, 1, 1, 1)).containsExactly(-4, -3, -3);
        assertThat(Portions.split(7, 0, 0)).containsExactly(0, 7);
    }

    @Test
    void noPartIsFurtherOffThanOneUnit() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            long[] weights = LongStream.generate(() -> random.nextLong(5_000_000_000_000L)).limit(1 + random.nextInt(31))
                    .toArray();
            long sum = LongStream.of(weights).sum();
            long whole = Portions.units(sum, 3600);

            long[] parts = Portions.split(whole, weights);

            assertThat(LongStream.of(parts).sum()).isEqualTo(whole);
            for (int i = 0; i < parts.length; i++) {
                assertThat(parts[i]).isBetween((long) Math.floor(weights[i] / 3600.0) - 1,
                        (long) Math.ceil(weights[i] / 3600.0) + 1);
            }
        }
    }
}
