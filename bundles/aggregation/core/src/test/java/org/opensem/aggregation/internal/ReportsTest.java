package org.opensem.aggregation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyReport.Bucket;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.testkit.InMemorySampleStore;
import org.slf4j.LoggerFactory;

class ReportsTest {
    private final House house = new House();

    private EnergyReport report(PeriodKind kind, String local) {
        ZonedDateTime at = ZonedDateTime.parse(local + "[" + house.clock.zone() + "]");
        return house.reports().report(Period.of(kind, at), house.snapshot());
    }

    /** T2, T5: whatever the period, its buckets are exactly what a sum over their seconds gives, and add up to the totals. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"})
    void bucketsAddUpExactlyToTheTotalsForEveryPeriod(String zone) {
        house.zone(zone);
        Random random = new Random(zone.hashCode());
        List<String> changes = switch (zone) {
            case "Europe/Berlin" -> List.of("2026-03-29T01:30:00Z", "2026-10-25T01:30:00Z");
            case "America/New_York" -> List.of("2026-03-08T07:30:00Z", "2026-11-01T06:30:00Z");
            case "Australia/Lord_Howe" -> List.of("2026-04-04T15:10:00Z", "2026-10-03T15:40:00Z");
            default -> List.of("2026-03-29T01:30:00Z");
        };
        for (String change : changes) {
            long at = House.at(change);
            house.write(House.wild(random, at - 90_000, at + 90_000)).settle();
            Oracle oracle = new Oracle(house.store, house.clock.zone());
            for (PeriodKind kind : PeriodKind.values()) {
                Period period = Period.of(kind, ZonedDateTime.parse(change).withZoneSameInstant(ZoneId.of(zone)));
                Reports reports = house.reports();
                assertAddsUp(oracle, reports.report(period, house.snapshot()));
            }
        }
    }

    private static void assertAddsUp(Oracle oracle, EnergyReport report) {
        assertThat(report.buckets()).extracting(Bucket::span).isEqualTo(report.period().parts());
        Figures sum = Figures.NONE;
        for (Bucket bucket : report.buckets()) {
            assertThat(bucket.figures()).isEqualTo(oracle.figures(bucket.span().startSecond(), bucket.span().endSecond()));
            assertThat(bucket.coverage()).isBetween(0.0, 1.0);
            sum = sum.plus(bucket.figures());
        }
        assertThat(report.totals()).isEqualTo(sum);
        assertThat(report.totals().coveredSeconds()).isPositive();
        assertThat(sum.energy().base() + sum.energy().switched()).isEqualTo(sum.energy().imported());
    }

    @Test
    void aDayOfTheClockChangeHas23Or25Buckets() { // T2
        assertThat(report(PeriodKind.DAY, "2026-03-29T12:00:00+02:00").buckets()).hasSize(23);
        EnergyReport autumn = report(PeriodKind.DAY, "2026-10-25T12:00:00+01:00");
        assertThat(autumn.buckets()).hasSize(25);
        house.write("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", House.total(1_000)).settle();
        EnergyReport full = report(PeriodKind.DAY, "2026-10-25T12:00:00+01:00");
        assertThat(full.coverage()).isEqualTo(1.0);
        assertThat(full.totals().energy().imported()).isEqualTo(25L * 3_600 * 1_000);
    }

    @Test
    void aGapIsCoverageZeroNotZeroPower() { // T4
        house.write("2026-11-20T10:00:00Z", "2026-11-20T10:30:00Z", House.total(0)).settle();
        EnergyReport day = report(PeriodKind.DAY, "2026-11-20T12:00:00+01:00");
        assertThat(day.buckets().get(11).coverage()).isEqualTo(0.5);
        assertThat(day.buckets().get(11).figures().meanWatts()).isZero();
        assertThat(day.buckets().get(12).coverage()).isZero();
        assertThat(day.buckets().get(12).figures()).isEqualTo(Figures.NONE);
        assertThat(day.buckets().get(12).figures().max()).isNull();
        assertThat(day.coverage()).isEqualTo(0.5 / 24);
        EnergyReport other = report(PeriodKind.DAY, "2026-11-21T12:00:00+01:00");
        assertThat(other.buckets()).hasSize(24).allMatch(bucket -> bucket.coverage() == 0);
        assertThat(other.totals()).isEqualTo(Figures.NONE);
    }

    @Test
    void anHourIsInMinutesWhileItsSecondsAreKeptThenInQuarterHours() { // H3
        long[] keptFrom = {Long.MIN_VALUE};
        house.store = new InMemorySampleStore(1, () -> keptFrom[0]);
        house.write("2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z", House.total(2_000)).settle().follower().save();
        house.round();
        EnergyReport minutes = report(PeriodKind.HOUR, "2026-11-20T11:00:00+01:00");
        assertThat(minutes.buckets()).hasSize(60).allMatch(bucket -> bucket.figures().energy().imported() == 120_000);
        keptFrom[0] = House.at("2026-11-21T00:00:00Z");
        house.store.retain();
        EnergyReport quarters = report(PeriodKind.HOUR, "2026-11-20T11:00:00+01:00");
        assertThat(quarters.buckets()).hasSize(4).allMatch(bucket -> bucket.figures().energy().imported() == 1_800_000);
        assertThat(quarters.totals()).isEqualTo(minutes.totals());
        assertThat(report(PeriodKind.HOUR, "2026-11-20T12:00:00+01:00").buckets()).hasSize(60);
    }

    @Test
    void extremesKeepTheirFirstSecondBeyondTheRetention() { // T8
        long[] keptFrom = {Long.MIN_VALUE};
        house.store = new InMemorySampleStore(1, () -> keptFrom[0]);
        house.write("2026-11-20T10:00:00Z", "2026-11-20T10:10:00Z", House.total(500));
        house.write("2026-11-20T10:10:00Z", "2026-11-20T10:12:00Z", House.total(-900));
        house.write("2026-11-20T10:12:00Z", "2026-11-20T13:00:00Z", House.total(500)).settle().follower().save();
        house.round();
        keptFrom[0] = Long.MAX_VALUE;
        house.store.retain();
        Figures day = report(PeriodKind.DAY, "2026-11-20T12:00:00+01:00").totals();
        assertThat(day.max().epochSecond()).isEqualTo(House.at("2026-11-20T10:00:00Z"));
        assertThat(day.min().milliwatts()).isEqualTo(-900);
        assertThat(day.min().epochSecond()).isEqualTo(House.at("2026-11-20T10:10:00Z"));
        assertThat(day.energy().exported()).isEqualTo(120 * 900);
        assertThat(day.meanWatts()).isEqualTo((10_680 * 0.5 - 120 * 0.9) / 10_800);
    }

    /** Printed, not asserted: performance.md asks for 50 ms, then 5 ms. */
    @Test
    void aYearOf35040IntervalsIsSummedUpToTwelveMonths() {
        IntervalIndex.Builder builder = new IntervalIndex.Builder(IntervalIndex.EMPTY);
        long start = House.at("2025-12-31T23:00:00Z");
        SlotSeconds slot = new SlotSeconds(0);
        House.seconds(0, 900, House.phases(1_000, 2_000, 3_000)).forEach(s ->
                slot.add(s.epochSecond(), s.totalMilliwatts(), s.l1Milliwatts(), s.l2Milliwatts(), s.l3Milliwatts()));
        Figures figures = slot.interval(new BaseLevels(500, 500, 500, 1_500)).figures();
        for (long at = start; at < start + 365 * 86_400L; at += 900) {
            builder.put(new Interval(at, figures));
        }
        Snapshot snapshot = new Snapshot(builder.build(), Snapshot.EMPTY.bases(), 1);
        Period year = Period.of(PeriodKind.YEAR, ZonedDateTime.parse("2026-06-01T00:00:00+02:00[Europe/Berlin]"));
        long[] nanos = new long[51];
        EnergyReport report = null;
        for (int i = 0; i < nanos.length; i++) {
            long begin = System.nanoTime();
            report = house.reports().report(year, snapshot);
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        LoggerFactory.getLogger(ReportsTest.class).info("Year view: median {} µs", nanos[25] / 1_000);
        assertThat(report.buckets()).hasSize(12);
        assertThat(report.totals().energy().imported()).isEqualTo(365L * 86_400 * 6_000);
    }
}
