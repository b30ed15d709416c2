package org.opensem.store.internal;

/** Configuration, PID {@code org.opensem.store}. */
public @interface StoreConfig {
    /** Full local days, today not counted, that single seconds are kept for; 1…3660. Older hours are removed as a whole. */
    int secondsDays() default 31;

    /**
     * Names of the followers of the change log that the retention waits for also before they have come for the first time, so
     * that no second goes before its figures are made. One that stays away for 100,000 changes is waited for no longer.
     */
    String[] awaitFollowers() default "aggregation";
}
