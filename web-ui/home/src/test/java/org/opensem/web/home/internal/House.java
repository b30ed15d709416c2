package org.opensem.web.home.internal;

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
import org.opensem.metering.DriverStatus;
import org.opensem.metering.Sample;
import org.opensem.tariff.BudgetService;
import org.opensem.tariff.CostService;
import org.opensem.web.Unit;
import org.opensem.web.home.HomeFigures;

/** A house of 360 W, a tenth of it base load, that was measured in some stretches; and what Home reads of it. */
final class House implements Source, EnergyService {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int MILLIWATTS = 360_000;

    private final TreeMap<Long, Long> measured = new TreeMap<>();
    ZonedDateTime now;
    Optional<Sample> newest = Optional.empty();
    Optional<DriverStatus> driver = Optional.empty();
    Prices prices = new Prices();
    AggregationStatus status = new AggregationStatus(0, false);
    boolean away;
    boolean failing;
    boolean phases = true;
    /** A third as much as it uses. */
    boolean feedsIn;

    House(String now) {
        this.now = ZonedDateTime.of(LocalDateTime.parse(now), BERLIN);
    }

    static ZonedDateTime at(String local) {
        return ZonedDateTime.of(LocalDateTime.parse(local), BERLIN);
    }

    House measured(String from, String to) {
        return measured(at(from).toEpochSecond(), at(to).toEpochSecond());
    }

    House measured(long from, long to) {
        measured.put(from, to);
        return this;
    }

    private Figures figures(long from, long to) {
        long seconds = 0;
        long first = -1;
        for (var stretch : measured.entrySet()) {
            long a = Math.max(from, stretch.getKey());
            long b = Math.min(to, stretch.getValue());
            if (b > a) {
                seconds += b - a;
                first = first < 0 ? a : first;
            }
        }
        if (seconds == 0) {
            return Figures.NONE;
        }
        long energy = seconds * MILLIWATTS;
        long exported = feedsIn ? energy / 3 : 0;
        Energy all = phases ? new Energy(energy, exported, energy / 2, energy / 4, energy / 4, energy, energy / 10)
                : new Energy(energy, exported, 0, 0, 0, 0, energy / 10);
        return new Figures(seconds, all, new Extreme(MILLIWATTS, first), new Extreme(MILLIWATTS, first));
    }

    @Override
    public EnergyReport energy(Period period) {
        if (failing) {
            throw new IllegalStateException("The database is being updated");
        }
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
        for (long start = Math.floorDiv(from, 900L) * 900; start < to; start += 900) {
            Figures figures = figures(start, start + 900);
            if (figures.coveredSeconds() > 0) {
                intervals.add(new Interval(start, figures));
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

    @Override
    public Optional<EnergyService> energy() {
        return away ? Optional.empty() : Optional.of(this);
    }

    @Override
    public Optional<CostService> costs() {
        return Optional.ofNullable(prices);
    }

    @Override
    public Optional<BudgetService> budgets() {
        return Optional.ofNullable(prices);
    }

    @Override
    public Optional<Currency> currency() {
        return Optional.ofNullable(prices).map(Prices::currency);
    }

    @Override
    public ZonedDateTime now() {
        return now;
    }

    @Override
    public Optional<Sample> newest() {
        return newest;
    }

    @Override
    public Optional<DriverStatus> driver() {
        return driver;
    }

    @Override
    public OptionalLong first() {
        return measured.isEmpty() ? OptionalLong.empty() : OptionalLong.of(measured.firstKey());
    }

    Shot read(PeriodKind kind, String local) {
        return new Reader(this).read(Place.TODAY.at(Period.of(kind, at(local)), now)).orElseThrow();
    }

    HomeFigures show(PeriodKind kind, String local, Unit unit) {
        return read(kind, local).in(unit);
    }
}
