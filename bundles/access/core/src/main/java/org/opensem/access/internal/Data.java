package org.opensem.access.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.opensem.access.KeyFiles;
import org.opensem.settings.SettingsException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The data folder, emptied first if a factory reset was asked for. Everything here that keeps files gets them from this
 * component, and its bundle starts before all others that do.
 */
@Component(service = {Data.class, KeyFiles.class}, immediate = true)
public final class Data implements KeyFiles {
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

    @Override
    public Optional<byte[]> read(String name) {
        KeptFile file = key(name);
        try {
            return file.exists() ? Optional.of(Files.readAllBytes(file.path())) : Optional.empty();
        } catch (IOException e) {
            throw new SettingsException(Faults.message("not-read", file.path().toString()), e);
        }
    }

    @Override
    public void keep(String name, byte[] content) {
        key(name).write(content);
    }

    KeptFile key(String name) {
        if (!name.matches("[a-z0-9-]+(\\.[a-z0-9-]+)*")) {
            throw new IllegalArgumentException("Not a name of a key: " + name);
        }
        return new KeptFile(folder.resolve("keys").resolve(name));
    }

    FactoryReset reset() {
        return new FactoryReset(folder);
    }
}
