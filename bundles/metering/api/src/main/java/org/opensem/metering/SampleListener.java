package org.opensem.metering;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Takes samples as they arrive: register it as a service. The sampler calls {@link #accept} on a thread of this listener's
 * own, so a slow listener delays nobody else.
 *
 * <p>A durable listener answers its last committed position from {@link #resumeAfter} and gets everything after it, as far as
 * memory reaches (15 minutes); a replay waits for it. A listener that answers {@link Position#LATEST} gets what comes and may
 * lose samples when it is slow.
 */
@ConsumerType
public interface SampleListener {

    /** A stable name, for logs and for the sampler to know it again after an update; for example {@code store}. */
    String id();

    /**
     * Where to go on. Asked once whenever the service appears, and again when the sampler was restarted; what comes after it
     * is delivered (again). So whoever collects samples before committing them throws away here what is not committed, or
     * answers the position of the last sample collected.
     */
    Position resumeAfter();

    /**
     * Takes a batch. When it throws, the same batch comes again after a pause of a second.
     *
     * @throws Exception whatever went wrong; the sampler logs it once
     */
    void accept(SampleBatch batch) throws Exception;
}
