package org.opensem.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.CorrectionFactors.Step;
import org.opensem.metering.Sample;

/** The correction factor (E4). */
class CorrectionFactorsTest {
    private static final CorrectionFactors FACTORS = CorrectionFactors.always(new BigDecimal("0.97"));

    @Test
    void multipliesPowersAndEnergies() {
        assertThat(FACTORS.milliwatts(1_000_000, 0)).isEqualTo(970_000);
        assertThat(FACTORS.milliwatts(-50, 0)).isEqualTo(-49);
        Figures figures = FACTORS.figures(new Figures(900, new Energy(1_000_001, 10, 300_000, 300_000, 400_001, 1_000_001, 77),
                new Extreme(100, 5), new Extreme(3_000_000, 7)), 0);
        Energy energy = figures.energy();
        assertThat(energy.imported()).isEqualTo(970_001);
        assertThat(energy.l1() + energy.l2() + energy.l3()).as("the phases make up the import").isEqualTo(energy.imported());
        assertThat(energy.base()).isEqualTo(75);
        assertThat(figures.min()).isEqualTo(new Extreme(97, 5));
        assertThat(figures.max()).isEqualTo(new Extreme(2_910_000, 7));
        assertThat(figures.coveredSeconds()).isEqualTo(900);
    }

    @Test
    void theTotalOfASampleIsTheSumOfItsPhases() {
        Sample sample = FACTORS.sample(Sample.ofPhases(0, 50, 50, 50));
        assertThat(sample).isEqualTo(Sample.ofPhases(0, 49, 49, 49));
        assertThat(FACTORS.sample(Sample.ofTotal(0, 150)).totalMilliwatts()).isEqualTo(146);
    }

    @Test
    void aStepHoldsFromItsTimeOn() {
        CorrectionFactors steps = new CorrectionFactors(
                List.of(new Step(1000, new BigDecimal("1.1")), new Step(2000, new BigDecimal("0.9"))));
        assertThat(steps.at(999)).isEqualByComparingTo("1");
        assertThat(steps.at(1000)).isEqualByComparingTo("1.1");
        assertThat(steps.at(2000)).isEqualByComparingTo("0.9");
        assertThat(steps.neutral()).isFalse();
        assertThat(CorrectionFactors.NONE.neutral()).isTrue();
        assertThat(CorrectionFactors.always(BigDecimal.ONE).neutral()).isTrue();
        assertThatThrownBy(() -> new CorrectionFactors(List.of(new Step(5, BigDecimal.ONE), new Step(5, new BigDecimal("1.2")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Step(5, new BigDecimal("1.500001"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Step(5, new BigDecimal("0.499999"))).isInstanceOf(IllegalArgumentException.class);
    }

    /** However they are rounded: what is shown as parts of a total has to add up to it. */
    @Test
    void thePhasesThatMakeUpTheImportStillDoAndSoDoBaseAndSwitched() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            CorrectionFactors factors = CorrectionFactors.always(BigDecimal.valueOf(500_000 + random.nextInt(1_000_001), 6));
            long l1 = random.nextInt(50);
            long l2 = random.nextInt(50);
            long l3 = random.nextInt(3) == 0 ? 0 : random.nextInt(50);
            long base = l1 + l2 + l3 == 0 ? 0 : random.nextLong(l1 + l2 + l3 + 1);
            Energy raw = new Energy(l1 + l2 + l3, 3, l1, l2, l3, l1 + l2 + l3, base);
            Energy energy = factors.figures(new Figures(900, raw, new Extreme(0, 0), new Extreme(0, 0)), 0).energy();
            assertThat(energy.l1() + energy.l2() + energy.l3()).isEqualTo(energy.imported()).isEqualTo(energy.phased());
            assertThat(Math.min(Math.min(energy.l1(), energy.l2()), energy.l3())).isNotNegative();
            assertThat(energy.switched()).isNotNegative();
        }
    }

    @Test
    void noPowerGoesBeyondWhatAPowerCanBe() {
        CorrectionFactors most = CorrectionFactors.always(CorrectionFactors.MOST);
        int limit = Sample.MOST_MILLIWATTS;
        assertThat(most.milliwatts(-limit, 0)).isEqualTo(-limit);
        assertThat(most.sample(Sample.ofTotal(0, limit)).totalMilliwatts()).isEqualTo(limit);
        assertThat(most.sample(Sample.ofPhases(0, limit, -limit, limit)).totalMilliwatts()).isBetween(limit - 2_000, limit);
        assertThat(most.sample(Sample.ofPhases(0, limit / 2, limit / 2, -limit)).l3Milliwatts()).isBetween(-limit, 2_000 - limit);
        assertThat(most.sample(Sample.ofPhases(0, 0, 0, 3)).l3Milliwatts()).isEqualTo(5);
    }

    @Test
    void theLargestQuarterHourFits() {
        long most = 2_000_000_000L * 900;
        Energy energy = new Energy(most, 0, most, 0, 0, most, 0);
        CorrectionFactors largest = CorrectionFactors.always(CorrectionFactors.MOST);
        assertThat(largest.figures(new Figures(900, energy, null, null), 0).energy().imported()).isEqualTo(most / 2 * 3);
    }
}
