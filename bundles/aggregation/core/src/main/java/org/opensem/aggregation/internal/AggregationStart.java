package org.opensem.aggregation.internal;

import java.time.Duration;
import java.util.function.Function;
import org.opensem.aggregation.internal.jdbc.JdbcFigureTables;
import org.opensem.database.Database;
import org.opensem.database.DiskFullException;
import org.opensem.database.PatientStart;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the tables and hands them to {@link AggregationComponent}; while the disk is full, as soon as there is room. */
@Component(service = {}, immediate = true)
public final class AggregationStart implements PatientStart.Witness {
    private static final Logger LOG = LoggerFactory.getLogger(AggregationStart.class);

    private final Database database;
    private final Function<FigureTables, Runnable> publisher;
    private final PatientStart start;
    private Runnable withdrawal = () -> {};

    @Activate
    public AggregationStart(BundleContext context, @Reference Database database) {
        this(database, tables -> publish(context, tables), PatientStart.PAUSE);
    }

    /**
     * @param publisher registers the tables as a service; answers what takes it back
     * @param pause between two tries while the disk is full
     */
    AggregationStart(Database database, Function<FigureTables, Runnable> publisher, Duration pause) {
        this.database = database;
        this.publisher = publisher;
        start = new PatientStart("openSEM aggregation start", this::begin, this, pause);
        start.begin();
    }

    private static Runnable publish(BundleContext context, FigureTables tables) {
        ServiceRegistration<FigureTables> registration = context.registerService(FigureTables.class, tables, null);
        return registration::unregister;
    }

    private void begin() {
        withdrawal = publisher.apply(JdbcFigureTables.open(database));
    }

    @Override
    public void waits(DiskFullException reason) {
        LOG.error("{}. The aggregation waits for room and is tried again every {} s; no figure is lost",
                reason.getMessage(), PatientStart.PAUSE.toSeconds());
    }

    @Override
    public void goesOn() {
        LOG.info("There is room again: the aggregation goes on");
    }

    @Override
    public void fails(Throwable reason) {
        LOG.error("The aggregation does not start: {}", reason.toString());
        LOG.debug("The aggregation does not start", reason);
    }

    @Deactivate
    void stop() {
        start.close();
        withdrawal.run();
    }
}
