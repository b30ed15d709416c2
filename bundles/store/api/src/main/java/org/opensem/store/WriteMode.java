package org.opensem.store;

/** What happens to a second that is stored already. */
public enum WriteMode {
    /** The stored one wins. */
    KEEP,
    /** The new one wins. */
    REPLACE
}
