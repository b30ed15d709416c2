package org.opensem.metering.simulator.internal;

/** PID {@code org.opensem.metering.driver.simulator}. */
public @interface SimulatorConfig {

    /** Which household: the same seed gives the same power in the same second, today and after a restart. */
    long seed() default 1;

    /** How many local days before today the house has lived already, 0 to 800: a demo then has something to look back on. */
    int historyDays() default 0;
}
