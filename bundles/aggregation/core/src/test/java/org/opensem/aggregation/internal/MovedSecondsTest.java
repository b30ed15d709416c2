package org.opensem.aggregation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seconds that a correction of the clock takes elsewhere are counted there and nowhere else (T6). */
class MovedSecondsTest {
    private static final long START = House.at("2026-10-23T20:00:00Z");

    @Test
    void nothingIsLeftBehindAndNothingCountsTwice() {
        House house = new House().write("2026-11-20T10:00:00Z", "2026-11-20T12:00:00Z", House.phases(1_000, 2_000, 3_000))
                .settle();
        house.store.move(House.at("2026-11-20T11:07:00Z"), House.at("2026-11-20T12:00:00Z"), 7_200);
        house.settle();
        Oracle.assertExact(house);
        assertThat(house.snapshot().index().covered(House.at("2026-11-20T11:30:00Z"))).isZero();
        assertThat(house.snapshot().index().covered(House.at("2026-11-20T11:00:00Z"))).isEqualTo(420);
        assertThat(house.snapshot().index().sum(0, Long.MAX_VALUE).energy().imported()).isEqualTo(7_200L * 6_000);
    }

    @Test
    void aDayThatBecomesEmptyIsGoneAlsoFromTheTables() {
        House house = new House().write("2026-11-20T00:00:00Z", "2026-11-20T20:00:00Z", House.phases(9_000, 2_000, 3_000))
                .write("2026-11-22T08:00:00Z", "2026-11-22T09:00:00Z", House.total(5_000)).settle();
        house.store.move(House.at("2026-11-20T00:00:00Z"), House.at("2026-11-21T00:00:00Z"), -86_400);
        house.settle();
        Oracle.assertExact(house);
        house.follower().save();
        house.crash();
        Oracle.assertExact(house);
    }

    @Test
    void ofAPartOfASlotTheRestIsLeft() {
        House house = new House().write("2026-11-20T10:00:00Z", "2026-11-20T10:15:00Z", House.total(1_000)).settle();
        house.store.move(House.at("2026-11-20T10:05:00Z"), House.at("2026-11-20T10:10:00Z"), 3_600);
        house.settle();
        Oracle.assertExact(house);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 0", "3, 1", "4, 0"})
    void randomMovesAmongCrashesAndMarksGiveWhatAPlainSumGives(int seed, int marks) {
        Random random = new Random(seed);
        House house = new House();
        house.write(House.wild(random, START, START + 2 * 86_400)).settle();
        if (marks > 0) {
            house.store.mark(START + 20_000, START + 30_000, "");
        }
        for (int i = 0; i < 25; i++) {
            long from = START + random.nextInt(2 * 86_400);
            long to = from + random.nextInt(20_000);
            // Beyond all that is there, as where a clock was wrong by days.
            house.store.move(from, to, 86_400L * (10 + i) + random.nextInt(90_000) - 45_000);
            house.tables.failNext(FakeTables.Failure.values()[random.nextInt(3)]);
            try {
                house.round();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageMatching("the disk is full|the power went");
                house.crash();
            }
        }
        house.tables.failNext(FakeTables.Failure.NONE);
        house.clock.set(Instant.ofEpochSecond(START + 86_400L * 60));
        house.settle();
        Oracle.assertExact(house);
    }
}
