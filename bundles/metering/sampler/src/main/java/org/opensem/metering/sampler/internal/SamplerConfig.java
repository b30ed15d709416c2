package org.opensem.metering.sampler.internal;

/** PID {@code org.opensem.metering.sampler}. */
public @interface SamplerConfig {

    /**
     * Ids of the durable listeners that a replay waits for from the very beginning, before they have come for the first time.
     * Without it a replay would run away from a database that is slow to open. It also waits for them for as long as they are
     * away, while it gives up others after 15 minutes.
     */
    String[] awaitListeners() default "store";
}
