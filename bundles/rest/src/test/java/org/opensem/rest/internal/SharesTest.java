package org.opensem.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void theLargestRemaindersGetTheRest() {
        assertThat(Shares.split(10, new long[] {1, 1, 1})).containsExactly(4, 3, 3);
        assertThat(Shares.split(100, new long[] {335, 332, 333})).containsExactly(34, 33, 33);
        assertThat(Shares.split(5, new long[] {0, 0})).containsExactly(5, 0);
        assertThat(Shares.split(0, new long[] {7, 0, 2})).containsExactly(0, 0, 0);
        assertThat(Shares.split(0, new long[0])).isEmpty();
    }

    @Test
    void partsAlwaysAddUpAndAreNeverMoreThanOneOff() {
        Random random = new Random(1);
        for (int round = 0; round < 1000; round++) {
            long[] weights = random.longs(1 + random.nextInt(60), 0, 1L << (1 + random.nextInt(50))).toArray();
            long sum = Arrays.stream(weights).sum();
            if (sum == 0) {
                continue;
            }
            long units = Shares.units(sum, 3600);
            long[] parts = Shares.split(units, weights);
            assertThat(Arrays.stream(parts).sum()).isEqualTo(units);
            for (int i = 0; i < parts.length; i++) {
                assertThat(Math.abs(parts[i] - (double) weights[i] * units / sum)).isLessThanOrEqualTo(1.0);
            }
        }
    }
}
