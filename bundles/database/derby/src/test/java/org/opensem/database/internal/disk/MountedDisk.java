package org.opensem.database.internal.disk;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Each test has the {@link CutDisk} for itself: on, and with room. */
public final class MountedDisk implements BeforeEachCallback, AfterEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {
        CutDisk.reset();
        System.setProperty(CutStorageFactory.PROPERTY, CutStorageFactory.class.getName());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        CutDisk.reset();
        System.clearProperty(CutStorageFactory.PROPERTY);
    }
}
