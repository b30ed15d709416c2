package org.opensem.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void theEarliestSecondWinsATie() { // T8
        Extreme early = new Extreme(5, 10);
        Extreme late = new Extreme(5, 20);
        assertThat(Extreme.lower(late, early)).isEqualTo(early);
        assertThat(Extreme.higher(late, early)).isEqualTo(early);
        assertThat(Extreme.lower(new Extreme(-6, 30), early).milliwatts()).isEqualTo(-6);
        assertThat(Extreme.higher(new Extreme(-6, 30), early).milliwatts()).isEqualTo(5);
        assertThat(Extreme.lower(null, early)).isEqualTo(early);
        assertThat(Extreme.higher(early, null)).isEqualTo(early);
        assertThat(Extreme.lower(null, null)).isNull();
    }

    @Test
    void nothingMeasuredIsNotZeroPower() { // T4
        assertThat(Figures.NONE.meanWatts()).isNaN();
        assertThat(Figures.NONE.plus(Figures.NONE)).isEqualTo(Figures.NONE);
        ZonedDateTime start = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        EnergyReport.Bucket gap = new EnergyReport.Bucket(new Span(start, start.plusMinutes(1)), Figures.NONE);
        assertThat(gap.coverage()).isZero();
        EnergyReport report = new EnergyReport(Period.of(PeriodKind.HOUR, start), List.of(gap), Figures.NONE);
        assertThat(report.coverage()).isZero();
    }

    @Test
    void theMeanIsOverTheCoveredSecondsOfImportLessExport() { // T8
        Energy energy = new Energy(3_000, 1_000, 0, 0, 0, 0, 500);
        assertThat(new Figures(4, energy, new Extreme(-1_000, 0), new Extreme(3_000, 1)).meanWatts()).isEqualTo(0.5);
        assertThat(energy.switched()).isEqualTo(2_500);
    }

    @Test
    void theBaseLoadIsAPartOfTheImport() { // D1
        assertThatThrownBy(() -> new Energy(10, 0, 0, 0, 0, 0, 11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Energy(-1, 0, 0, 0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSlotStartsAtAQuarterOfAnHour() {
        assertThatThrownBy(() -> new Interval(901, Figures.NONE)).isInstanceOf(IllegalArgumentException.class);
    }
}
