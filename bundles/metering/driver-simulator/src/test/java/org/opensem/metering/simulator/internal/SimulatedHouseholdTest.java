package org.opensem.metering.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.opensem.metering.Sample;

class SimulatedHouseholdTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final long MONDAY = Instant.parse("2026-11-15T23:00:00Z").getEpochSecond();
    private static final int DAY = 86_400;

    @Test
    void theSameSeedGivesTheSameSamplesWhateverWasAskedBefore() {
        SimulatedHousehold straight = new SimulatedHousehold(1, BERLIN);
        SimulatedHousehold jumping = new SimulatedHousehold(1, BERLIN);
        List<Sample> expected = LongStream.range(MONDAY - 600, MONDAY + 600).mapToObj(straight::sample).toList();

        jumping.sample(MONDAY + 40L * DAY);
        List<Sample> backwards = new ArrayList<>(
                LongStream.range(0, 1200).mapToObj(i -> jumping.sample(MONDAY + 599 - i)).toList());
        assertThat(backwards.reversed()).isEqualTo(expected);
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            long second = MONDAY + random.nextInt(20 * DAY);
            assertThat(jumping.sample(second)).isEqualTo(straight.sample(second));
        }
    }

    @Test
    void anotherSeedIsAnotherHousehold() {
        SimulatedHousehold one = new SimulatedHousehold(1, BERLIN);
        SimulatedHousehold two = new SimulatedHousehold(2, BERLIN);
        assertThat(LongStream.range(MONDAY, MONDAY + 1000).filter(s -> one.sample(s).equals(two.sample(s)))).isEmpty();
    }

    @Test
    void aWeekIsBelievable() {
        SimulatedHousehold house = new SimulatedHousehold(1, BERLIN);
        double kiloWattHours = 0;
        long night = Long.MAX_VALUE;
        long peak = 0;
        int kettles = 0;
        boolean wasHigh = false;
        for (long second = MONDAY; second < MONDAY + 7 * DAY; second++) {
            Sample sample = house.sample(second);
            assertThat(sample.hasPhases()).isTrue();
            kiloWattHours += sample.totalMilliwatts() / 3.6e9;
            night = Math.min(night, sample.totalMilliwatts());
            peak = Math.max(peak, sample.totalMilliwatts());
            boolean high = sample.l1Milliwatts() > 1_900_000;
            kettles += high && !wasHigh ? 1 : 0;
            wasHigh = high;
        }
        assertThat(kiloWattHours / 7).isBetween(10.0, 50.0);
        assertThat(night).isBetween(60_000L, 300_000L);
        assertThat(peak).isBetween(3_000_000L, 12_000_000L);
        assertThat(kettles).isBetween(10, 60);
    }

    @Test
    void winterTakesMoreThanSummer() {
        SimulatedHousehold house = new SimulatedHousehold(1, BERLIN);
        assertThat(meanWatts(house, "2027-01-10T00:00:00Z")).isGreaterThan(2 * meanWatts(house, "2026-07-10T00:00:00Z"));
    }

    @Test
    void theNoiseIsAQuarterWattAndAThousandthOfTheLoad() {
        SimulatedHousehold house = new SimulatedHousehold(1, BERLIN);
        // Two neighbouring seconds differ by noise alone, but for the few in which something is switched: hence the median.
        long start = Instant.parse("2026-07-14T01:00:00Z").getEpochSecond();
        double[] steps = LongStream.range(start, start + 3600)
                .mapToDouble(s -> Math.abs(house.sample(s + 1).l1Milliwatts() - house.sample(s).l1Milliwatts()))
                .sorted().toArray();
        double load = house.sample(start).l1Milliwatts() / 1000.0;
        double sigma = steps[steps.length / 2] / 1000 / 0.6745 / Math.sqrt(2);
        assertThat(sigma).isCloseTo(0.25 + 0.001 * load, within(0.03));
    }

    @Test
    void bothHoursOfTheClockChangeAreSimulated() { // T2
        SimulatedHousehold house = new SimulatedHousehold(1, BERLIN);
        for (String change : List.of("2026-10-25T00:00:00Z", "2027-03-28T00:00:00Z")) {
            long second = Instant.parse(change).getEpochSecond();
            for (long s = second - 7200; s < second + 10_800; s += 600) {
                assertThat(house.sample(s)).isEqualTo(new SimulatedHousehold(1, BERLIN).sample(s));
            }
        }
    }

    private static double meanWatts(SimulatedHousehold house, String from) {
        long start = Instant.parse(from).getEpochSecond();
        return LongStream.range(start, start + 3 * DAY).mapToObj(house::sample).mapToInt(Sample::totalMilliwatts).average()
                .orElseThrow() / 1000;
    }
}
