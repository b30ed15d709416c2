package org.opensem.store.internal;

/** Configuration, PID {@code org.opensem.store}; besides {@code secondsDays}, which is a setting: {@link RetentionSettings}. */
public @interface StoreConfig {
    /**
     * Read when the store starts. Names of the followers of the change log that the retention waits for also before they have
     * come for the first time, so that no second goes before its figures are made. One that stays away for 100,000 changes is
     * waited for no longer.
     */
    String[] awaitFollowers() default "aggregation";
}
