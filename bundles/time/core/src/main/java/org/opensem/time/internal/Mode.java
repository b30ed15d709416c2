package org.opensem.time.internal;

/** Who tells the time. The names are those of the settings. */
enum Mode {
    /** The operating system's clock, as it is. */
    SYSTEM,
    /** Time servers; until they have answered, the operating system's clock. */
    NTP,
    /** Whoever set it by hand. */
    MANUAL
}
