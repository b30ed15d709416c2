package org.opensem.web.comparison.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
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
import org.opensem.tariff.CostService;

/** A house of 1 kW, from a day on 2 kW, measured in some stretches, at half a unit of money per kWh. */
final class House implements Source, EnergyService {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final long KWH = 3_600_000_000L;

    private final TreeMap<Long, Long> measured = new TreeMap<>();
    ZonedDateTime now;
    long doubledFrom = Long.MAX_VALUE;
    long minutesKeptFrom = Long.MIN_VALUE;
    AggregationStatus status = new AggregationStatus(0, false);
    boolean away;
    boolean costsAway;
    boolean priced = true;

    House(String now) {
        this.now = at(now);
    }

    static ZonedDateTime at(String local) {
        return ZonedDateTime.of(LocalDateTime.parse(local), BERLIN);
    }

    House measured(String from, String to) {
        measured.put(at(from).toEpochSecond(), at(to).toEpochSecond());
        return this;
    }

    private Figures figures(Span span) {
        Figures sum = Figures.NONE;
        for (var stretch : measured.entrySet()) {
            long from = Math.max(span.startSecond(), stretch.getKey());
            long to = Math.min(span.endSecond(), stretch.getValue());
            if (from < to) {
                int milliwatts = span.startSecond() >= doubledFrom ? 2_000_000 : 1_000_000;
                Extreme extreme = new Extreme(milliwatts, from);
                sum = sum.plus(new Figures(to - from, new Energy(milliwatts * (to - from), 0, 0, 0, 0, 0, 0), extreme, extreme));
            }
        }
        return sum;
    }

    @Override
    public EnergyReport energy(Period period) {
        List<Bucket> buckets = new ArrayList<>();
        Figures totals = Figures.NONE;
        boolean quarters = period.kind() == PeriodKind.HOUR && period.start().toEpochSecond() < minutesKeptFrom;
        for (Span span : quarters ? period.slices(Interval.SECONDS) : period.parts()) {
            Bucket bucket = new Bucket(span, figures(span));
            buckets.add(bucket);
            totals = totals.plus(bucket.figures());
        }
        return new EnergyReport(period, buckets, totals);
    }

    private static CostReport cost(EnergyReport report) {
        List<Cost> costs = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Bucket bucket : report.buckets()) {
            BigDecimal half = BigDecimal.valueOf(bucket.figures().energy().imported())
                    .divide(BigDecimal.valueOf(2 * KWH), 6, RoundingMode.HALF_UP);
            costs.add(cost(half));
            sum = sum.add(half);
        }
        return new CostReport(Currency.getInstance("EUR"), costs, cost(sum), false);
    }

    private static Cost cost(BigDecimal amount) {
        return new Cost(new Cost.Lines(amount, BigDecimal.ZERO, BigDecimal.ZERO), null, BigDecimal.ZERO, amount);
    }

    @Override
    public Optional<EnergyService> energy() {
        return away ? Optional.empty() : Optional.of(this);
    }

    @Override
    public Optional<CostService> costs() {
        return costsAway ? Optional.empty() : Optional.of(report -> priced ? Optional.of(cost(report)) : Optional.empty());
    }

    @Override
    public Instant now() {
        return now.toInstant();
    }

    @Override
    public OptionalLong first(ZoneId zone) {
        return measured.isEmpty() ? OptionalLong.empty() : OptionalLong.of(measured.firstKey());
    }

    @Override
    public List<Interval> intervals(long from, long to) {
        return List.of();
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
}
