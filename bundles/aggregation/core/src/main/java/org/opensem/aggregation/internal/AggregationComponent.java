package org.opensem.aggregation.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.aggregation.BaseLoad;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.internal.jdbc.JdbcFigureTables;
import org.opensem.database.Database;
import org.opensem.store.ChangeLog;
import org.opensem.store.SampleStore;
import org.opensem.time.ClockService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The energy service. Its references are static: when the store, the database or the clock is updated, it ends and begins again
 * with the new one, where it left off (X2).
 */
@Component(service = EnergyService.class, immediate = true)
public final class AggregationComponent implements EnergyService {
    private static final Duration PACE = Duration.ofMillis(200);
    private static final Duration ACKNOWLEDGE_AFTER = Duration.ofMinutes(1);

    private final SampleStore store;
    private final ChangeLog log;
    private final ClockService clock;
    private final Follower follower;
    private final Worker worker;

    @Activate
    public AggregationComponent(
            @Reference SampleStore store, @Reference ChangeLog log, @Reference ClockService clock, @Reference Database database) {
        this(store, log, clock, JdbcFigureTables.open(database), PACE, ACKNOWLEDGE_AFTER);
    }

    AggregationComponent(
            SampleStore store, ChangeLog log, ClockService clock, FigureTables tables, Duration pace, Duration acknowledgeAfter) {
        this.store = store;
        this.log = log;
        this.clock = clock;
        follower = new Follower(store, log, clock, tables, acknowledgeAfter);
        worker = new Worker(follower, pace);
        worker.start();
    }

    @Deactivate
    public void stop() {
        worker.stop();
    }

    @Override
    public EnergyReport energy(Period period) {
        return new Reports(store, new LocalDays(clock.zone())).report(period, follower.snapshot());
    }

    @Override
    public List<Interval> intervals(long from, long to) {
        List<Interval> intervals = new ArrayList<>();
        follower.snapshot().index().forEach(from, to, intervals::add);
        return intervals;
    }

    @Override
    public Optional<BaseLoad> baseLoad(LocalDate day) {
        boolean provisional = new LocalDays(clock.zone()).end(day.toEpochDay()) > clock.now().getEpochSecond();
        return follower.snapshot().baseLoad(day, provisional);
    }

    @Override
    public EnergyService raw() {
        return this;
    }

    @Override
    public AggregationStatus status() {
        long sequence = follower.snapshot().sequence();
        try {
            return new AggregationStatus(sequence, follower.isBehind() || !log.after(sequence, 1, Duration.ZERO).isEmpty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new AggregationStatus(sequence, true);
        }
    }
}
