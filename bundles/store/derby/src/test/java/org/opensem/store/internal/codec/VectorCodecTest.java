package org.opensem.store.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorCodecTest {
    private final VectorWriter writer = new VectorWriter();

    @Test
    void everyWidthAndLengthComesBack() {
        Random random = new Random(1);
        for (int width = 0; width <= 32; width++) {
            for (int n = 1; n <= 64; n++) {
                int[] figures = new int[n];
                for (int i = 0; i < n; i++) {
                    figures[i] = -7_000 + (width == 0 ? 0 : random.nextInt() >>> 32 - width);
                }
                roundTrip(figures, -7_000);
            }
        }
    }

    @Test
    void anyIntFollowsAnyOther() {
        int[] odd = {Integer.MIN_VALUE, Integer.MAX_VALUE, 0, -1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE};
        for (int level : odd) {
            roundTrip(odd, level);
        }
    }

    @Test
    void aSpikeCostsItselfAndNotTheWidthOfAll() {
        int[] figures = noise(100_000, 60);
        int without = roundTrip(figures, 100_000);
        figures[17] = 90_000_000;
        figures[41] = -90_000_000;
        assertThat(roundTrip(figures, 100_000)).isLessThanOrEqualTo(without + 12);
    }

    @Test
    void aStepCostsLittle() {
        int[] figures = noise(100_000, 60);
        int without = roundTrip(figures, 100_000);
        for (int i = 20; i < 60; i++) {
            figures[i] += 2_000_000;
        }
        assertThat(roundTrip(figures, 100_000)).isLessThanOrEqualTo(without + 25);
    }

    @Test
    void theBestLevelLeavesTheOddOneOut() {
        int[] sorted = {-5_000_000, 1_000, 1_010, 1_020, 1_030, 1_040, 1_050, 1_060, 8_000_000};
        assertThat(VectorWriter.bestLevel(sorted, sorted.length)).isEqualTo(1_000);
        assertThat(VectorWriter.bestLevel(new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE}, 2)).isNotZero();
    }

    private static int[] noise(int level, int n) {
        return new Random(4).ints(n, level, level + 1_000).toArray();
    }

    /** Reads what was written, and passes over it; answers how many bytes it took. */
    private int roundTrip(int[] figures, int level) {
        BitWriter out = new BitWriter(new byte[3], 3, 10);
        writer.write(out, figures, figures.length, level);
        writer.write(out, new int[] {77}, 1, 70);
        byte[] bytes = out.finish(VectorReader.PADDING);
        VectorReader reader = new VectorReader();
        int[] back = new int[figures.length + 2];
        reader.open(bytes, 3);
        reader.read(figures.length, level, back, 1);
        reader.read(1, 70, back, figures.length + 1);
        assertThat(Arrays.copyOfRange(back, 1, figures.length + 1)).isEqualTo(figures);
        assertThat(back[figures.length + 1]).as("what follows").isEqualTo(77);
        reader.open(bytes, 3);
        reader.skip(figures.length);
        reader.read(1, 70, back, 0);
        assertThat(back[0]).as("what follows when passed over").isEqualTo(77);
        return bytes.length;
    }
}
