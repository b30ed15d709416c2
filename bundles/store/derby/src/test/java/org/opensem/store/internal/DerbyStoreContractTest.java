package org.opensem.store.internal;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.store.ChangeLog;
import org.opensem.store.InvalidRanges;
import org.opensem.store.RawSamples;
import org.opensem.store.SampleBuckets;
import org.opensem.store.SampleStore;
import org.opensem.testkit.store.InvalidRangesContract;

class DerbyStoreContractTest extends InvalidRangesContract {
    @TempDir
    static Path folder;

    private static Opened opened;

    @BeforeAll
    static void open() {
        opened = new Opened(folder, 31);
    }

    @BeforeEach
    void empty() {
        opened.empty();
    }

    @AfterAll
    static void close() {
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

    @Override
    protected InvalidRanges marks() {
        return opened.store();
    }

    @Override
    protected RawSamples raw() {
        return opened.store();
    }
}
