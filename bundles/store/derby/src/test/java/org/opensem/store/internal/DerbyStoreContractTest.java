package org.opensem.store.internal;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.store.ChangeLog;
import org.opensem.store.SampleBuckets;
import org.opensem.store.SampleStore;
import org.opensem.testkit.store.SampleStoreContract;

class DerbyStoreContractTest extends SampleStoreContract {
    @TempDir
    Path folder;

    private Opened opened;

    @BeforeEach
    void open() {
        opened = new Opened(folder, 31);
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Override
    protected SampleStore store() {
        return opened.store();
    }

    @Override
    protected SampleBuckets buckets() {
        return opened.store();
    }

    @Override
    protected ChangeLog changes() {
        return opened.store();
    }
}
