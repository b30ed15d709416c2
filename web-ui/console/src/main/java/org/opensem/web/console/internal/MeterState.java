package org.opensem.web.console.internal;

import org.opensem.metering.Sample;

/**
 * What the console knows of the meter now.
 *
 * @param condition see {@link Condition}
 * @param newest the newest sample, corrected (E4), or null
 * @param demo whether the samples are made up or replayed
 * @param driver the driver's id, or an empty text
 */
record MeterState(Condition condition, Sample newest, boolean demo, String driver) {

    enum Condition {
        /** Samples arrive. */
        LIVE,
        /** There is a driver, and no sample yet. */
        WAITING,
        /** A replay has ended. */
        FINISHED,
        /** Nothing has come for some seconds, or the driver reports a fault. */
        SILENT,
        /** No driver runs. */
        NONE
    }
}
