package org.opensem.web.graph.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.opensem.aggregation.CorrectionFactors.NONE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.metering.Sample;
import org.opensem.store.InvalidRanges.InvalidRange;
import org.opensem.store.MarkedSeconds;
import org.opensem.store.SampleStore;
import org.opensem.store.SecondVisitor;
import org.opensem.store.StoreStatus;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;
import org.opensem.web.chart.PowerCurve.Phases;
import org.opensem.web.graph.internal.Place.Window;
import org.opensem.web.graph.internal.WindowFigures.Peak;

/** G1: what the window holds is a sum over its seconds. */
class WindowFiguresTest {
    private final List<Sample> stored = new ArrayList<>();
    private final SampleStore store = new SampleStore() {
        @Override
        public WriteResult write(List<Sample> samples, WriteMode mode) {
            throw new UnsupportedOperationException("A view does not write");
        }

        @Override
        public void read(long from, long to, SecondVisitor visitor) {
            stored.stream().filter(s -> s.epochSecond() >= from && s.epochSecond() < to).forEach(s -> visitor.second(
                    s.epochSecond(), s.totalMilliwatts(), s.l1Milliwatts(), s.l2Milliwatts(), s.l3Milliwatts()));
        }

        @Override
        public StoreStatus status() {
            throw new UnsupportedOperationException("Not asked for");
        }
    };

    @Test
    void energyMeanAndExtremesAreThoseOfTheSeconds() {
        stored.add(Sample.ofPhases(100, 1_000_000, 0, 0));
        stored.add(Sample.ofPhases(101, 3_000_000, 0, 0));
        stored.add(Sample.ofPhases(103, 3_000_000, -500_000, 0));
        WindowFigures figures = WindowFigures.read(store, List.of(), MarkedSeconds.NONE, NONE, new Window(100, 104), Phases.SUM);

        assertThat(figures.coveredSeconds()).isEqualTo(3);
        assertThat(figures.importedKwh()).isCloseTo(6500 / 3.6e6, within(1e-12));
        assertThat(figures.max()).as("the earliest wins a tie").isEqualTo(new Peak(3000, 101));
        assertThat(figures.min()).isEqualTo(new Peak(1000, 100));
        assertThat(figures.meanWatts()).isCloseTo(6500 / 3.0, within(1e-9));
    }

    @Test
    void feedInIsKeptApart() {
        stored.add(Sample.ofTotal(100, 2_000_000));
        stored.add(Sample.ofTotal(101, -1_000_000));
        WindowFigures figures = WindowFigures.read(store, List.of(), MarkedSeconds.NONE, NONE, new Window(100, 104), Phases.SUM);

        assertThat(figures.importedKwh()).as("T7").isCloseTo(2000 / 3.6e6, within(1e-12));
        assertThat(figures.exportedKwh()).isCloseTo(1000 / 3.6e6, within(1e-12));
        assertThat(figures.meanWatts()).isCloseTo(500, within(1e-9));
    }

    @Test
    void whatIsOnlyInMemoryCountsOnce() {
        stored.add(Sample.ofTotal(100, 1_000_000));
        List<Sample> memory = List.of(Sample.ofTotal(100, 1_000_000), Sample.ofTotal(101, 5_000_000),
                Sample.ofTotal(200, 9_000_000));
        WindowFigures figures = WindowFigures.read(store, memory, MarkedSeconds.NONE, NONE, new Window(100, 104), Phases.SUM);

        assertThat(figures.coveredSeconds()).isEqualTo(2);
        assertThat(figures.max()).isEqualTo(new Peak(5000, 101));
    }

    @Test
    void whatIsMarkedDoesNotComeInThroughTheMemory_G7() {
        stored.add(Sample.ofTotal(100, 1_000_000));
        List<Sample> memory = List.of(Sample.ofTotal(101, 5_000_000), Sample.ofTotal(102, 2_000_000));
        MarkedSeconds marked = MarkedSeconds.of(List.of(new InvalidRange(1, 101, 102, "")));
        WindowFigures figures = WindowFigures.read(store, memory, marked, NONE, new Window(100, 104), Phases.SUM);

        assertThat(figures.coveredSeconds()).isEqualTo(2);
        assertThat(figures.max()).isEqualTo(new Peak(2000, 102));
    }

    @Test
    void aPhaseIsItsOwn() {
        stored.add(Sample.ofPhases(100, 1_000, 2_000_000, 3_000));
        stored.add(Sample.ofTotal(101, 9_000_000));
        WindowFigures figures = WindowFigures.read(store, List.of(), MarkedSeconds.NONE, NONE, new Window(100, 104), Phases.L2);

        assertThat(figures.coveredSeconds()).as("a second without phases tells nothing of one").isEqualTo(1);
        assertThat(figures.max()).isEqualTo(new Peak(2000, 100));
    }

    @Test
    void everySecondIsCorrectedStoredOrNot_E4() {
        stored.add(Sample.ofPhases(100, 1_000_000, 0, 0));
        List<Sample> memory = List.of(Sample.ofPhases(101, 3_000_000, 0, 0));
        CorrectionFactors factors = CorrectionFactors.always(new BigDecimal("0.97"));
        WindowFigures figures = WindowFigures.read(store, memory, MarkedSeconds.NONE, factors, new Window(100, 104), Phases.L1);

        assertThat(figures.max()).isEqualTo(new Peak(2910, 101));
        assertThat(figures.min()).isEqualTo(new Peak(970, 100));
        assertThat(figures.importedKwh()).isCloseTo(3880 / 3.6e6, within(1e-12));
    }

    @Test
    void nothingMeasuredIsNotZero() {
        assertThat(WindowFigures.read(store, List.of(), MarkedSeconds.NONE, NONE, new Window(100, 104), Phases.SUM))
                .isEqualTo(WindowFigures.NONE);
        assertThat(WindowFigures.NONE.meanWatts()).isNaN();
    }
}
