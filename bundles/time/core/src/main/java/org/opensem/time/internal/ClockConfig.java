package org.opensem.time.internal;

/** PID {@code org.opensem.time}; the zone also from {@code org.opensem.region}, which wins. */
public @interface ClockConfig {

    /** IANA id of the zone of views, reports, files and tariff windows; empty: the machine's. */
    String zone() default "";

    /** {@code system}: the operating system's clock. {@code samples}: the newest sample's time, for replays (T3). */
    String follow() default "system";
}
