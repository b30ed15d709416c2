package org.opensem.time.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opensem.time.ClockStatus;
import org.opensem.time.ClockStatus.Reason;
import org.opensem.time.TimeHistory.Move;
import org.opensem.time.TimeHistory.Stamp;
import org.opensem.time.TimeHistory.Timeline;
import org.opensem.time.TimeReading;
import org.opensem.time.TimeSetting.Outcome;
import org.opensem.time.TimeSetting.Person;

/** When the clock is trusted, how it is corrected, and what that means for the samples before (E1, T6). */
class TimekeeperTest {
    private static final Instant BUILT = Instant.parse("2025-11-22T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private final FakeMachine machine = new FakeMachine();
    private Timekeeper keeper;
    private long ids;

    @Test
    void anOrdinaryPcsClockIsTrustedAndFollowed() {
        start(Mode.SYSTEM);
        assertThat(keeper.now()).isEqualTo(machine.truth());
        assertThat(keeper.status()).isEqualTo(new ClockStatus("system", 0, true));
        pass(3600);
        assertThat(keeper.now()).isEqualTo(machine.truth());
        assertThat(keeper.history().moves()).isEmpty();
        assertThat(keeper.history().timelines()).hasSize(1);
    }

    @Test
    void aClockThatShowsATimeBeforeTheProgramWasMadeIsNotTrusted() {
        machine.error(Duration.between(FakeMachine.START, Instant.EPOCH));
        start(Mode.SYSTEM);
        assertThat(keeper.now()).isEqualTo(Instant.EPOCH);
        assertThat(keeper.status().trusted()).isFalse();
        assertThat(keeper.status().reason()).isEqualTo(Reason.BEFORE_BUILD);
        assertThat(keeper.history().timelines().getLast().id()).isNegative();
        assertThat(keeper.remember("p")).as("it is no time to be remembered").isEmpty();
    }

    @Test
    void aClockThatIsBehindItsLastRunIsNotTrusted() {
        machine.error(HOUR.multipliedBy(-3));
        start(Mode.SYSTEM, remembered(FakeMachine.START, Duration.ZERO, false));
        assertThat(keeper.status().reason()).isEqualTo(Reason.BEFORE_LAST_RUN);
        pass(4 * 3600);
        assertThat(keeper.status().trusted()).as("time that passes proves nothing").isFalse();
    }

    @Test
    void aMinuteBehindTheLastRunIsWhatEveryClockMayBe() {
        machine.error(Duration.ofSeconds(-100));
        start(Mode.SYSTEM, remembered(FakeMachine.START, Duration.ZERO, false));
        assertThat(keeper.status().trusted()).isTrue();
    }

    @Test
    void smallCorrectionsAreSlewedSoThatNoSecondIsToldTwiceOrLeftOut() {
        start(Mode.NTP);
        for (Duration error : List.of(Duration.ofMillis(1900), Duration.ofMillis(-1900))) {
            assertThat(synchronise(error, 3)).isEqualTo(Outcome.SLEWED);
            Instant before = keeper.now();
            List<Long> seconds = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                pass(1);
                seconds.add(keeper.now().getEpochSecond());
            }
            assertThat(Duration.between(before, keeper.now())).isEqualTo(Duration.ofSeconds(500).plus(error));
            for (int i = 1; i < seconds.size(); i++) {
                assertThat(seconds.get(i) - seconds.get(i - 1)).isBetween(0L, 2L);
            }
        }
        assertThat(keeper.history().moves()).isEmpty();
    }

    @Test
    void theRateOfTheSlewIsFiveMillisecondsASecond() {
        start(Mode.NTP);
        synchronise(Duration.ofSeconds(1), 3);
        machine.pass(Duration.ofSeconds(100));
        assertThat(Duration.between(machine.truth(), keeper.now())).isEqualTo(Duration.ofMillis(500));
        machine.pass(Duration.ofSeconds(200));
        assertThat(Duration.between(machine.truth(), keeper.now())).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aLargerCorrectionIsAStepOfWholeSecondsAndMovesWhatIsStored() {
        start(Mode.NTP);
        pass(60);
        assertThat(synchronise(Duration.ofMillis(5300), 3)).isEqualTo(Outcome.STEPPED);
        assertThat(Duration.between(machine.truth(), keeper.now())).isEqualTo(Duration.ofSeconds(5));
        pass(120);
        assertThat(Duration.between(machine.truth(), keeper.now())).as("the rest is slewed").isEqualTo(Duration.ofMillis(5300));
        long start = FakeMachine.START.getEpochSecond();
        assertThat(keeper.history().moves()).containsExactly(new Move(anyId(), start, start + 61, 5));
        assertThat(keeper.status().source()).isEqualTo("ntp");
        assertThat(keeper.status().offsetMillis()).isEqualTo(5300);
        assertThat(keeper.status().lastSync()).isPresent();
    }

    @Test
    void whatWasConfirmedIsNeverMoved() {
        start(Mode.NTP);
        pass(60);
        synchronise(Duration.ZERO, 3);
        pass(30);
        synchronise(HOUR.negated(), 3);
        long start = FakeMachine.START.getEpochSecond();
        assertThat(keeper.history().moves()).containsExactly(new Move(anyId(), start + 60, start + 91, -3600));
    }

    @Test
    void aTimeTypedWrongAndCorrectedBringsEverythingBack() {
        start(Mode.MANUAL);
        pass(60);
        keeper.set(machine.truth().plus(HOUR), Person.MANUAL);
        pass(60);
        keeper.set(machine.truth(), Person.BROWSER);
        long start = FakeMachine.START.getEpochSecond();
        assertThat(keeper.history().moves()).extracting(Move::from, Move::to, Move::shiftSeconds).containsExactly(
                org.assertj.core.groups.Tuple.tuple(start, start + 61, 3600L),
                org.assertj.core.groups.Tuple.tuple(start + 3600, start + 3600 + 121, -3600L));
        assertThat(keeper.status().source()).isEqualTo("browser");
        assertThat(keeper.status().offsetMillis()).isZero();
    }

    @Test
    void moreThanTenMinutesNeedThreeServersThatAgree() {
        start(Mode.NTP);
        Instant before = keeper.now();
        assertThat(synchronise(HOUR, 2)).isEqualTo(Outcome.REFUSED);
        assertThat(keeper.now()).isEqualTo(before);
        assertThat(keeper.history().timelines()).hasSize(1);
        assertThat(synchronise(Duration.ofMinutes(9), 1)).isEqualTo(Outcome.STEPPED);
        assertThat(synchronise(HOUR, 3)).isEqualTo(Outcome.STEPPED);
    }

    @Test
    void untrustedSecondsAreSettledByTheFirstTrustedTime() {
        machine.error(Duration.between(FakeMachine.START, Instant.EPOCH));
        start(Mode.NTP);
        long stamped = keeper.now().getEpochSecond();
        Stamp stamp = keeper.history().stamp(stamped, machine.nanoTime());
        assertThat(stamp.timeline()).isNegative();
        assertThat(keeper.history().timeline(stamp.timeline()).orElseThrow().trusted()).isFalse();
        pass(600);
        Instant truth = machine.truth();
        synchronise(Duration.between(keeper.now(), truth), 3);
        Timeline settled = keeper.history().timeline(stamp.timeline()).orElseThrow();
        assertThat(settled.trusted()).isTrue();
        assertThat(stamped + settled.shiftSeconds()).isEqualTo(FakeMachine.START.getEpochSecond());
        assertThat(keeper.history().moves()).as("nothing of it was stored as trusted").isEmpty();
        assertThat(keeper.status().reason()).isEqualTo(Reason.SYNCHRONISED);
    }

    @Test
    void aSystemsClockThatIsSetRightAfterTheStartIsBelieved() { // a board without a clock of its own
        machine.error(Duration.between(FakeMachine.START, Instant.EPOCH));
        start(Mode.SYSTEM);
        pass(20);
        Timeline first = keeper.history().timelines().getFirst();
        machine.error(Duration.ZERO);
        pass(1);
        assertThat(keeper.now()).isEqualTo(machine.truth());
        assertThat(keeper.status()).isEqualTo(new ClockStatus("system", 0, true));
        Timeline settled = keeper.history().timeline(first.id()).orElseThrow();
        assertThat(settled.trusted()).isTrue();
        assertThat(settled.startSecond() + settled.shiftSeconds()).isEqualTo(FakeMachine.START.getEpochSecond());
    }

    @Test
    void aSystemsClockThatIsSetAheadTakesTheSamplesSinceTheStartAlong() {
        machine.error(HOUR.negated());
        start(Mode.SYSTEM);
        pass(20);
        machine.error(Duration.ZERO);
        pass(1);
        long wrong = FakeMachine.START.minus(HOUR).getEpochSecond();
        assertThat(keeper.status().trusted()).isTrue();
        assertThat(keeper.history().moves()).extracting(Move::from, Move::shiftSeconds)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(wrong, 3600L));
    }

    @Test
    void aSystemsClockThatIsSetBackIsDoubtedUntilItIsConfirmed() {
        start(Mode.SYSTEM);
        pass(20);
        machine.error(HOUR.negated());
        pass(1);
        assertThat(keeper.now()).isEqualTo(machine.systemTime());
        assertThat(keeper.status().reason()).isEqualTo(Reason.WENT_BACK);
        Timeline doubted = keeper.history().timelines().getLast();
        pass(10);
        machine.error(Duration.ZERO);
        pass(1);
        assertThat(keeper.status().trusted()).isTrue();
        assertThat(keeper.history().moves()).as("what was stored was right").isEmpty();
        assertThat(keeper.history().timeline(doubted.id()).orElseThrow().shiftSeconds()).isEqualTo(3600);
    }

    @Test
    void aClockSetBackThatProvesRightMovesWhatWasStoredBefore() {
        start(Mode.SYSTEM);
        pass(20);
        machine.error(HOUR.negated());
        pass(10);
        keeper.tick(Optional.of(true));
        long start = FakeMachine.START.getEpochSecond();
        assertThat(keeper.status().reason()).isEqualTo(Reason.SYNCHRONISED);
        assertThat(keeper.history().moves()).extracting(Move::from, Move::to, Move::shiftSeconds).containsExactly(
                org.assertj.core.groups.Tuple.tuple(start, start + 22, -3600L));
        assertThat(keeper.history().timelines()).allMatch(Timeline::trusted);
    }

    @Test
    void afewSecondsBackAreNoReasonToDoubt() {
        start(Mode.SYSTEM);
        pass(20);
        machine.error(Duration.ofSeconds(-5));
        pass(1);
        assertThat(keeper.status().trusted()).isTrue();
        assertThat(keeper.history().moves()).extracting(Move::shiftSeconds).containsExactly(-5L);
    }

    @Test
    void aClockOfItsOwnDoesNotCareWhatHappensToTheSystems() {
        start(Mode.NTP);
        synchronise(Duration.ZERO, 3);
        pass(20);
        machine.error(HOUR);
        pass(1);
        assertThat(keeper.now()).isEqualTo(machine.truth());
        assertThat(keeper.status().offsetMillis()).isEqualTo(-3_600_000);
        assertThat(keeper.history().moves()).isEmpty();
    }

    @Test
    void aSleepOfTheMachineIsNoCorrection() {
        for (Mode mode : List.of(Mode.SYSTEM, Mode.NTP)) {
            start(mode);
            pass(20);
            synchroniseIf(mode == Mode.NTP);
            machine.sleep(HOUR.multipliedBy(8));
            pass(1);
            assertThat(keeper.now()).isEqualTo(machine.truth());
            assertThat(keeper.history().moves()).isEmpty();
            assertThat(keeper.status().trusted()).isTrue();
        }
    }

    @Test
    void whereTheSystemDoesNotTellALeapAheadIsTakenForASleep() {
        machine.hideUptime();
        start(Mode.SYSTEM);
        pass(20);
        machine.sleep(HOUR);
        pass(1);
        assertThat(keeper.now()).isEqualTo(machine.truth());
        assertThat(keeper.history().moves()).isEmpty();
    }

    @Test
    void aTrustedClockThatNobodyCorrectedForADayIsConfirmed() {
        start(Mode.SYSTEM);
        pass(25 * 3600);
        machine.error(Duration.ofSeconds(5));
        pass(1);
        Move move = keeper.history().moves().getFirst();
        assertThat(move.to() - move.from()).isBetween(3600L, 2L * 3600);
    }

    @Test
    void setByHandItHoldsThoughTheSystemsClockIsWrongAndUntilThatAgrees() {
        machine.error(HOUR.negated());
        start(Mode.SYSTEM);
        pass(5);
        keeper.set(machine.truth(), Person.MANUAL);
        pass(5);
        assertThat(keeper.now()).isEqualTo(machine.truth());
        assertThat(keeper.status().source()).isEqualTo("manual");
        assertThat(keeper.leads()).isTrue();
        machine.error(Duration.ofMillis(400));
        pass(200);
        assertThat(keeper.status().source()).isEqualTo("system");
        assertThat(keeper.now()).isEqualTo(machine.systemTime());
    }

    @Test
    void itsOwnOffsetOutlivesARestartWhenSetByHand() {
        start(Mode.MANUAL);
        keeper.set(machine.truth().plus(HOUR), Person.MANUAL);
        pass(10);
        Remembered left = keeper.remember("one").orElseThrow();
        start(Mode.MANUAL, left);
        assertThat(keeper.now()).isEqualTo(machine.truth().plus(HOUR));
        assertThat(keeper.status().source()).isEqualTo("manual");
        assertThat(keeper.status().reason()).isEqualTo(Reason.SET);
        start(Mode.SYSTEM, left);
        assertThat(keeper.now()).as("only there").isEqualTo(machine.truth());
    }

    @Test
    void anUpdatedClockGoesOnWhereTheOldOneWas() { // X2
        start(Mode.NTP);
        synchronise(HOUR, 3);
        pass(10);
        Remembered left = keeper.remember("this").orElseThrow();
        keeper = new Timekeeper(machine, BUILT, Mode.NTP, Optional.of(left), "this", () -> ++ids);
        assertThat(keeper.now()).isEqualTo(machine.truth().plus(HOUR));
        assertThat(keeper.status().source()).isEqualTo("ntp");
        assertThat(keeper.status().trusted()).isTrue();
    }

    @Test
    void backToTheSystemsClockWhenTheSettingsSaySo() {
        start(Mode.NTP);
        synchronise(Duration.ofSeconds(30), 3);
        keeper.mode(Mode.SYSTEM);
        pass(1);
        assertThat(keeper.now()).isEqualTo(machine.truth());
        assertThat(keeper.status()).isEqualTo(new ClockStatus("system", 0, true));
    }

    @Test
    void aSampleIsOfTheTimelineThatStampedIt() {
        start(Mode.NTP);
        pass(100);
        long second = keeper.now().getEpochSecond();
        long nanos = machine.nanoTime();
        synchronise(HOUR, 3);
        machine.pass(Duration.ofMillis(3));
        long now = keeper.history().timelines().getLast().id();
        assertThat(keeper.history().stamp(second, nanos)).as("offered before the step").isEqualTo(new Stamp(now, second + 3600));
        assertThat(keeper.history().stamp(second, machine.nanoTime())).as("stamped before, offered after it")
                .isEqualTo(new Stamp(now, second + 3600));
        assertThat(keeper.history().stamp(second + 3600, machine.nanoTime())).isEqualTo(new Stamp(now, second + 3600));
        assertThat(keeper.history().stamp(second - 40, nanos)).as("a meter's own time").isEqualTo(new Stamp(0, second - 40));
    }

    @Test
    void aSampleStampedByTheSystemsClockIsBroughtToThisOne() { // a script on this machine
        start(Mode.NTP);
        synchronise(HOUR, 3);
        pass(60);
        long system = machine.systemTime().getEpochSecond();
        assertThat(keeper.history().stamp(system, machine.nanoTime()).epochSecond()).isEqualTo(system + 3600);
    }

    private void start(Mode mode, Remembered... left) {
        keeper = new Timekeeper(machine, BUILT, mode, List.of(left).stream().findFirst(), "this", () -> ++ids);
    }

    private static Remembered remembered(Instant latest, Duration offset, boolean own) {
        return new Remembered(latest, offset, own, "system", Optional.empty(), "earlier");
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            machine.pass(Duration.ofSeconds(1));
            keeper.tick(Optional.empty());
        }
    }

    private void synchroniseIf(boolean wanted) {
        if (wanted) {
            synchronise(Duration.ZERO, 3);
        }
    }

    private Outcome synchronise(Duration ahead, int agreeing) {
        return keeper.synchronise(new TimeReading(keeper.now().plus(ahead), machine.nanoTime(), agreeing));
    }

    private long anyId() {
        return keeper.history().moves().getLast().id();
    }
}
