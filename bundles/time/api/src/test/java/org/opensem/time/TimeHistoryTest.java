package org.opensem.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opensem.time.TimeHistory.Move;
import org.opensem.time.TimeHistory.Stamp;
import org.opensem.time.TimeHistory.Timeline;

/** T6: where a sample belongs by what the clock found out about the times that it told. */
class TimeHistoryTest {
    private static final long NOW = 1_772_362_800L;

    /** A timeline that told NOW + s at the moment s. */
    private static Timeline line(long id, long startSecond, long stepSeconds, long shiftSeconds, boolean trusted) {
        return new Timeline(id, nanos(startSecond), (NOW + stepSeconds) * 1000, 0, shiftSeconds, trusted);
    }

    private static long nanos(long second) {
        return second * 1_000_000_000L;
    }

    private static TimeHistory of(Timeline... timelines) {
        return new TimeHistory(List.of(timelines), List.of());
    }

    @Test
    void theClockStampedWhatComesALittleLateOrEarly() {
        TimeHistory history = of(line(7, 0, 0, 0, true));
        for (long late : new long[] {-2, 0, 15}) {
            assertThat(history.stamp(NOW + 100 - late, nanos(100))).isEqualTo(new Stamp(7, NOW + 100 - late));
        }
        for (long late : new long[] {-3, 16, 3600}) {
            assertThat(history.stamp(NOW + 100 - late, nanos(100))).as("a time of its own: %s s late", late)
                    .isEqualTo(new Stamp(Stamp.OWN_TIME, NOW + 100 - late));
        }
    }

    @Test
    void aScriptThatStampsByTheOperatingSystemsClockIsCorrectedByWhatThatIsBehind() {
        TimeHistory history = of(new Timeline(7, 0, NOW * 1000, 3600, 0, true));
        assertThat(history.stamp(NOW + 100 - 3600, nanos(100))).isEqualTo(new Stamp(7, NOW + 100));
        assertThat(history.stamp(NOW + 100, nanos(100))).as("stamped by ours").isEqualTo(new Stamp(7, NOW + 100));
    }

    @Test
    void whatWasStampedBeforeAStepFollowsIt() {
        TimeHistory history = of(line(1, 0, 0, 60, true), line(2, 100, 60, 0, true));
        assertThat(history.stamp(NOW + 50, nanos(50))).isEqualTo(new Stamp(2, NOW + 110));
        assertThat(history.stamp(NOW + 170, nanos(110))).isEqualTo(new Stamp(2, NOW + 170));
    }

    @Test
    void aSampleMayComeInAFewSecondsAfterTheStep() {
        TimeHistory history = of(line(1, 0, 0, 60, true), line(2, 100, 60, 0, true));
        assertThat(history.stamp(NOW + 102, nanos(103))).isEqualTo(new Stamp(2, NOW + 162));
        assertThat(history.stamp(NOW + 105, nanos(106))).as("too late to be from before")
                .isEqualTo(new Stamp(Stamp.OWN_TIME, NOW + 105));
        assertThat(history.stamp(NOW - 1, nanos(-1))).as("before everything").isEqualTo(new Stamp(Stamp.OWN_TIME, NOW - 1));
    }

    @Test
    void whatWasStampedWithoutTrustWaitsUntilItIsKnownWhereItBelongs() {
        Stamp waits = of(line(-1, 0, 0, 0, false), line(2, 100, 5000, 0, true)).stamp(NOW + 50, nanos(50));
        assertThat(waits).isEqualTo(new Stamp(-1, NOW + 50));
        TimeHistory known = of(line(-1, 0, 0, 5000, true), line(2, 100, 5000, 0, true));
        assertThat(known.again(waits)).isEqualTo(new Stamp(2, NOW + 5050));
        assertThat(known.again(known.again(waits))).as("once only").isEqualTo(new Stamp(2, NOW + 5050));
    }

    @Test
    void whatNobodyKnowsStaysWhereItIs() {
        TimeHistory history = of(line(1, 0, 0, -NOW - 100, true), line(2, 100, 0, 0, true));
        assertThat(history.again(new Stamp(Stamp.OWN_TIME, 5))).isEqualTo(new Stamp(Stamp.OWN_TIME, 5));
        assertThat(history.again(new Stamp(99, 5))).as("an earlier clock's").isEqualTo(new Stamp(99, 5));
        assertThat(history.again(new Stamp(1, NOW))).as("no second before 1970").isEqualTo(new Stamp(1, NOW));
        assertThat(TimeHistory.NONE.stamp(5, 0)).isEqualTo(new Stamp(Stamp.OWN_TIME, 5));
    }

    @Test
    void theMachinesMonotonicTimeMayBeNegative() {
        assertThat(new Timeline(1, -1, NOW * 1000, 0, 0, true).startSecond()).isEqualTo(NOW - 1);
        assertThat(new Timeline(1, 999_999_999, NOW * 1000, 0, 0, true).startSecond()).isEqualTo(NOW);
        TimeHistory history = of(new Timeline(1, nanos(-50), NOW * 1000, 0, 0, true));
        assertThat(history.stamp(NOW - 20, nanos(-20))).isEqualTo(new Stamp(1, NOW - 20));
    }

    @Test
    void itNeverChanges() {
        List<Timeline> timelines = new ArrayList<>(List.of(line(1, 0, 0, 0, true)));
        List<Move> moves = new ArrayList<>(List.of(new Move(1, NOW, NOW + 10, 60)));
        TimeHistory history = new TimeHistory(timelines, moves);
        timelines.clear();
        moves.clear();
        assertThat(history.timeline(1)).isPresent();
        assertThat(history.timeline(2)).isEmpty();
        assertThat(history.moves()).hasSize(1);
        assertThat(history).isEqualTo(new TimeHistory(history.timelines(), history.moves())).isNotEqualTo(TimeHistory.NONE)
                .hasSameHashCodeAs(new TimeHistory(history.timelines(), history.moves()));
    }

    @Test
    void aTimelineHasAnIdAndAMoveARangeAndADistance() {
        assertThatThrownBy(() -> line(0, 0, 0, 0, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Move(1, 11, 10, 60)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Move(1, 10, 11, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
