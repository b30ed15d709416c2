package org.opensem.store.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensem.metering.Sample;
import org.opensem.store.internal.House;

class BlockCodecTest {
    private static final int MOST = Sample.MOST_MILLIWATTS;
    private final PyramidCodec pyramids = new PyramidCodec();
    private final BlockWriter writer = new BlockWriter();

    @Test
    void noSecondsAtAll() throws Exception {
        assertRoundTrip(new HourImage(7));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 59, 60, 63, 64, 1799, 3540, 3599})
    void oneSecond(int second) throws Exception {
        HourImage image = new HourImage(490_000);
        image.put(second, 6, 1, 2, 3);
        assertRoundTrip(image);
        image.reset(490_000).put(second, -MOST, Sample.ABSENT, Sample.ABSENT, Sample.ABSENT);
        assertRoundTrip(image);
    }

    @Test
    void extremesSideBySide() throws Exception {
        HourImage image = new HourImage(490_001);
        for (int s = 0; s < 3600; s++) {
            int sign = s % 2 == 0 ? 1 : -1;
            image.put(s, sign * MOST, sign * MOST, sign * MOST, -sign * MOST);
        }
        assertRoundTrip(image);
        for (int s = 0; s < 3600; s += 7) {
            image.put(s, s % 14 == 0 ? MOST : -MOST, Sample.ABSENT, Sample.ABSENT, Sample.ABSENT);
        }
        assertRoundTrip(image);
    }

    @Test
    void constantLoadIsNearlyFree() throws Exception {
        HourImage image = new HourImage(490_002);
        for (int s = 0; s < 3600; s++) {
            image.put(s, 300, 100, 100, 100);
        }
        assertThat(assertRoundTrip(image)).isLessThan(600);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomShapes(long seed) throws Exception {
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            assertRoundTrip(randomHour(random));
        }
    }

    /** T4: missing seconds, phases that come and go, steps, spikes, noise of any width. */
    private static HourImage randomHour(Random random) {
        HourImage image = new HourImage(random.nextInt(600_000));
        double missing = new double[] {0, 0, 0.001, 0.1, 0.5, 0.99}[random.nextInt(6)];
        double unphased = new double[] {0, 0, 0.01, 0.5, 1}[random.nextInt(5)];
        boolean inBursts = random.nextBoolean();
        int noise = 1 << random.nextInt(29);
        IntUnaryOperator next = level -> Math.clamp((long) level + random.nextInt(noise) - noise / 2, -600_000_000, 600_000_000);
        int[] level = new int[3];
        boolean gap = false;
        boolean total = false;
        for (int s = 0; s < 3600; s++) {
            if (!inBursts || s % 50 == 0) {
                gap = random.nextDouble() < missing;
                total = random.nextDouble() < unphased;
            }
            if (random.nextInt(500) == 0) {
                level[random.nextInt(3)] = random.nextInt(600_000_000) * (random.nextInt(4) == 0 ? -1 : 1);
            }
            if (gap) {
                continue;
            }
            int spike = random.nextInt(700) == 0 ? 60_000_000 : 0;
            int a = next.applyAsInt(level[0]) + spike;
            int b = next.applyAsInt(level[1]);
            int c = next.applyAsInt(level[2]);
            if (total) {
                image.put(s, a + b + c, Sample.ABSENT, Sample.ABSENT, Sample.ABSENT);
            } else {
                image.put(s, a + b + c, a, b, c);
            }
        }
        return image;
    }

    @Test
    void aChangedByteIsNoticed() throws Exception {
        HourImage image = randomHour(new Random(99));
        Pyramid pyramid = new Pyramid().of(image);
        byte[] block = writer.encode(image, pyramid);
        byte[] small = pyramids.encode(pyramid, image.hour());
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            byte[] broken = block.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> new BlockReader().open(List.of(broken), image.hour(), pyramid))
                    .isInstanceOf(CorruptBlockException.class);
            byte[] brokenSmall = small.clone();
            brokenSmall[random.nextInt(small.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> pyramids.decode(brokenSmall, image.hour(), new Pyramid()))
                    .isInstanceOf(CorruptBlockException.class);
        }
        assertThatThrownBy(() -> new BlockReader().open(List.of(block), image.hour() + 1, pyramid))
                .hasMessageContaining("another hour");
    }

    @Test
    void aBlockInPartsIsTheSame() throws Exception {
        HourImage image = randomHour(new Random(12));
        Pyramid pyramid = new Pyramid().of(image);
        byte[] block = writer.encode(image, pyramid);
        BlockReader reader = new BlockReader();
        for (int cut : new int[] {1, 9, block.length / 2, block.length - 1}) {
            List<byte[]> parts = List.of(Arrays.copyOf(block, cut), Arrays.copyOfRange(block, cut, block.length));
            reader.open(parts, image.hour(), pyramid);
            assertEqual(reader.all(), image, 0, 3600);
        }
    }

    @Test
    void staysWithinTheNoiseFloorsBar() throws Exception {
        House house = new House(3);
        HourImage image = new HourImage(480_000);
        Pyramid pyramid = new Pyramid();
        long bytes = 0;
        int hours = 24;
        for (int h = 0; h < hours; h++) {
            image.reset(480_000 + h);
            for (int s = 0; s < 3600; s++) {
                Sample sample = house.at(s);
                image.put(s, sample.totalMilliwatts(), sample.l1Milliwatts(), sample.l2Milliwatts(), sample.l3Milliwatts());
            }
            bytes += writer.encode(image, pyramid.of(image)).length;
            bytes += pyramids.encode(pyramid, image.hour()).length;
        }
        assertThat(bytes / (hours * 3600.0) / house.floorBytesPerSecond()).isLessThan(1.3);
    }

    private int assertRoundTrip(HourImage image) throws CorruptBlockException {
        Pyramid pyramid = new Pyramid().of(image);
        byte[] small = pyramids.encode(pyramid, image.hour());
        byte[] block = writer.encode(image, pyramid);
        Pyramid back = new Pyramid();
        pyramids.decode(small, image.hour(), back);
        for (int m = 0; m < 60; m++) {
            assertSame(back.minute(m), pyramid.minute(m));
        }
        assertSame(back.hour(), pyramid.hour());
        BlockReader reader = new BlockReader();
        reader.open(List.of(block), image.hour(), back);
        assertEqual(reader.all(), image, 0, 3600);
        for (int step : new int[] {2, 7, 59}) {
            reader.open(List.of(block), image.hour(), back);
            for (int m = step - 1; m < 60; m += step) {
                reader.minute(m);
                assertEqual(reader.image(), image, m * 60, m * 60 + 60);
            }
        }
        return small.length + block.length;
    }

    private static void assertSame(Figures actual, Figures expected) {
        assertThat(actual.seconds()).isEqualTo(expected.seconds());
        for (int s = 0; s < Figures.SERIES; s++) {
            assertThat(actual.seconds(s)).isEqualTo(expected.seconds(s));
            assertThat(actual.sum(s)).isEqualTo(expected.sum(s));
            assertThat(actual.min(s)).isEqualTo(expected.min(s));
            assertThat(actual.max(s)).isEqualTo(expected.max(s));
        }
    }

    private static void assertEqual(HourImage actual, HourImage expected, int from, int to) {
        assertThat(actual.count()).isEqualTo(expected.count());
        assertThat(actual.phasedCount()).isEqualTo(expected.phasedCount());
        for (int s = from; s < to; s++) {
            boolean same = actual.has(s) == expected.has(s)
                    && (!expected.has(s) || actual.total(s) == expected.total(s) && actual.l1(s) == expected.l1(s)
                            && actual.l2(s) == expected.l2(s) && actual.l3(s) == expected.l3(s));
            assertThat(same).as("second %d", s).isTrue();
        }
    }
}
