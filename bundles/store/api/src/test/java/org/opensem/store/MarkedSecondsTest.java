package org.opensem.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opensem.store.InvalidRanges.InvalidRange;

/** G7: what several marks cover together. */
class MarkedSecondsTest {
    private static InvalidRange mark(long from, long to) {
        return new InvalidRange(1, from, to, "");
    }

    private static List<String> unmarked(MarkedSeconds marked, long from, long to) {
        List<String> ranges = new ArrayList<>();
        marked.unmarked(from, to, (first, end) -> ranges.add(first + "-" + end));
        return ranges;
    }

    private static List<String> marked(MarkedSeconds marked, long from, long to) {
        List<String> ranges = new ArrayList<>();
        marked.marked(from, to, (first, end) -> ranges.add(first + "-" + end));
        return ranges;
    }

    @Test
    void marksThatOverlapOrMeetAreOneRange() {
        MarkedSeconds seconds = MarkedSeconds.of(List.of(mark(30, 40), mark(10, 20), mark(20, 25), mark(12, 15)));
        assertThat(marked(seconds, 0, 100)).containsExactly("10-25", "30-40");
        assertThat(unmarked(seconds, 0, 100)).containsExactly("0-10", "25-30", "40-100");
        assertThat(unmarked(seconds, 12, 35)).containsExactly("25-30");
        assertThat(marked(seconds.within(12, 35), 0, 100)).containsExactly("12-25", "30-35");
        assertThat(seconds.covers(12, 25)).isTrue();
        assertThat(seconds.covers(12, 26)).isFalse();
        assertThat(seconds.within(25, 30).isEmpty()).isTrue();
    }

    @Test
    void withoutMarksEverythingCounts() {
        assertThat(MarkedSeconds.of(List.of())).isSameAs(MarkedSeconds.NONE);
        assertThat(unmarked(MarkedSeconds.NONE, 3, 5)).containsExactly("3-5");
        assertThat(unmarked(MarkedSeconds.NONE, 5, 5)).isEmpty();
        assertThat(MarkedSeconds.NONE.touches(Long.MIN_VALUE, Long.MAX_VALUE)).isFalse();
    }

    @Test
    void everySecondIsMarkedOrNotAsItsMarksSay() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            List<InvalidRange> marks = new ArrayList<>();
            for (int i = 0; i < random.nextInt(6); i++) {
                long from = random.nextInt(60);
                marks.add(mark(from, from + 1 + random.nextInt(15)));
            }
            MarkedSeconds seconds = MarkedSeconds.of(marks);
            boolean[] counted = new boolean[80];
            seconds.unmarked(0, 80, (first, end) -> {
                for (long second = first; second < end; second++) {
                    counted[(int) second] = true;
                }
            });
            int from = random.nextInt(70);
            int to = from + 1 + random.nextInt(10);
            int touched = 0;
            for (int second = 0; second < 80; second++) {
                int at = second;
                boolean marked = marks.stream().anyMatch(mark -> mark.from() <= at && at < mark.to());
                assertThat(seconds.contains(second)).isEqualTo(marked);
                assertThat(counted[second]).isEqualTo(!marked);
                touched += marked && second >= from && second < to ? 1 : 0;
            }
            assertThat(seconds.touches(from, to)).isEqualTo(touched > 0);
            assertThat(seconds.covers(from, to)).isEqualTo(touched == to - from);
            assertThat(seconds.within(from, to).isEmpty()).isEqualTo(touched == 0);
        }
    }
}
