package org.opensem.aggregation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.BaseLoad;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.CorrectionFactors.Step;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyReport.Bucket;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.metering.Sample;
import org.slf4j.LoggerFactory;

/** E4: the factor multiplies what is answered, quarter-hour by quarter-hour, and what is stored stays raw. */
class CorrectedFiguresTest {
    private static final long FROM = House.at("2026-11-18T23:00:00Z");
    private static final long STEP = House.at("2026-11-20T23:00:00Z");
    private static final CorrectionFactors TWO = new CorrectionFactors(List.of(
            new Step(Long.MIN_VALUE, new BigDecimal("0.97")), new Step(STEP, new BigDecimal("1.031234"))));

    private final House house = new House();
    private CorrectionFactors factors = TWO;
    private EnergyView view;

    private EnergyView view() {
        if (view == null) {
            view = EnergyView.raw(house.store, house.store, house.clock, house.follower()).corrected(() -> factors);
        }
        return view;
    }

    private static Period period(PeriodKind kind, String local) {
        return Period.of(kind, ZonedDateTime.parse(local + "[Europe/Berlin]"));
    }

    @Test
    void everyPeriodIsTheSumOfItsCorrectedQuarterHours() {
        house.write(House.wild(new Random(3), FROM, FROM + 4 * 86_400)).settle();
        List<Interval> raw = view().raw().intervals(0, Long.MAX_VALUE);
        assertThat(raw).isEqualTo(new Oracle(house.store, house.clock.zone()).intervals());
        List<Interval> corrected = view().intervals(0, Long.MAX_VALUE);
        assertThat(corrected).hasSameSizeAs(raw);
        for (int i = 0; i < raw.size(); i++) {
            assertThat(corrected.get(i).figures()).isEqualTo(TWO.figures(raw.get(i).figures(), raw.get(i).start()));
        }
        for (PeriodKind kind : List.of(PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.YEAR)) {
            EnergyReport report = view().energy(period(kind, "2026-11-21T12:00:00+01:00"));
            assertThat(report.raw()).isFalse();
            Figures sum = Figures.NONE;
            for (Bucket bucket : report.buckets()) {
                Figures expected = corrected.stream()
                        .filter(i -> i.start() >= bucket.span().startSecond() && i.start() < bucket.span().endSecond())
                        .map(Interval::figures).reduce(Figures.NONE, Figures::plus);
                assertThat(bucket.figures()).isEqualTo(expected);
                sum = sum.plus(expected);
            }
            assertThat(report.totals()).isEqualTo(sum);
            assertThat(report.totals().coveredSeconds()).isPositive();
        }
    }

    @Test
    void anHourIsCorrectedMinuteByMinute() {
        house.write(House.wild(new Random(4), STEP, STEP + 7_200)).settle();
        EnergyReport raw = view().raw().energy(period(PeriodKind.HOUR, "2026-11-21T00:30:00+01:00"));
        EnergyReport hour = view().energy(period(PeriodKind.HOUR, "2026-11-21T00:30:00+01:00"));
        assertThat(raw.raw()).isTrue();
        assertThat(hour.buckets()).hasSize(60);
        for (int i = 0; i < 60; i++) {
            assertThat(hour.buckets().get(i).figures()).isEqualTo(TWO.figures(raw.buckets().get(i).figures(), STEP));
        }
    }

    @Test
    void aNewFactorHoldsAtOnceAndForWhatIsFrozenToo() {
        house.write("2026-11-19T00:00:00Z", "2026-11-20T00:00:00Z", House.phases(1_000, 2_000, 3_000)).settle();
        Period day = period(PeriodKind.DAY, "2026-11-19T12:00:00+01:00");
        factors = CorrectionFactors.NONE;
        long raw = view().energy(day).totals().energy().imported();
        assertThat(raw).isEqualTo(23L * 3_600 * 6_000);
        factors = CorrectionFactors.always(new BigDecimal("0.97"));
        assertThat(view().energy(day).totals().energy().imported()).isEqualTo(raw / 100 * 97);
        assertThat(view().raw().energy(day).totals().energy().imported()).isEqualTo(raw);
        assertThat(view().raw().raw()).isSameAs(view().raw());
        BaseLoad load = view().baseLoad(LocalDate.parse("2026-11-19")).orElseThrow();
        assertThat(load).isEqualTo(new BaseLoad(load.day(), 5_820, 970, 1_940, 2_910, false));
    }

    @Test
    void theMeterReadingIsEverySecondsCorrectedImportUpToTheLastFiveMinutes() {
        Random random = new Random(5);
        List<Sample> all = House.wild(random, FROM, FROM + 3 * 86_400 + 5_000);
        house.clock.set(Instant.ofEpochSecond(FROM + 3 * 86_400 + 5_000));
        house.write(all);
        List<String> times = new ArrayList<>();
        // The follower has not computed anything yet of the last minutes; then it has.
        house.round();
        long mark = FROM + 3 * 86_400 + 3_700;
        house.store.mark(mark, mark + 100, "");
        house.settle();
        for (long now : new long[] {FROM + 3 * 86_400 + 5_000, FROM + 3 * 86_400 + 4_500, FROM + 3 * 86_400 + 4_499}) {
            Map<String, Object> reading = CalibrationSettings.reading(
                    Instant.ofEpochSecond(now).atZone(house.clock.zone()), second -> view().importedBefore(second).orElse(null));
            times.add(reading.get("time").toString());
            long boundary = now / 300 * 300;
            long expected = 0;
            for (long slot = FROM / 900 * 900; slot < boundary; slot += 900) {
                long sum = 0;
                for (Sample sample : all) {
                    long second = sample.epochSecond();
                    boolean marked = second >= mark && second < mark + 100;
                    if (!marked && second >= slot && second < Math.min(boundary, slot + 900)) {
                        sum += Math.max(0, sample.totalMilliwatts());
                    }
                }
                expected += BigDecimal.valueOf(sum).multiply(TWO.at(slot)).setScale(0, RoundingMode.HALF_UP).longValue();
            }
            assertThat((BigDecimal) reading.get("kWh")).isEqualByComparingTo(
                    BigDecimal.valueOf(expected).divide(new BigDecimal("3600000000"), 6, RoundingMode.HALF_UP));
        }
        assertThat(times).containsExactly(
                "2026-11-22T01:20:00+01:00", "2026-11-22T01:15:00+01:00", "2026-11-22T01:10:00+01:00");
    }

    @Test
    void theMeterReadingIncludesWhatTheFollowerHasNotComputedYet() {
        long now = House.at("2026-11-20T10:15:00Z");
        house.write(House.seconds(now - 3_600, now - 1_800, House.total(1_000_000))).settle();
        house.write(House.seconds(now - 1_800, now, House.total(1_000_000)));
        factors = CorrectionFactors.NONE;
        assertThat(view().importedBefore(now)).hasValue(3_600L * 1_000_000 - 900L * 1_000_000);
        house.settle();
        assertThat(view().importedBefore(now)).hasValue(3_600L * 1_000_000);
        assertThat(view().importedBefore(now - 300)).hasValue(3_300L * 1_000_000);
    }

    @Test
    void beforeTheFirstSampleThereIsNoReading() { // T4
        assertThat(view().importedBefore(FROM)).isEmpty();
        assertThat(CalibrationSettings.reading(house.clock.now().atZone(house.clock.zone()), second -> null)).isNull();
    }

    @Test
    void theHourThatComesTwiceHasAReadingOfItsOwn() { // T2
        List<String> times = new ArrayList<>();
        for (String now : List.of("2026-10-25T00:59:59Z", "2026-10-25T01:03:00Z")) {
            ZonedDateTime local = Instant.parse(now).atZone(house.clock.zone());
            times.add(CalibrationSettings.reading(local, second -> 0L).get("time").toString());
        }
        assertThat(times).containsExactly("2026-10-25T02:55:00+02:00", "2026-10-25T02:00:00+01:00");
    }

    /** Printed, not asserted: performance.md asks for 50 ms, then 5 ms. */
    @Test
    void aYearOf35040IntervalsIsCorrectedAndSummedUp() {
        IntervalIndex.Builder builder = new IntervalIndex.Builder(IntervalIndex.EMPTY);
        SlotSeconds slot = new SlotSeconds(0);
        House.seconds(0, 900, House.phases(1_000, 2_000, 3_001)).forEach(s ->
                slot.add(s.epochSecond(), s.totalMilliwatts(), s.l1Milliwatts(), s.l2Milliwatts(), s.l3Milliwatts()));
        Figures figures = slot.interval(new BaseLevels(500, 500, 500, 1_500)).figures();
        long start = House.at("2025-12-31T23:00:00Z");
        for (long at = start; at < start + 365 * 86_400L; at += 900) {
            builder.put(new Interval(at, figures));
        }
        Snapshot snapshot = new Snapshot(builder.build(), Snapshot.EMPTY.bases(), 1);
        Reports reports = new Reports(house.store, new LocalDays(house.clock.zone()), TWO, false);
        long[] nanos = new long[51];
        EnergyReport report = null;
        for (int i = 0; i < nanos.length; i++) {
            long begin = System.nanoTime();
            report = reports.report(period(PeriodKind.YEAR, "2026-06-01T00:00:00+02:00"), snapshot);
            nanos[i] = System.nanoTime() - begin;
        }
        long first = nanos[0];
        Arrays.sort(nanos);
        LoggerFactory.getLogger(CorrectedFiguresTest.class).info(
                "Year view with two factors: median {} µs, the first {} µs", nanos[25] / 1_000, first / 1_000);
        long before = (STEP - start) / 900;
        assertThat(report.totals().energy().imported()).isEqualTo(
                before * Math.round(900 * 6_001 * 0.97) + (35_040 - before) * Math.round(900 * 6_001 * 1.031234));
    }
}
