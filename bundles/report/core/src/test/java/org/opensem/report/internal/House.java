package org.opensem.report.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.aggregation.BaseLoad;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyReport.Bucket;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.aggregation.Span;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;

/** A house in Berlin whose power is a function of time, measured in some stretches; and what its energy costs. */
final class House implements EnergyService {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Currency EURO = Currency.getInstance("EUR");
    /** 32 ct/kWh, 0.36 a day, 380 g/kWh. */
    private static final BigDecimal PRICE = new BigDecimal("0.32");
    private static final BigDecimal BASE_PRICE_A_DAY = new BigDecimal("0.36");
    private static final BigDecimal KILOGRAMS = new BigDecimal("0.38");
    private static final int BASE_MILLIWATTS = 90_000;

    private final TreeMap<Long, Long> measured = new TreeMap<>();
    /** Total in mW at an epoch second, not below the base load. */
    LongUnaryOperator milliwatts = second -> 360_000;
    AggregationStatus status = new AggregationStatus(0, false);

    static ZonedDateTime at(String local) {
        return ZonedDateTime.of(LocalDateTime.parse(local), BERLIN);
    }

    House measured(String from, String to) {
        measured.put(at(from).toEpochSecond(), at(to).toEpochSecond());
        return this;
    }

    private Figures figures(long from, long to) {
        Figures sum = Figures.NONE;
        for (var stretch : measured.entrySet()) {
            for (long slot = Math.floorDiv(Math.max(from, stretch.getKey()), 60L) * 60; slot < Math.min(to, stretch.getValue());
                    slot += 60) {
                long until = Math.min(Math.min(to, stretch.getValue()), slot + 60);
                long seconds = until - Math.max(Math.max(from, stretch.getKey()), slot);
                int watts = (int) milliwatts.applyAsLong(slot);
                long energy = watts * seconds;
                sum = sum.plus(new Figures(seconds, new Energy(energy, 0, energy, 0, 0, energy, BASE_MILLIWATTS * seconds),
                        new Extreme(watts, slot), new Extreme(watts, slot)));
            }
        }
        return sum;
    }

    @Override
    public EnergyReport energy(Period period) {
        List<Bucket> buckets = new ArrayList<>();
        Figures totals = Figures.NONE;
        for (Span span : period.parts()) {
            Figures figures = figures(span.startSecond(), span.endSecond());
            buckets.add(new Bucket(span, figures));
            totals = totals.plus(figures);
        }
        return new EnergyReport(period, buckets, totals);
    }

    @Override
    public List<Interval> intervals(long from, long to) {
        List<Interval> intervals = new ArrayList<>();
        for (long slot = from; slot < to; slot += Interval.SECONDS) {
            Figures figures = figures(slot, slot + Interval.SECONDS);
            if (figures.coveredSeconds() > 0) {
                intervals.add(new Interval(slot, figures));
            }
        }
        return intervals;
    }

    @Override
    public Optional<BaseLoad> baseLoad(LocalDate day) {
        return Optional.empty();
    }

    @Override
    public EnergyService raw() {
        return this;
    }

    @Override
    public AggregationStatus status() {
        return status;
    }

    /** Base price for each begun bucket's days; rounded such that everything adds up. */
    static Optional<CostReport> cost(EnergyReport report) {
        List<Cost> costs = new ArrayList<>();
        Cost.Lines lines = new Cost.Lines(BigDecimal.ZERO.setScale(6), BigDecimal.ZERO.setScale(6), BigDecimal.ZERO.setScale(6));
        BigDecimal base = BigDecimal.ZERO;
        BigDecimal co2 = BigDecimal.ZERO;
        for (Bucket bucket : report.buckets()) {
            Energy energy = bucket.figures().energy();
            BigDecimal high = money(energy.imported(), PRICE);
            BigDecimal basePrice = BASE_PRICE_A_DAY.multiply(BigDecimal.valueOf(bucket.span().seconds()))
                    .divide(BigDecimal.valueOf(86_400), 6, RoundingMode.HALF_UP);
            Cost cost = new Cost(new Cost.Lines(high, BigDecimal.ZERO.setScale(6), basePrice), null,
                    money(energy.base(), PRICE), money(energy.imported(), KILOGRAMS));
            costs.add(cost);
            lines = new Cost.Lines(lines.high().add(high), lines.low(), lines.basePrice().add(basePrice));
            base = base.add(cost.base());
            co2 = co2.add(cost.co2Kg());
        }
        boolean partial = report.period().kind() == PeriodKind.YEAR;
        return Optional.of(new CostReport(EURO, costs, new Cost(lines, null, base, co2), partial));
    }

    private static BigDecimal money(long milliwattSeconds, BigDecimal perKilowattHour) {
        return BigDecimal.valueOf(milliwattSeconds).multiply(perKilowattHour)
                .divide(BigDecimal.valueOf(3_600_000_000L), 6, RoundingMode.HALF_UP);
    }
}
