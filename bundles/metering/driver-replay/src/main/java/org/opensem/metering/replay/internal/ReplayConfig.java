package org.opensem.metering.replay.internal;

/** PID {@code org.opensem.metering.driver.replay}. */
public @interface ReplayConfig {

    /** Path of the measurement CSV (F1): plain, gzip or zip. Required. */
    String file() default "";

    /** How many times faster than it was measured: a positive number, or {@code max} for as fast as all can take it. */
    String speed() default "1";
}
