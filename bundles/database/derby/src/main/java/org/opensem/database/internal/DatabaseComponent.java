package org.opensem.database.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.opensem.database.Database;
import org.opensem.database.DatabaseException;
import org.opensem.database.DiskFullException;
import org.opensem.database.Migration;
import org.opensem.database.PatientStart;
import org.opensem.database.Schema;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database as a service. Without it openSEM measures nothing, so what stops it from opening ends the process; only a full
 * disk is waited for. The service is there as soon as the database is open.
 */
@Component(service = {}, immediate = true, configurationPid = "org.opensem.database")
public final class DatabaseComponent implements Database, PatientStart.Witness {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseComponent.class);

    private final Path data;
    private final Options options;
    private final CannotStart cannotStart;
    private final Function<Database, Runnable> publisher;
    private final PatientStart start;
    private volatile DerbyDatabase database;
    private Runnable withdrawal = () -> {};

    /** Configuration, PID {@code org.opensem.database}. */
    public @interface Config {
        /** Threads and connections for reading, 1…32. */
        int readers() default 3;

        /** Memory for cached pages in MiB, 2…1024. */
        int cacheMebibytes() default 16;
    }

    @Activate
    public DatabaseComponent(BundleContext context, Config config) {
        this(DataFolder.of(context::getProperty), options(config), new CannotStart(), database -> publish(context, database),
                PatientStart.PAUSE);
    }

    /**
     * @param publisher registers the service; answers what takes it back
     * @param pause between two tries while the disk is full
     */
    DatabaseComponent(
            Path data, Options options, CannotStart cannotStart, Function<Database, Runnable> publisher, Duration pause) {
        this.data = data;
        this.options = options;
        this.cannotStart = cannotStart;
        this.publisher = publisher;
        start = new PatientStart("openSEM database start", this::begin, this, pause);
        try {
            start.begin();
        } catch (DatabaseException e) {
            cannotStart.tell(e.getMessage());
            throw e;
        }
        if (database != null) {
            LOG.info("Database open in {}", database.folder());
        }
    }

    private static Runnable publish(BundleContext context, Database database) {
        ServiceRegistration<Database> registration = context.registerService(Database.class, database, null);
        return registration::unregister;
    }

    private static Options options(Config config) {
        int pages = Math.clamp(config.cacheMebibytes(), 2, 1024) * 32;
        Options defaults = Options.DEFAULT;
        return new Options(Math.clamp(config.readers(), 1, 32), pages, defaults.checkpointBytes(), defaults.storage());
    }

    private void begin() {
        try {
            database = new DerbyDatabase(data, options, cannotStart::end);
        } catch (DiskFullException e) {
            cannotStart.later();
            throw e;
        }
        withdrawal = publisher.apply(this);
    }

    @Override
    public void waits(DiskFullException reason) {
        LOG.error("{}. Nothing is stored until there is room; the database is tried again every {} s",
                reason.getMessage(), PatientStart.PAUSE.toSeconds());
    }

    @Override
    public void goesOn() {
        LOG.info("There is room again: database open in {}", database.folder());
    }

    @Override
    public void fails(Throwable reason) {
        cannotStart.tell(reason instanceof DatabaseException ? reason.getMessage() : reason.toString());
        LOG.debug("The database does not open", reason);
    }

    @Deactivate
    public void close() {
        start.close();
        withdrawal.run();
        if (database != null) {
            database.close();
            LOG.info("Database closed");
        }
    }

    @Override
    public Schema open(String name, List<Migration> migrations) {
        try {
            return database.open(name, migrations);
        } catch (Versions.SchemaTooNewException e) {
            cannotStart.tell(e.getMessage());
            throw e;
        }
    }

    @Override
    public Path folder() {
        return database.folder();
    }
}
