package org.opensem.aggregation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.BaseLoad;
import org.opensem.aggregation.Energy;
import org.opensem.metering.Sample;
import org.opensem.store.WriteMode;

/** D1. */
class BaseLoadTest {
    private final House house = new House().zone("UTC");

    private BaseLevels levels(String date) {
        return house.snapshot().levels(LocalDate.parse(date).toEpochDay());
    }

    private Energy energy(String from, String to) {
        return house.snapshot().index().sum(House.at(from), House.at(to)).energy();
    }

    @Test
    void theQuantileIsANearestRank() {
        assertThat(Minutes.quantile(new int[0])).isZero();
        assertThat(Minutes.quantile(new int[] {7})).isEqualTo(7);
        assertThat(Minutes.quantile(IntStream.rangeClosed(1, 100).toArray())).isEqualTo(1);
        assertThat(Minutes.quantile(IntStream.rangeClosed(1, 101).toArray())).isEqualTo(2);
        assertThat(Minutes.quantile(IntStream.rangeClosed(1, 1_440).toArray())).isEqualTo(15);
        assertThat(Minutes.quantile(IntStream.rangeClosed(-1_440, -1).toArray())).isZero();
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwoRoundedDown() {
        assertThat(Minutes.median(new int[] {5, 1, 9}, 3)).isEqualTo(5);
        assertThat(Minutes.median(new int[] {4, 1, 7, 9, 0}, 4)).isEqualTo(5);
        assertThat(Minutes.median(new int[] {-4, -1}, 2)).isEqualTo(-3);
        assertThat(Minutes.median(new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE}, 2)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aDayWorkedOutByHand() {
        // L1: 14 minutes at 10 W, then 30 W, in the evening 2 kW. The 15th smallest of 1,440 medians is 30 W.
        // L2: always 50 W, in the evening feeding in 20 W; never fewer than 15 minutes of that: quantile below 0, so 0.
        // L3: 5 W in 15 minutes, else 100 W: the 15th smallest is 5 W.
        house.write("2026-11-20T00:00:00Z", "2026-11-20T00:14:00Z", House.phases(10_000, 50_000, 5_000));
        house.write("2026-11-20T00:14:00Z", "2026-11-20T00:15:00Z", House.phases(30_000, 50_000, 5_000));
        house.write("2026-11-20T00:15:00Z", "2026-11-20T18:00:00Z", House.phases(30_000, 50_000, 100_000));
        house.write("2026-11-20T18:00:00Z", "2026-11-21T00:00:00Z", House.phases(2_000_000, -20_000, 100_000)).settle();
        assertThat(levels("2026-11-20")).isEqualTo(new BaseLevels(30_000, 0, 5_000, 85_000));

        // 00:00 to 00:15: 14 minutes of 10 + 0 + 5 W, one of 30 + 0 + 5 W.
        assertThat(energy("2026-11-20T00:00:00Z", "2026-11-20T00:15:00Z").base()).isEqualTo(14 * 60 * 15_000 + 60 * 35_000);
        Energy evening = energy("2026-11-20T18:00:00Z", "2026-11-20T18:15:00Z");
        assertThat(evening.base()).isEqualTo(900 * 35_000);
        assertThat(evening.imported()).isEqualTo(900L * 2_080_000);
        assertThat(evening.switched()).isEqualTo(900L * 2_045_000);
        BaseLoad load = house.snapshot().baseLoad(LocalDate.parse("2026-11-20"), false).orElseThrow();
        assertThat(load).isEqualTo(new BaseLoad(LocalDate.parse("2026-11-20"), 35_000, 30_000, 0, 5_000, false));
    }

    @Test
    void theHousesBaseIsNeverMoreThanItsImport() {
        // L3 feeds in, so that the house draws 10 W and in the last hour exports; L1 and L2 alone would be 300 W.
        house.write("2026-11-20T00:00:00Z", "2026-11-20T23:00:00Z", House.phases(100_000, 200_000, -290_000));
        house.write("2026-11-20T23:00:00Z", "2026-11-21T00:00:00Z", House.phases(100_000, 200_000, -400_000)).settle();
        assertThat(levels("2026-11-20")).isEqualTo(new BaseLevels(100_000, 200_000, 0, 10_000));
        assertThat(energy("2026-11-20T12:00:00Z", "2026-11-20T12:15:00Z").base()).isEqualTo(900 * 10_000);
        assertThat(energy("2026-11-20T23:00:00Z", "2026-11-20T23:15:00Z").base()).isZero();
        assertThat(energy("2026-11-20T23:00:00Z", "2026-11-20T23:15:00Z").exported()).isEqualTo(900L * 100_000);
    }

    @Test
    void aMeterThatTellsTheTotalOnlyHasABaseLoadToo() { // T7
        house.write("2026-11-20T00:00:00Z", "2026-11-20T12:00:00Z", House.total(80_000));
        house.write("2026-11-20T12:00:00Z", "2026-11-21T00:00:00Z", House.total(500_000)).settle();
        assertThat(levels("2026-11-20")).isEqualTo(new BaseLevels(0, 0, 0, 80_000));
        assertThat(energy("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z").base()).isEqualTo(86_400L * 80_000);
        Optional<BaseLoad> load = house.snapshot().baseLoad(LocalDate.parse("2026-11-20"), false);
        assertThat(load).map(BaseLoad::totalMilliwatts).contains(80_000);
    }

    @Test
    void fewerThanTwelveValidHoursTakeTheLastValidDaysValue() {
        house.write("2026-11-17T00:00:00Z", "2026-11-17T12:00:00Z", House.phases(1_000, 2_000, 3_000));
        house.write("2026-11-18T00:00:00Z", "2026-11-18T11:59:00Z", House.phases(400, 400, 400));
        house.write("2026-11-20T00:00:00Z", "2026-11-20T00:20:00Z", House.phases(9_000, 9_000, 9_000)).settle();
        assertThat(levels("2026-11-17")).isEqualTo(new BaseLevels(1_000, 2_000, 3_000, 6_000));
        assertThat(levels("2026-11-18")).isEqualTo(levels("2026-11-17"));
        assertThat(levels("2026-11-19")).isEqualTo(levels("2026-11-17"));
        assertThat(levels("2026-11-20")).isEqualTo(levels("2026-11-17"));
        assertThat(house.snapshot().baseLoad(LocalDate.parse("2026-11-16"), false)).isEmpty();
        assertThat(house.snapshot().baseLoad(LocalDate.parse("2026-11-19"), false)).map(BaseLoad::l3Milliwatts).contains(3_000);

        // A minute more and the 18th is a valid day itself; what leans on it follows, with its intervals.
        assertThat(energy("2026-11-20T00:00:00Z", "2026-11-20T00:15:00Z").base()).isEqualTo(900 * 6_000);
        house.write("2026-11-18T11:59:00Z", "2026-11-18T12:00:00Z", House.phases(400, 400, 400)).settle();
        assertThat(levels("2026-11-18")).isEqualTo(new BaseLevels(400, 400, 400, 1_200));
        assertThat(levels("2026-11-20")).isEqualTo(levels("2026-11-18"));
        assertThat(energy("2026-11-20T00:00:00Z", "2026-11-20T00:15:00Z").base()).isEqualTo(900 * 1_200);
        assertThat(energy("2026-11-17T00:00:00Z", "2026-11-17T00:15:00Z").base()).isEqualTo(900 * 6_000);
    }

    @Test
    void minutesOfFeedInAndThinMinutesDoNotCount() {
        List<Sample> samples = new ArrayList<>();
        samples.addAll(House.seconds("2026-11-20T00:00:00Z", "2026-11-20T13:00:00Z", House.phases(100, 100, 100)));
        // Two hours of feed-in while L1 draws 1 mW, and two hours with 29 seconds a minute: neither may pull the quantile down.
        samples.addAll(House.seconds("2026-11-20T13:00:00Z", "2026-11-20T15:00:00Z", House.phases(1, -500, 1)));
        House.seconds("2026-11-20T15:00:00Z", "2026-11-20T17:00:00Z", House.phases(2, 2, 2)).stream()
                .filter(s -> s.epochSecond() % 60 < 29).forEach(samples::add);
        house.write(samples).settle();
        assertThat(levels("2026-11-20")).isEqualTo(new BaseLevels(100, 100, 100, 300));
        // With a 30th second they count.
        House.seconds("2026-11-20T15:00:00Z", "2026-11-20T17:00:00Z", House.phases(2, 2, 2)).stream()
                .filter(s -> s.epochSecond() % 60 == 29).forEach(s -> house.write(List.of(s)));
        house.settle();
        assertThat(levels("2026-11-20")).isEqualTo(new BaseLevels(2, 2, 2, 6));
    }

    @Test
    void todaysIsProvisionalOverTheLastDayAndIsFixedWhenTheDayCloses() {
        house.clock.set(Instant.parse("2026-11-21T06:00:00Z"));
        house.write("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z", House.phases(100, 0, 0));
        house.write("2026-11-21T00:00:00Z", "2026-11-21T06:00:00Z", House.phases(300, 0, 0)).settle();
        // The trailing 24 hours have 18 of yesterday.
        assertThat(house.snapshot().bases().lastEntry().getValue().fixed()).isFalse();
        assertThat(levels("2026-11-21").l1()).isEqualTo(100);
        house.clock.set(Instant.parse("2026-11-21T23:59:59Z"));
        house.write("2026-11-21T06:00:00Z", "2026-11-21T23:59:59Z", House.phases(300, 0, 0)).settle();
        assertThat(levels("2026-11-21").l1()).isEqualTo(300);
        house.write("2026-11-21T00:00:00Z", "2026-11-21T00:20:00Z", House.phases(7, 0, 0)).settle();
        List<Sample> low = House.seconds("2026-11-21T00:00:00Z", "2026-11-21T00:20:00Z", House.phases(7, 0, 0));
        house.write(low, WriteMode.REPLACE).settle();
        assertThat(levels("2026-11-21").l1()).isEqualTo(7);
        assertThat(energy("2026-11-21T12:00:00Z", "2026-11-21T12:15:00Z").base()).isEqualTo(900 * 7);

        // Nothing but the clock closes the day.
        house.clock.set(Instant.parse("2026-11-22T00:00:00Z"));
        house.settle();
        assertThat(house.snapshot().bases().lastEntry().getValue().fixed()).isTrue();
        assertThat(house.tables.load().bases().lastEntry().getValue().fixed()).isTrue();
    }

    @Test
    void theProvisionalOneIsRefreshedEveryFiveMinutesOfSampleTimeNotWithEveryPacket() {
        house.clock.set(Instant.parse("2026-11-21T00:00:00Z"));
        house.write("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z", House.phases(100, 0, 0)).settle();
        long from = House.at("2026-11-21T00:00:00Z");
        // Half of yesterday's minutes would have to go before the value moves: replace them, which itself refreshes, then watch.
        house.write(List.of(Sample.ofPhases(from, 50, 0, 0))).settle();
        int refreshed = 0;
        DayBase last = house.snapshot().bases().lastEntry().getValue();
        for (long second = from + 1; second < from + 901; second += 10) {
            house.write(House.seconds(second, Math.min(second + 10, from + 900), House.phases(50, 0, 0))).round();
            DayBase now = house.snapshot().bases().lastEntry().getValue();
            refreshed += now.equals(last) ? 0 : 1;
            last = now;
        }
        assertThat(refreshed).isBetween(2, 3);
    }

    @Test
    void anUnclosedDaysBaseLoadSurvivesACrash() {
        house.clock.set(Instant.parse("2026-11-21T00:00:00Z"));
        house.write("2026-11-20T00:00:00Z", "2026-11-20T20:00:00Z", House.phases(100, 0, 0)).settle();
        house.clock.set(Instant.parse("2026-11-21T06:00:00Z"));
        house.crash().settle();
        assertThat(levels("2026-11-20").l1()).isEqualTo(100);
        assertThat(house.snapshot().bases().lastEntry().getValue().fixed()).isTrue();
    }

    @Test
    void withoutAnyMeasuredMinuteThereIsNoBaseLoad() {
        Optional<BaseLoad> none = house.settle().snapshot().baseLoad(LocalDate.parse("2026-11-20"), true);
        assertThat(none).isEmpty();
        house.write("2026-11-20T00:00:00Z", "2026-11-20T00:00:20Z", House.phases(100, 0, 0)).settle();
        assertThat(house.snapshot().baseLoad(LocalDate.parse("2026-11-20"), true)).isEmpty();
        assertThat(energy("2026-11-20T00:00:00Z", "2026-11-20T00:15:00Z").base()).isZero();
    }
}
