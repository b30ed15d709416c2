package org.opensem.tariff.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.tariff.internal.Documents.ALL_DAYS;
import static org.opensem.tariff.internal.Documents.example;
import static org.opensem.tariff.internal.Documents.nightRate;
import static org.opensem.tariff.internal.Documents.of;
import static org.opensem.tariff.internal.Documents.oneRate;
import static org.opensem.tariff.internal.Documents.tier;
import static org.opensem.tariff.internal.Documents.version;
import static org.opensem.tariff.internal.Documents.window;
import static org.opensem.tariff.internal.Documents.with;
import static org.opensem.tariff.internal.House.day;
import static org.opensem.tariff.internal.House.period;
import static org.opensem.tariff.internal.House.second;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;
import org.opensem.tariff.Tariff;
import org.opensem.testkit.TestClock;

/** Energy times price, with amounts that can be followed by hand (E3, E4, T2, T4). */
class CostsTest {
    private static final long KWH = 3_600_000_000L;

    private final House house = new House();
    private final TestClock clock = new TestClock(House.instant("2027-06-01T00:00"));

    private CostReport cost(Map<String, Object> document, Period period) {
        return cost(FixedTariff.of(document), period);
    }

    private CostReport cost(Tariff tariff, Period period) {
        return new Costs(tariff, house, clock).cost(house.energy(period)).orElseThrow();
    }

    private static void assertLines(Cost cost, String high, String low, String basePrice) {
        assertThat(cost.lines().high()).isEqualTo(new BigDecimal(high));
        assertThat(cost.lines().low()).isEqualTo(new BigDecimal(low));
        assertThat(cost.lines().basePrice()).isEqualTo(new BigDecimal(basePrice));
    }

    @Test
    void theHourOfTheRestDescription() {
        // 720 W from 7 to 8: 0.72 kWh × 0.36 = 0.2592; base price 10.80 / 30 / 24 = 0.015; 0.72 × 380 g = 273.6 g.
        house.draws(720, "2026-11-22T07:00", "2026-11-22T08:00");
        CostReport report = cost(example(), day("2026-11-22"));
        Cost hour = report.buckets().get(7);

        assertLines(hour, "0.259200", "0.000000", "0.015000");
        assertThat(hour.total()).isEqualTo(new BigDecimal("0.274200"));
        assertThat(hour.co2Kg()).isEqualTo(new BigDecimal("0.273600"));
        assertThat(report.currency().getCurrencyCode()).isEqualTo("EUR");
        assertThat(report.partial()).isFalse();
    }

    @Test
    void theDayOfTheRestDescription() {
        // 450 W all day: high 16 h × 0.45 × 0.36 = 2.592, low 8 h × 0.45 × 0.24 = 0.864, base price 0.36; 10.8 kWh × 380 g.
        house.draws(450, "2026-11-22T00:00", "2026-11-23T00:00");
        Cost totals = cost(example(), day("2026-11-22")).totals();

        assertLines(totals, "2.592000", "0.864000", "0.360000");
        assertThat(totals.total()).isEqualTo(new BigDecimal("3.816000"));
        assertThat(totals.co2Kg()).isEqualTo(new BigDecimal("4.104000"));
        // A third is base load.
        assertThat(totals.base()).isEqualTo(new BigDecimal("1.152000"));
        assertThat(totals.switched()).isEqualTo(new BigDecimal("2.304000"));
        assertThat(totals.phases()).isNull();
    }

    @Test
    void daysOfClockChangesCostTheirHours_T2() {
        // 1 kW: the night of 29 March has 7 h (0.24), the day 16 h (0.36); that of 25 October 9 h. The base price is a day's.
        house.draws(1000, "2026-03-29T00:00", "2026-03-30T00:00").draws(1000, "2026-10-25T00:00", "2026-10-26T00:00");
        Map<String, Object> noBase = of(with(nightRate("2026-01-01", null, "0.36", "0.24"), "basePricePer", "year"));
        CostReport spring = cost(noBase, day("2026-03-29"));
        CostReport autumn = cost(noBase, day("2026-10-25"));

        assertThat(spring.buckets()).hasSize(23);
        // 10.80 / 365 = 0.0295890…
        assertLines(spring.totals(), "5.760000", "1.680000", "0.029589");
        assertThat(autumn.buckets()).hasSize(25);
        assertLines(autumn.totals(), "5.760000", "2.160000", "0.029589");
        // Both hours called 02 are of the low rate, and each has a 25th of the base price (0.0295890 / 25).
        assertLines(autumn.buckets().get(2), "0.000000", "0.240000", "0.001184");
        assertLines(autumn.buckets().get(3), "0.000000", "0.240000", "0.001184");
    }

    @Test
    void aQuarterHourThatARateCutsIsDividedByTime() {
        // Low rate from 22:10: of 0.9 kWh in that quarter-hour two thirds are high.
        house.put(second("2026-11-20T22:00"), 900, House.total(9 * KWH / 10));
        Map<String, Object> document = of(version("2026-01-01", null, 2, List.of(tier(0, 0, "0.50", "0.20")),
                List.of(window(ALL_DAYS, "22:10", "22:12"), window(ALL_DAYS, "22:14", "23:00"))));

        // 22:10 to 22:12 and 22:14 to 22:15 are 3 of 15 minutes: 0.18 kWh × 0.20; 0.72 × 0.50.
        assertLines(cost(document, day("2026-11-20")).buckets().get(22), "0.360000", "0.036000", "0.000000");
        assertLines(cost(document, period(PeriodKind.MONTH, "2026-11-01")).totals(), "0.360000", "0.036000", "0.000000");
    }

    @Test
    void anHoursMinutesAreTheReports() {
        // 0.06 kWh a minute; low from 22:10 on.
        house.put(second("2026-11-20T22:00"), 900, House.total(9 * KWH / 10));
        Map<String, Object> document = of(version("2026-01-01", null, 2, List.of(tier(0, 0, "0.50", "0.20")),
                List.of(window(ALL_DAYS, "22:10", "22:12:30"))));
        CostReport hour = cost(document, Period.of(PeriodKind.HOUR, House.local("2026-11-20T22:00")));

        assertLines(hour.buckets().get(9), "0.030000", "0.000000", "0.000000");
        assertLines(hour.buckets().get(10), "0.000000", "0.012000", "0.000000");
        assertLines(hour.buckets().get(12), "0.015000", "0.006000", "0.000000");
        // 12.5 minutes high, 2.5 low.
        assertLines(hour.totals(), "0.375000", "0.030000", "0.000000");
    }

    @Test
    void theBasePriceRunsThroughGapsFromTheFirstDayToNow_T4() {
        house.draws(1000, "2026-11-10T09:00", "2026-11-10T10:00").draws(1000, "2026-11-12T09:00", "2026-11-12T10:00");
        clock.set(House.instant("2026-11-12T18:00"));
        CostReport month = cost(of(oneRate("2026-01-01", null, "0.30")), period(PeriodKind.MONTH, "2026-11-01"));

        // Before the first sample nothing is known; its day counts from 00:00.
        assertThat(month.buckets().get(8)).isEqualTo(Cost.UNKNOWN);
        assertLines(month.buckets().get(9), "0.300000", "0.000000", "0.360000");
        assertLines(month.buckets().get(10), "0.000000", "0.000000", "0.360000");
        assertThat(month.buckets().get(10).co2Kg()).isNull();
        assertThat(month.buckets().get(10).base()).isEqualByComparingTo("0");
        // Three quarters of today; tomorrow is not known.
        assertLines(month.buckets().get(11), "0.300000", "0.000000", "0.270000");
        assertThat(month.buckets().get(12)).isEqualTo(Cost.UNKNOWN);
        assertLines(month.totals(), "0.600000", "0.000000", "0.990000");
        assertThat(month.totals().co2Kg()).isEqualTo(new BigDecimal("0.760000"));

        CostReport hours = cost(of(oneRate("2026-01-01", null, "0.30")), day("2026-11-12"));
        assertLines(hours.buckets().get(17), "0.000000", "0.000000", "0.015000");
        assertThat(hours.buckets().get(18).known()).isFalse();
        clock.set(House.instant("2026-11-12T18:20"));
        // 20 of 60 minutes.
        assertLines(cost(of(oneRate("2026-01-01", null, "0.30")), day("2026-11-12")).buckets().get(18), "0.000000", "0.000000",
                "0.005000");
    }

    @Test
    void anImportOfOlderDaysBringsTheirBasePrice() {
        house.draws(1000, "2026-11-10T09:00", "2026-11-10T10:00");
        Costs costs = new Costs(FixedTariff.of(example()), house, clock);
        Period october = period(PeriodKind.MONTH, "2026-10-01");
        assertThat(costs.cost(house.energy(october)).orElseThrow().totals().known()).isFalse();
        house.draws(1000, "2026-10-30T23:00", "2026-10-31T00:00");
        // 10.80 / 31 × 2
        assertLines(costs.cost(house.energy(october)).orElseThrow().totals(), "0.000000", "0.240000", "0.696774");
        house.slots.clear();
        assertThat(costs.cost(house.energy(october)).orElseThrow().totals().known()).isFalse();
    }

    @Test
    void aPriceRiseDoesNotRewriteTheMonthsBefore() {
        house.draws(1000, "2026-06-30T00:00", "2026-07-02T00:00");
        Map<String, Object> document = of(oneRate("2026-01-01", null, "0.30"),
                with(oneRate("2026-07-01", null, "0.40"), "basePricePer", "year"));

        CostReport year = cost(document, period(PeriodKind.YEAR, "2026-01-01"));
        // 24 kWh each; 10.80 / 30; then 184 days of 10.80 / 365.
        assertLines(year.buckets().get(5), "7.200000", "0.000000", "0.360000");
        assertThat(year.buckets().get(6).lines().high()).isEqualTo(new BigDecimal("9.600000"));
        // 184 × 0.029589041… = 5.4443835…
        assertLines(year.totals(), "16.800000", "0.000000", "5.804384");
    }

    @Test
    void whatWasMeasuredBeforeTheTariffHasNoPriceAndTheReportSaysSo_T4() {
        house.draws(1000, "2026-11-20T00:00", "2026-11-23T00:00");
        CostReport report = cost(of(oneRate("2026-11-22", null, "0.30")), period(PeriodKind.WEEK, "2026-11-16"));

        assertThat(report.partial()).isTrue();
        assertThat(report.buckets().get(4)).isEqualTo(Cost.UNKNOWN);
        assertLines(report.totals(), "7.200000", "0.000000", "0.360000");
        CostReport month = cost(of(oneRate("2026-11-22", null, "0.30")), period(PeriodKind.YEAR, "2026-01-01"));
        assertThat(month.partial()).isTrue();
        // From the tariff's first day: nine days of base price in November, 31 in December.
        assertLines(month.buckets().get(10), "7.200000", "0.000000", "3.240000");
        assertLines(month.buckets().get(11), "0.000000", "0.000000", "10.800000");
    }

    @Test
    void withoutAnyTariffThereIsNoCost() {
        house.draws(1000, "2026-11-20T00:00", "2026-11-21T00:00");
        EnergyReport report = house.energy(day("2026-11-20"));
        assertThat(new Costs(FixedTariff.of(Map.of()), house, clock).cost(report)).isEmpty();
        assertThat(new Costs(FixedTariff.of(of(oneRate("2026-11-21", null, "0.30"))), house, clock).cost(report)).isEmpty();
        // A tariff that is known, for a day that nothing is known of.
        assertThat(cost(example(), day("2027-11-20")).totals()).isEqualTo(Cost.UNKNOWN);
    }

    @Test
    void phasesDivideTheEnergysCost_T7() {
        // L1 draws by night, L2 by day: each pays its own price, 0.24 and 0.36 a kWh.
        house.put(second("2026-11-20T01:00"), 900, House.phased(KWH, 0, 0, KWH / 2));
        house.put(second("2026-11-20T12:00"), 900, House.phased(0, KWH, 0, 0));
        Cost totals = cost(example(), day("2026-11-20")).totals();
        assertThat(totals.phases())
                .containsExactly(new BigDecimal("0.240000"), new BigDecimal("0.360000"), new BigDecimal("0.000000"));
        assertThat(totals.base()).isEqualTo(new BigDecimal("0.120000"));
    }

    @Test
    void whereAPhaseFeedsInTheCostIsDividedInProportion_T7() {
        // Import 1 kWh while L1 draws 2, L2 1 and L3 feeds in 2: 0.36 in the proportion 2 to 1.
        house.put(second("2026-11-20T12:00"), 900, new Energy(KWH, 0, 2 * KWH, KWH, 0, KWH, 0));
        Cost totals = cost(example(), day("2026-11-20")).totals();
        assertThat(totals.phases())
                .containsExactly(new BigDecimal("0.240000"), new BigDecimal("0.120000"), new BigDecimal("0.000000"));
    }

    @Test
    void emissionsAreKnownWhereTheyAreToldOnly() {
        house.draws(1000, "2026-06-30T00:00", "2026-07-02T00:00");
        Map<String, Object> silent = with(oneRate("2026-01-01", null, "0.30"), "co2GramsPerKwh", null);
        CostReport report = cost(of(silent, oneRate("2026-07-01", null, "0.30")), period(PeriodKind.YEAR, "2026-01-01"));
        assertThat(report.buckets().get(5).co2Kg()).isNull();
        assertThat(report.buckets().get(6).co2Kg()).isEqualTo(new BigDecimal("9.120000"));
        assertThat(report.totals().co2Kg()).isEqualTo(new BigDecimal("9.120000"));
    }

    @Test
    void aRawReportIsPricedRaw_E4() {
        house.draws(970, "2026-11-20T00:00", "2026-11-21T00:00");
        house.raw = new House(true).draws(1000, "2026-11-20T00:00", "2026-11-21T00:00");
        Costs costs = new Costs(FixedTariff.of(example()), house, clock);
        EnergyService raw = house.raw();
        for (PeriodKind kind : List.of(PeriodKind.DAY, PeriodKind.MONTH)) {
            // 16 h × 0.36 and 8 h × 0.24; calibrated 0.97 of it.
            Cost measured = costs.cost(raw.energy(period(kind, "2026-11-20"))).orElseThrow().totals();
            assertThat(measured.lines().energy()).isEqualTo(new BigDecimal("7.680000"));
            Cost calibrated = costs.cost(house.energy(period(kind, "2026-11-20"))).orElseThrow().totals();
            assertThat(calibrated.lines().energy()).isEqualTo(new BigDecimal("7.449600"));
        }
    }

    @Test
    void figuresAreTheSameInWhateverZoneTheyAreAskedFor_T1() {
        house.draws(1000, "2026-11-01T00:00", "2026-12-01T00:00");
        Costs costs = new Costs(FixedTariff.of(example()), house, clock);
        Period tokyo = Period.of(PeriodKind.DAY,
                House.local("2026-11-20T12:00").withZoneSameInstant(ZoneId.of("Asia/Tokyo")));
        Cost day = costs.cost(house.energy(tokyo)).orElseThrow().totals();
        // 24 h from 16:00 on in Berlin: the same 8 hours of low rate, and one day's base price in two parts.
        assertLines(day, "5.760000", "1.920000", "0.360000");
    }
}
