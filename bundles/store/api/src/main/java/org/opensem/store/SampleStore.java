package org.opensem.store;

import java.util.List;
import org.opensem.metering.Sample;
import org.osgi.annotation.versioning.ConsumerType;

/** Keeps samples, one per second at most. Missing seconds stay missing. Thread-safe; readers never wait for the writer. */
@ConsumerType
public interface SampleStore {

    /**
     * Stores samples of any order and age, durably when it returns, and appends what it touched to the {@link ChangeLog} in
     * the same transaction.
     *
     * @throws StoreException if nothing was stored (disk full); the same call may be tried again
     */
    WriteResult write(List<Sample> samples, WriteMode mode);

    /**
     * Visits the stored seconds in {@code [from, to)}, ascending, without those that are marked invalid (G7).
     *
     * @param from epoch second, inclusive
     * @param to epoch second, exclusive
     */
    void read(long from, long to, SecondVisitor visitor);

    /** What there is. */
    StoreStatus status();
}
