package org.opensem.metering;

/** A conductor of the grid connection. */
public enum Phase {
    L1,
    L2,
    L3
}
