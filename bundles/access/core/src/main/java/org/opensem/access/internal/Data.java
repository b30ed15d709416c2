package org.opensem.access.internal;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The data folder, emptied first if a factory reset was asked for. Everything here that keeps files gets them from this component,
 * and its bundle starts before all others that do.
 */
@Component(service = Data.class, immediate = true)
public final class Data {
    /** Below it nothing of the data is in use; see the start levels in features.xml. */
    private static final int FIRST_USE = 36;

    private final Path folder;

    @Activate
    public Data(BundleContext context) {
        this(DataFolder.of(context::getProperty));
        if (context.getBundle(0).adapt(FrameworkStartLevel.class).getStartLevel() < FIRST_USE) {
            reset().finish();
        }
    }

    Data(Path folder) {
        this.folder = folder;
    }

    KeptFile key(String name) {
        return new KeptFile(folder.resolve("keys").resolve(name));
    }

    FactoryReset reset() {
        return new FactoryReset(folder);
    }
}
