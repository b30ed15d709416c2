package org.opensem.database.internal;

import java.nio.file.Path;
import java.util.List;
import org.opensem.database.Database;
import org.opensem.database.DatabaseException;
import org.opensem.database.Migration;
import org.opensem.database.Schema;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database as a service. Without it openSEM measures nothing, so what stops it from opening ends the process. */
@Component(immediate = true, configurationPid = "org.opensem.database")
public final class DatabaseComponent implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseComponent.class);

    private final DerbyDatabase database;
    private final CannotStart cannotStart;

    /** Configuration, PID {@code org.opensem.database}. */
    public @interface Config {
        /** Threads and connections for reading, 1…32. */
        int readers() default 3;

        /** Memory for cached pages in MiB, 2…1024. */
        int cacheMebibytes() default 16;
    }

    @Activate
    public DatabaseComponent(BundleContext context, Config config) {
        this(DataFolder.of(context::getProperty), options(config), new CannotStart());
    }

    DatabaseComponent(Path data, Options options, CannotStart cannotStart) {
        this.cannotStart = cannotStart;
        try {
            database = new DerbyDatabase(data, options);
        } catch (DatabaseException e) {
            cannotStart.tell(e.getMessage());
            throw e;
        }
        LOG.info("Database open in {}", database.folder());
    }

    private static Options options(Config config) {
        int pages = Math.clamp(config.cacheMebibytes(), 2, 1024) * 32;
        Options defaults = Options.DEFAULT;
        return new Options(Math.clamp(config.readers(), 1, 32), pages, defaults.checkpointBytes(), defaults.storage());
    }

    @Deactivate
    public void close() {
        database.close();
        LOG.info("Database closed");
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
