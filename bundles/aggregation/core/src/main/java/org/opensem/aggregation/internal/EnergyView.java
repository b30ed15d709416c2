package org.opensem.aggregation.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.aggregation.BaseLoad;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.Period;
import org.opensem.store.ChangeLog;
import org.opensem.store.SampleStore;
import org.opensem.time.ClockService;

/** The follower's figures, with or without the correction (E4). What is stored is raw; a factor changes only what is answered. */
final class EnergyView implements EnergyService {
    private final SampleStore store;
    private final ChangeLog log;
    private final ClockService clock;
    private final Follower follower;
    private final Supplier<CorrectionFactors> factors;
    private final EnergyService raw;

    private EnergyView(EnergyView like, Supplier<CorrectionFactors> factors) {
        store = like.store;
        log = like.log;
        clock = like.clock;
        follower = like.follower;
        this.factors = factors;
        raw = like;
    }

    private EnergyView(SampleStore store, ChangeLog log, ClockService clock, Follower follower) {
        this.store = store;
        this.log = log;
        this.clock = clock;
        this.follower = follower;
        factors = () -> CorrectionFactors.NONE;
        raw = this;
    }

    /** As the meter says them. */
    static EnergyView raw(SampleStore store, ChangeLog log, ClockService clock, Follower follower) {
        return new EnergyView(store, log, clock, follower);
    }

    /** The same, corrected by the factors in force when something is asked. */
    EnergyView corrected(Supplier<CorrectionFactors> by) {
        return new EnergyView(this, by);
    }

    @Override
    public EnergyReport energy(Period period) {
        return new Reports(store, new LocalDays(clock.zone()), factors.get(), raw == this).report(period, follower.snapshot());
    }

    @Override
    public List<Interval> intervals(long from, long to) {
        CorrectionFactors by = factors.get();
        boolean neutral = by.neutral();
        List<Interval> intervals = new ArrayList<>();
        follower.snapshot().index().forEach(from, to, interval -> intervals.add(
                neutral ? interval : new Interval(interval.start(), by.figures(interval.figures(), interval.start()))));
        return intervals;
    }

    @Override
    public Optional<BaseLoad> baseLoad(LocalDate day) {
        LocalDays days = new LocalDays(clock.zone());
        boolean provisional = days.end(day.toEpochDay()) > clock.now().getEpochSecond();
        return follower.snapshot().baseLoad(day, provisional).map(load -> corrected(load, days.start(day.toEpochDay())));
    }

    private BaseLoad corrected(BaseLoad load, long start) {
        CorrectionFactors by = factors.get();
        int l1 = by.milliwatts(load.l1Milliwatts(), start);
        int l2 = by.milliwatts(load.l2Milliwatts(), start);
        int l3 = by.milliwatts(load.l3Milliwatts(), start);
        boolean sum = load.totalMilliwatts() == load.l1Milliwatts() + load.l2Milliwatts() + load.l3Milliwatts();
        int total = sum ? l1 + l2 + l3 : by.milliwatts(load.totalMilliwatts(), start);
        return new BaseLoad(load.day(), total, l1, l2, l3, load.provisional());
    }

    @Override
    public EnergyService raw() {
        return raw;
    }

    @Override
    public AggregationStatus status() {
        long sequence = follower.snapshot().sequence();
        boolean pending = isPending(sequence);
        return new AggregationStatus(sequence, pending, pending ? follower.sinceUpToDate() : Duration.ZERO);
    }

    private boolean isPending(long sequence) {
        try {
            return follower.isBehind() || !log.after(sequence, 1, Duration.ZERO).isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /**
     * Everything that was imported before a second of the last half hour; mWs. The quarter-hours of the last minutes may not be
     * computed yet, so these are taken from the seconds.
     *
     * @return empty if nothing was ever measured before it
     */
    Optional<Long> importedBefore(long second) {
        CorrectionFactors by = factors.get();
        IntervalIndex index = follower.snapshot().index();
        long recent = LocalDays.floor(second) - Interval.SECONDS;
        Sum sum = new Sum();
        sum.add(index.sum(0, recent, by));
        sum.add(recent(recent, recent + Interval.SECONDS, index, by));
        sum.add(recent(recent + Interval.SECONDS, second, index, by));
        return sum.covered == 0 ? Optional.empty() : Optional.of(sum.imported);
    }

    private Figures recent(long slot, long end, IntervalIndex index, CorrectionFactors by) {
        Sum seconds = new Sum();
        store.read(slot, end, (second, total, l1, l2, l3) -> seconds.second(second, total, l1, l2, l3, BaseLevels.NONE));
        boolean whole = end - slot == Interval.SECONDS;
        Figures figures = whole && index.covered(slot) > seconds.covered ? index.interval(slot).figures() : seconds.figures();
        return by.figures(figures, slot);
    }
}
