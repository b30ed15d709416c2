package org.opensem.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void theTotalIsTheSumOfThePhases() {
        Sample sample = Sample.ofPhases(1_000, 220_357, -412_216, 87_039);

        assertThat(sample.totalMilliwatts()).isEqualTo(-104_820);
        assertThat(sample.milliwatts(Phase.L1)).isEqualTo(220_357);
        assertThat(sample.milliwatts(Phase.L2)).isEqualTo(-412_216);
        assertThat(sample.milliwatts(Phase.L3)).isEqualTo(87_039);
        assertThat(sample.hasPhases()).isTrue();
        assertThat(sample.time()).isEqualTo(Instant.parse("1970-01-01T00:16:40Z"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sample(1, 7, 1, 2, 3));
    }

    @Test
    void aMeterMayTellTheTotalOnly() { // T7
        Sample sample = Sample.ofTotal(5, -12);

        assertThat(sample.hasPhases()).isFalse();
        assertThat(sample.milliwatts(Phase.L2)).isEqualTo(Sample.ABSENT);
        assertThatIllegalArgumentException().isThrownBy(() -> new Sample(5, 3, 3, Sample.ABSENT, Sample.ABSENT));
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.ofTotal(5, Sample.ABSENT));
    }

    @Test
    void powerBeyondTwoMegawattsAndTimesBefore1970AreRefused() {
        assertThat(Sample.ofTotal(0, Sample.MOST_MILLIWATTS).totalMilliwatts()).isEqualTo(2_000_000_000);
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.ofTotal(0, Sample.MOST_MILLIWATTS + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.ofTotal(0, -Sample.MOST_MILLIWATTS - 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.ofTotal(-1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.ofPhases(0, Sample.MOST_MILLIWATTS, Sample.MOST_MILLIWATTS, Sample.MOST_MILLIWATTS));
    }

    @Test
    void wattsBecomeMilliwattsByCommercialRounding() { // T5
        assertThat(Sample.milliwatts(719.612)).isEqualTo(719_612);
        assertThat(Sample.milliwatts(0.0005)).isEqualTo(1);
        assertThat(Sample.milliwatts(-0.0005)).isEqualTo(-1);
        assertThat(Sample.milliwatts(-0.0004)).isZero();
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 2_000_001, 1e300}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Sample.milliwatts(wrong));
        }
    }

    @Test
    void aBatchKnowsThePositionOfEachSampleAndCannotBeChanged() {
        long[] sequences = {4, 6};
        SampleBatch batch = new SampleBatch(9, sequences, List.of(Sample.ofTotal(1, 1), Sample.ofTotal(2, 2)));
        sequences[0] = 77;

        assertThat(batch.position(0)).isEqualTo(new Position(9, 4));
        assertThat(batch.end()).isEqualTo(new Position(9, 6));
        assertThatIllegalArgumentException().isThrownBy(() -> new SampleBatch(1, new long[] {1}, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new SampleBatch(1, new long[0], List.of()));
    }

    @Test
    void aBatchTellsWhichOfTheClocksTimelinesStampedASample() { // T6
        List<Sample> samples = List.of(Sample.ofTotal(1, 1), Sample.ofTotal(2, 2));
        SampleBatch batch = new SampleBatch(9, new long[] {4, 6}, new long[] {-3, 0}, samples);
        assertThat(batch.timeline(0)).isEqualTo(-3);
        assertThat(batch.timeline(1)).isZero();
        assertThat(new SampleBatch(9, new long[] {4, 6}, samples).timeline(0)).isZero();
        assertThatIllegalArgumentException().isThrownBy(
                () -> new SampleBatch(9, new long[] {4, 6}, new long[] {1}, samples));
    }

    @Test
    void theSamePowerInAnotherSecond() {
        Sample sample = Sample.ofPhases(5, 1, 2, 3);
        assertThat(sample.at(7)).isEqualTo(Sample.ofPhases(7, 1, 2, 3));
        assertThat(Sample.ofTotal(5, 8).at(7)).isEqualTo(Sample.ofTotal(7, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> sample.at(-1));
    }
}
