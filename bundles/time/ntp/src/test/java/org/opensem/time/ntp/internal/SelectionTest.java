package org.opensem.time.ntp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is believed (E1), and how often the servers are asked. */
class SelectionTest {
    private static final long BASE = 1_795_348_800_000_000_000L;
    private static final long MILLI = 1_000_000L;

    @Test
    void thePointThatMostIntervalsShareWins() {
        Selection selection = Selection.of(List.of(answer(0, 30), answer(10, 30), answer(5000, 30), answer(-10, 30)));
        assertThat(selection.agreeing()).containsExactly(0, 1, 3);
        assertThat(selection.aheadNanos()).isEqualTo(BASE);
    }

    @Test
    void theMoreExactAnswerCountsMore() {
        Selection selection = Selection.of(List.of(answer(0, 20), answer(60, 200)));
        assertThat(selection.agreeing()).containsExactly(0, 1);
        assertThat(selection.aheadNanos() - BASE).isBetween(5 * MILLI, 6 * MILLI);
    }

    @Test
    void theResultLiesInEveryIntervalThatAgrees() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 2000; round++) {
            List<Answer> answers = IntStream.range(0, 4)
                    .mapToObj(i -> answer(random.nextInt(-300, 300), random.nextInt(20, 200))).toList();
            Selection selection = Selection.of(answers);
            assertThat(selection.agreeing()).isNotEmpty().allSatisfy(i -> assertThat(selection.aheadNanos())
                    .isBetween(answers.get(i).lowest(), answers.get(i).highest()));
        }
    }

    @Test
    void aLiarAmongFourNeverMovesTheResultOutOfWhatTwoOfTheHonestSay() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 5000; round++) {
            List<Answer> honest = IntStream.range(0, 3).mapToObj(i -> {
                int error = random.nextInt(20, 200);
                return answer(random.nextInt(-error, error + 1), error);
            }).toList();
            List<Answer> all = List.of(honest.get(0), answer(random.nextInt(-100_000, 100_000), random.nextInt(20, 1000)),
                    honest.get(1), honest.get(2));
            Selection selection = Selection.of(all);
            assertThat(selection.isEnough(4, 4)).isTrue();
            assertThat(honest).filteredOn(answer ->
                    answer.lowest() <= selection.aheadNanos() && selection.aheadNanos() <= answer.highest())
                            .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void mostOfThoseWhoAnswerMustAgreeAndNeverOneAloneOfSeveral() {
        Selection one = new Selection(List.of(0), BASE);
        Selection two = new Selection(List.of(0, 1), BASE);
        assertThat(one.isEnough(1, 1)).isTrue();
        assertThat(one.isEnough(1, 4)).isFalse();
        assertThat(one.isEnough(2, 4)).isFalse();
        assertThat(two.isEnough(2, 4)).isTrue();
        assertThat(two.isEnough(3, 4)).isTrue();
        assertThat(two.isEnough(4, 4)).isFalse();
    }

    @Test
    void theyAreAskedLessAndLessOftenAndAfterAStepSoon() {
        Pace pace = new Pace();
        assertThat(IntStream.range(0, 6).mapToObj(i -> pace.synchronised(Duration.ZERO, false).toSeconds()))
                .containsExactly(64L, 128L, 256L, 512L, 1024L, 1024L);
        assertThat(pace.synchronised(Duration.ofSeconds(1), false)).isEqualTo(Duration.ofSeconds(64));
        assertThat(pace.synchronised(Duration.ofHours(1), true)).isEqualTo(Duration.ofSeconds(16));
        assertThat(pace.synchronised(Duration.ZERO, false)).isEqualTo(Duration.ofSeconds(64));
        assertThat(IntStream.range(0, 6).mapToObj(i -> pace.failed().toSeconds()))
                .containsExactly(16L, 32L, 64L, 128L, 256L, 256L);
    }

    private static Answer answer(long millis, long error) {
        return new Answer(BASE + millis * MILLI, error * MILLI, error * MILLI);
    }
}
