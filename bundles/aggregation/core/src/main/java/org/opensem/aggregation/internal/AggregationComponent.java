package org.opensem.aggregation.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.aggregation.BaseLoad;
import org.opensem.aggregation.Calibration;
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
@Component(service = {EnergyService.class, AggregationComponent.class}, immediate = true)
public final class AggregationComponent implements EnergyService {
    private static final Duration PACE = Duration.ofMillis(200);
    private static final Duration ACKNOWLEDGE_AFTER = Duration.ofMinutes(1);

    private final EnergyView corrected;
    private final Worker worker;

    @Activate
    public AggregationComponent(
            @Reference SampleStore store, @Reference ChangeLog log, @Reference ClockService clock, @Reference FigureTables tables,
            @Reference Calibration calibration) {
        this(store, log, clock, tables, calibration, PACE, ACKNOWLEDGE_AFTER);
    }

    /** Opens its tables itself. */
    public AggregationComponent(
            SampleStore store, ChangeLog log, ClockService clock, Database database, Calibration calibration) {
        this(store, log, clock, JdbcFigureTables.open(database), calibration);
    }

    AggregationComponent(
            SampleStore store, ChangeLog log, ClockService clock, FigureTables tables, Calibration calibration, Duration pace,
            Duration acknowledgeAfter) {
        Follower follower = new Follower(store, log, clock, tables, acknowledgeAfter);
        corrected = EnergyView.raw(store, log, clock, follower).corrected(calibration::factors);
        worker = new Worker(follower, pace);
        worker.start();
    }

    @Deactivate
    public void stop() {
        worker.stop();
    }

    @Override
    public EnergyReport energy(Period period) {
        return corrected.energy(period);
    }

    @Override
    public List<Interval> intervals(long from, long to) {
        return corrected.intervals(from, to);
    }

    @Override
    public Optional<BaseLoad> baseLoad(LocalDate day) {
        return corrected.baseLoad(day);
    }

    @Override
    public EnergyService raw() {
        return corrected.raw();
    }

    @Override
    public AggregationStatus status() {
        return corrected.status();
    }

    /** See {@link EnergyView#importedBefore}. */
    Optional<Long> importedBefore(long second) {
        return corrected.importedBefore(second);
    }
}
