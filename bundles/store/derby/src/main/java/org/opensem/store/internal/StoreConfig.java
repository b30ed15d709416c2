package org.opensem.store.internal;

/** Configuration, PID {@code org.opensem.store}. */
public @interface StoreConfig {
    /** Full local days, today not counted, that single seconds are kept for; 1…3660. Older hours are removed as a whole. */
    int secondsDays() default 31;
}
