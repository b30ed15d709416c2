package org.opensem.tariff.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;
import org.opensem.tariff.Rate;
import org.opensem.tariff.RateKind;
import org.opensem.tariff.Tariff;
import org.opensem.testkit.TestClock;

/** Whatever was measured, every division adds up to the last place, and no line is off by more than it (T5, T7). */
class AddingUpTest {
    private static final BigDecimal PLACE = new BigDecimal("0.000001");

    private final House house = new House();
    private final TestClock clock = new TestClock(House.instant("2026-12-20T17:03:11"));

    @BeforeEach
    void measure() {
        Random random = new Random(4711);
        for (long slot = House.second("2026-02-03T10:00"); slot < House.second("2026-12-20T17:00"); slot += 900) {
            if (random.nextInt(50) > 0) {
                long l1 = random.nextLong(1_000_000);
                long l2 = random.nextLong(2_000_000_000);
                long l3 = random.nextLong(7);
                house.put(slot, 1 + random.nextInt(900), House.phased(l1, l2, l3, random.nextLong(l1 + l2 + l3 + 1)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PeriodKind.class)
    void withTwoRatesAndAChangeOfPrices(PeriodKind kind) {
        Tariff tariff = FixedTariff.of(Documents.of(Documents.nightRate("2026-01-01", null, "0.361237", "0.2437"),
                Documents.version("2026-07-01", null, 2, List.of(Documents.tier(0, "129.90", "0.377777", "0.2111")),
                        List.of(Documents.window(Documents.ALL_DAYS, "12:07", "13:04"),
                                Documents.window(List.of("SA", "SU"), "18:00", "09:30:20")))));
        addsUp(tariff, Period.of(kind, House.local("2026-07-01T12:30")));
        addsUp(tariff, Period.of(kind, House.local("2026-10-25T12:30")));
        addsUp(tariff, Period.of(kind, House.local("2026-12-20T17:00")));
    }

    @ParameterizedTest
    @EnumSource(PeriodKind.class)
    void withPricesByTheHourSomeOfThemNegative(PeriodKind kind) {
        addsUp(new HourlyTariff(House.second("2026-03-10T00:00")), Period.of(kind, House.local("2026-05-20T17:00")));
    }

    private void addsUp(Tariff tariff, Period period) {
        EnergyReport report = house.energy(period);
        CostReport cost = new Costs(tariff, house, clock).cost(report).orElseThrow();
        Cost totals = cost.totals();
        assertThat(cost.buckets()).hasSameSizeAs(report.buckets());
        sums(cost, totals.lines().high(), part -> part.lines().high());
        sums(cost, totals.lines().low(), part -> part.lines().low());
        sums(cost, totals.lines().basePrice(), part -> part.lines().basePrice());
        sums(cost, totals.base(), Cost::base);
        for (int i = 0; i < 3; i++) {
            int phase = i;
            sums(cost, totals.phases().get(phase), part -> part.phases().get(phase));
        }
        if (totals.co2Kg() != null) {
            sums(cost, totals.co2Kg(), Cost::co2Kg);
        }
        for (Cost part : cost.buckets()) {
            if (part.known()) {
                assertThat(part.phases().stream().reduce(BigDecimal::add).orElseThrow()).isEqualTo(part.lines().energy());
                assertThat(part.base().add(part.switched())).isEqualTo(part.lines().energy());
            }
        }
        for (RateKind kind : RateKind.values()) {
            BigDecimal line = kind == RateKind.LOW ? totals.lines().low() : totals.lines().high();
            BigDecimal tolerance = period.kind() == PeriodKind.HOUR ? new BigDecimal("0.001") : PLACE;
            assertThat(line).isCloseTo(bruteForce(tariff, period, kind), Offset.offset(tolerance));
        }
    }

    private static void sums(CostReport cost, BigDecimal total, Function<Cost, BigDecimal> figure) {
        assertThat(cost.buckets().stream().filter(Cost::known).map(figure).filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(total);
    }

    /** Every quarter-hour by itself, second for second the price that holds in it. */
    private BigDecimal bruteForce(Tariff tariff, Period period, RateKind kind) {
        double sum = 0;
        for (var interval : house.intervals(period.span().startSecond(), period.span().endSecond())) {
            for (Rate rate : tariff.rates(interval.start(), interval.start() + 900)) {
                if (rate.kind() == kind) {
                    sum += interval.figures().energy().imported() / 3.6e9 * rate.pricePerKwh().doubleValue()
                            * (rate.to() - rate.from()) / 900;
                }
            }
        }
        return BigDecimal.valueOf(sum);
    }
}
