package org.opensem.store.internal;

import java.time.Duration;
import java.util.function.Function;
import org.opensem.database.Database;
import org.opensem.database.DiskFullException;
import org.opensem.database.PatientStart;
import org.opensem.store.internal.jdbc.StoreTables;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the store's tables and hands them to {@link DerbySampleStore}; while the disk is full, as soon as there is room. */
@Component(service = {}, immediate = true)
public final class StoreStart implements PatientStart.Witness {
    private static final Logger LOG = LoggerFactory.getLogger(StoreStart.class);

    private final Database database;
    private final Function<StoreTables, Runnable> publisher;
    private final PatientStart start;
    private Runnable withdrawal = () -> {};

    @Activate
    public StoreStart(BundleContext context, @Reference Database database) {
        this(database, tables -> publish(context, tables), PatientStart.PAUSE);
    }

    /**
     * @param publisher registers the tables as a service; answers what takes it back
     * @param pause between two tries while the disk is full
     */
    StoreStart(Database database, Function<StoreTables, Runnable> publisher, Duration pause) {
        this.database = database;
        this.publisher = publisher;
        start = new PatientStart("openSEM store start", this::begin, this, pause);
        start.begin();
    }

    private static Runnable publish(BundleContext context, StoreTables tables) {
        ServiceRegistration<StoreTables> registration = context.registerService(StoreTables.class, tables, null);
        return registration::unregister;
    }

    private void begin() {
        withdrawal = publisher.apply(new StoreTables(database));
    }

    @Override
    public void waits(DiskFullException reason) {
        LOG.error("{}. The store waits for room and is tried again every {} s; what is measured stays in memory for 15 minutes",
                reason.getMessage(), PatientStart.PAUSE.toSeconds());
    }

    @Override
    public void goesOn() {
        LOG.info("There is room again: the store goes on");
    }

    @Override
    public void fails(Throwable reason) {
        LOG.error("The store does not start: {}", reason.toString());
        LOG.debug("The store does not start", reason);
    }

    @Deactivate
    void stop() {
        start.close();
        withdrawal.run();
    }
}
