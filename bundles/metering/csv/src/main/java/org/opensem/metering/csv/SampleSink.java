package org.opensem.metering.csv;

import java.io.IOException;
import java.util.List;
import org.opensem.metering.Sample;
import org.osgi.annotation.versioning.ConsumerType;

/** Takes the samples of a file, batch by batch, in the order of its lines. */
@ConsumerType
@FunctionalInterface
public interface SampleSink {

    /**
     * Takes at least one sample; the list is unmodifiable and may be kept.
     *
     * @throws IOException ends the reading; passed on to the caller of the reader
     * @throws InterruptedException likewise
     */
    void take(List<Sample> batch) throws IOException, InterruptedException;
}
