package org.opensem.metering.simulator.internal;

import org.opensem.metering.Phase;

/**
 * One time that an appliance is on.
 *
 * @param start epoch second
 * @param seconds how long
 * @param phase where it is connected; null for all three, {@code curve} being the power of each
 * @param curve active power in W, by seconds since the start
 */
record Run(long start, int seconds, Phase phase, Curve curve) {

    /** An appliance's power while it runs. */
    @FunctionalInterface
    interface Curve {
        double watts(int second);
    }
}
